/**
 * Copies every table of a database into the folder of a backup. In: the stores and the folder. Out: a file of lines for
 * each table, named by what it holds, and what it takes to make the tables again. Pages are read one after another while
 * others may write, so everything is read until two readings agree.
 */
import { type Backup, BadBackup, type KeptTable, putInPlace, writeUnfinished } from "./folder.ts";
import { placeOf } from "./place-of.ts";
import type { Stores } from "./stores.ts";
import { linesOf } from "./table-rows.ts";
import { RESTORING, readShape, type Table } from "./table-shape.ts";

export type KeptTables = Pick<Backup, "tables" | "rest">;

/** Sums of downloads are written all day, and no other table hangs on them. */
const MOST_READINGS = 5;

/** Out besides: the tables that changed with every reading, whose rows may be of different moments. */
export async function takeTables(
  stores: Stores,
  dir: string,
): Promise<KeptTables & { readonly unsteady: readonly string[] }> {
  let before = await readTables(stores, dir);
  for (let readings = 2; ; readings++) {
    const now = await readTables(stores, dir);
    const known = new Set(before.tables.map((table) => JSON.stringify(table)));
    const changed = now.tables.filter((table) => !known.has(JSON.stringify(table))).map(({ name }) => name);
    const same = changed.length === 0 && JSON.stringify(now) === JSON.stringify(before);
    if (same || readings === MOST_READINGS) return { ...now, unsteady: changed };
    before = now;
  }
}

async function readTables(stores: Stores, dir: string): Promise<KeptTables> {
  const { tables, rest, sequences } = await readShape(stores);
  const kept: KeptTable[] = [];
  for (const table of tables) {
    if (table.name.startsWith(RESTORING))
      throw new BadBackup("a restore of this installation was broken off; finish it first (npm run restore)");
    const { sql, name, columns, key } = table;
    kept.push({ name, sql, columns, key, ...(await readTable(stores, dir, table)), sequence: sequences[name] ?? null });
  }
  return { tables: kept, rest };
}

async function readTable(stores: Stores, dir: string, table: Table) {
  let rows = 0;
  async function* text() {
    for await (const lines of linesOf(stores, table)) {
      rows += lines.length;
      yield `${lines.join("\n")}\n`;
    }
  }
  const written = await writeUnfinished(dir, "table.jsonl", text());
  const place = placeOf("tables", `${table.name}.jsonl`, written.sha256);
  return { ...(await putInPlace(dir, written, place)), rows };
}
