/**
 * SQL that belongs together, as data, so that the same statements can run in a Worker or be written to a file for
 * wrangler. In: commands. Out: all of them done, or none. It knows no table.
 */

/** One statement of SQL; `rows`, where there are any, come to it as JSON arrays for `json_each(?1)`, some at a time. */
export interface Command {
  readonly sql: string;
  readonly rows?: readonly unknown[];
}

/** Bytes of rows at a time: half of what D1 takes as one parameter. */
const A_PARAMETER = 1_000_000;
/** And, written out, of what it takes as one statement (100 kB). */
const A_STATEMENT = 60_000;

/** D1 runs a batch as one transaction, and refuses one of nothing: commands that have no rows do nothing. */
export async function runTogether(db: D1Database, commands: readonly Command[]): Promise<void> {
  const statements = commands.flatMap(({ sql, rows }) =>
    rows === undefined ? [db.prepare(sql)] : partsOf(rows, A_PARAMETER).map((part) => db.prepare(sql).bind(part)),
  );
  if (statements.length > 0) await db.batch(statements);
}

/** The same as text, the parameters written out. */
export function sqlText(commands: readonly Command[]): string {
  return commands
    .flatMap(({ sql, rows }) =>
      rows === undefined
        ? [sql]
        : partsOf(rows, A_STATEMENT).map((part) => sql.replace("?1", () => `'${part.replaceAll("'", "''")}'`)),
    )
    .map((statement) => `${statement};\n`)
    .join("");
}

/** JSON arrays of at most so many bytes, or of one row that has more. */
function partsOf(rows: readonly unknown[], most: number): readonly string[] {
  const parts: string[][] = [];
  let room = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const bytes = new TextEncoder().encode(json).length + 1;
    if (bytes > room) {
      parts.push([]);
      room = most;
    }
    parts.at(-1)?.push(json);
    room -= bytes;
  }
  return parts.map((part) => `[${part.join(",")}]`);
}
