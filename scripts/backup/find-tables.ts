/**
 * Looks what a database has of a backup before anything is written to it. In: the stores, the folder and the backup. Out:
 * whether its tables are all there already, or how many rows of each wait for their place; or a refusal that names a table
 * which is in the way.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Backup, BadBackup, type KeptTable } from "./folder.ts";
import { linesIn } from "./lines-in.ts";
import { waitingTable } from "./put-tables.ts";
import type { Stores } from "./stores.ts";
import { linesOf } from "./table-rows.ts";
import { readShape, type Shape } from "./table-shape.ts";

export type FoundTables = "there" | ReadonlyMap<string, number>;

export async function findTables(stores: Stores, dir: string, backup: Backup): Promise<FoundTables> {
  const shape = await readShape(stores);
  const waiting = new Map(backup.tables.map((table) => [waitingTable(table).name, table]));
  const others = shape.tables.filter(({ name }) => !waiting.has(name));
  if (others.length > 0) {
    await compareAll(stores, backup, shape);
    return "there";
  }
  if (shape.rest.length > 0) throw inTheWay(shape.rest[0] ?? "");
  const found = new Map<string, number>();
  for (const { name } of shape.tables) {
    const table = waiting.get(name) as KeptTable;
    found.set(table.name, await countBeginning(stores, dir, table));
  }
  return found;
}

/** How many rows wait; they have to be the first ones of the backup. */
async function countBeginning(stores: Stores, dir: string, table: KeptTable): Promise<number> {
  const kept = linesIn(join(dir, table.file));
  const waiting = waitingTable(table);
  let rows = 0;
  try {
    for await (const lines of linesOf(stores, waiting))
      for (const line of lines) {
        if ((await kept.next()).value !== line) throw inTheWay(waiting.name);
        rows++;
      }
  } finally {
    await kept.return(undefined);
  }
  return rows;
}

/** A restore that came to its end left nothing to do. */
async function compareAll(stores: Stores, { tables, rest }: Backup, shape: Shape): Promise<void> {
  const kept = new Map(tables.map((table) => [table.name, table]));
  for (const table of shape.tables) {
    const { name, sql } = table;
    const { sql: keptSql, sha256 } = kept.get(name) ?? {};
    if (keptSql !== sql || (await hashOfRows(stores, table)) !== sha256) throw inTheWay(name);
    kept.delete(name);
  }
  const [missing] = [...kept.keys()];
  if (missing !== undefined || JSON.stringify(rest) !== JSON.stringify(shape.rest))
    throw inTheWay(missing ?? rest[0] ?? "");
}

async function hashOfRows(stores: Stores, table: Shape["tables"][number]): Promise<string> {
  const hash = createHash("sha256");
  for await (const lines of linesOf(stores, table)) hash.update(`${lines.join("\n")}\n`);
  return hash.digest("hex");
}

function inTheWay(name: string): BadBackup {
  return new BadBackup(
    `this installation is not empty: ${name} in its database is not as in the backup; ` +
      "restore into a database that was just created, before any migration",
  );
}
