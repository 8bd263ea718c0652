/**
 * Stores that are put back to how they were, as a whole or in part: a database as time travel leaves it, or lost, objects
 * that are gone. In: stores. Out: pictures of them, and ways to go back. It damages nothing by itself.
 */
import { runTogether } from "../../src/library/commands.ts";
import type { Stores } from "./press.ts";

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Every row of every table that is the program's own. */
export type Database = ReadonlyMap<string, Rows>;
export type Bucket = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly options: R2PutOptions }>;

async function tablesOf({ LIBRARY }: Pick<Stores, "LIBRARY">): Promise<readonly string[]> {
  const { results } = await LIBRARY.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' " +
      "AND name NOT LIKE 'sqlite%' AND name <> 'd1_migrations' ORDER BY rowid",
  ).all<{ name: string }>();
  return results.map(({ name }) => name);
}

export async function databaseOf(stores: Pick<Stores, "LIBRARY">): Promise<Database> {
  const rows = new Map<string, Rows>();
  for (const table of await tablesOf(stores))
    rows.set(table, (await stores.LIBRARY.prepare(`SELECT * FROM ${table}`).all<Rows[number]>()).results);
  return rows;
}

/** What is not in the picture is gone afterwards. The library stays as it is, unless it is to go back too. */
export async function putDatabaseBack(stores: Pick<Stores, "LIBRARY">, was: Database): Promise<void> {
  const tables = await tablesOf(stores);
  await runTogether(stores.LIBRARY, [
    { sql: "PRAGMA defer_foreign_keys = on" },
    ...tables.toReversed().map((table) => ({ sql: `DELETE FROM ${table}` })),
    ...tables.flatMap((table) => {
      const rows = was.get(table) ?? [];
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) return [];
      const values = columns.map((column) => `value ->> '$.${column}'`).join(", ");
      const sql = `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values} FROM json_each(?1)`;
      return [{ sql, rows: rows }];
    }),
  ]);
}

/** The same without what the press knows: the library that editors have loaded again, and nothing else. */
export function libraryAlone(database: Database): Database {
  const OWN = ["editions", "runs", "run_steps", "sheets", "lost", "upkeep", "upkeep_steps"];
  return new Map([...database].filter(([table]) => !OWN.includes(table)));
}

export async function keysIn({ SHEETS }: Pick<Stores, "SHEETS">, prefix = ""): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await SHEETS.list({ prefix, ...(cursor === undefined ? {} : { cursor }) });
    keys.push(...page.objects.map(({ key }) => key));
    if (!page.truncated) return keys;
    cursor = page.cursor;
  }
}

export async function bucketOf({ SHEETS }: Pick<Stores, "SHEETS">): Promise<Bucket> {
  const objects = new Map<string, { readonly bytes: Uint8Array; readonly options: R2PutOptions }>();
  for (const key of await keysIn({ SHEETS })) {
    const object = await SHEETS.get(key);
    if (object === null) continue;
    const { customMetadata = {}, httpMetadata = {} } = object;
    const sha256 = customMetadata.sha256 === undefined ? {} : { sha256: customMetadata.sha256 };
    objects.set(key, {
      bytes: new Uint8Array(await object.arrayBuffer()),
      options: { customMetadata, httpMetadata, ...sha256 },
    });
  }
  return objects;
}

export async function putBucketBack({ SHEETS }: Pick<Stores, "SHEETS">, was: Bucket): Promise<void> {
  const extra = (await keysIn({ SHEETS })).filter((key) => !was.has(key));
  if (extra.length > 0) await SHEETS.delete(extra);
  for (const [key, { bytes, options }] of was) {
    const there = await SHEETS.head(key);
    const [isThere, wanted] = [there?.customMetadata?.sha256, options.customMetadata?.sha256];
    const sum = there?.checksums.sha256;
    const isSame = sum !== undefined && Buffer.from(sum).toString("hex") === wanted;
    if (there === null || isThere !== wanted || !isSame) await SHEETS.put(key, bytes, options);
  }
}

export async function deleteUnder({ SHEETS }: Pick<Stores, "SHEETS">, ...prefixes: readonly string[]): Promise<number> {
  const keys: string[] = [];
  for (const prefix of prefixes) keys.push(...(await keysIn({ SHEETS }, prefix)));
  if (keys.length > 0) await SHEETS.delete(keys);
  return keys.length;
}
