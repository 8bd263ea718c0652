/**
 * SQL that belongs together, as data, so that the same statements can run in a Worker or be written to a file for
 * wrangler. In: commands. Out: all of them done, or none. It knows no table.
 */

/** One statement of SQL; `rows`, where there are any, are its only parameter: a JSON array for `json_each(?1)`. */
export interface Command {
  readonly sql: string;
  readonly rows?: string;
}

/** Well below what D1 takes as one parameter (2 MB) and, written out, as one statement (100 kB). */
const MOST_BYTES = 60_000;

/** D1 runs a batch as one transaction. */
export async function runTogether(db: D1Database, commands: readonly Command[]): Promise<void> {
  await db.batch(commands.map(({ sql, rows }) => (rows === undefined ? db.prepare(sql) : db.prepare(sql).bind(rows))));
}

/** The same as text, the parameter written out. */
export function sqlText(commands: readonly Command[]): string {
  return commands
    .map(({ sql, rows = "" }) => `${sql.replace("?1", () => `'${rows.replaceAll("'", "''")}'`)};\n`)
    .join("");
}

/** The rows as JSON arrays, each small enough for one statement. */
export function partsOf(rows: readonly object[]): readonly string[] {
  const parts: string[][] = [];
  let room = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const bytes = new TextEncoder().encode(json).length + 1;
    if (bytes > room) {
      parts.push([]);
      room = MOST_BYTES;
    }
    parts.at(-1)?.push(json);
    room -= bytes;
  }
  return parts.map((part) => `[${part.join(",")}]`);
}
