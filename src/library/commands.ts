/**
 * SQL that belongs together, as data, so that the same statements can run in a Worker or be written to a file for
 * wrangler. In: commands. Out: all of them done, or none. It knows no table.
 */

/** One statement of SQL; `rows`, where there are any, are its only parameter: a JSON array for `json_each(?1)`. */
export interface Command {
  readonly sql: string;
  readonly rows?: string;
}

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
