/**
 * Makes the tables of a backup in an empty database. In: the stores, the folder and the backup. Out: the tables, all at
 * once: rows go to tables that hold and check nothing, and one transaction moves them to their places. A restore that was
 * broken off before that is taken up where the rows end.
 */
import { join } from "node:path";
import type { Backup } from "./folder.ts";
import { linesIn } from "./lines-in.ts";
import { boundTo, isPlain, quoted, type Value } from "./row-values.ts";
import type { Stores } from "./stores.ts";
import type { Param, Statement } from "./stores-worker.ts";
import { RESTORING, type Table } from "./table-shape.ts";

/** D1 takes a parameter of 2 MB at most. */
const MOST_BYTES = 1_000_000;
const MOST_ROWS = 1000;
const MOST_STATEMENTS = 40;

/** Where the rows of a table wait. Columns without a type take every value as it is. */
export function waitingTable({ name, columns }: Table): Table {
  return { name: RESTORING + name, columns: columns.map((_, i) => `c${i}`), key: ["rowid"] };
}

/** `waiting`: by table, how many of its rows are there. */
export async function putTables(
  { write }: Stores,
  dir: string,
  backup: Backup,
  waiting: ReadonlyMap<string, number>,
): Promise<void> {
  await write(
    backup.tables.map((table) => {
      const { name, columns } = waitingTable(table);
      return { sql: `CREATE TABLE IF NOT EXISTS ${quoted(name)} (${columns.join(", ")})` };
    }),
  );
  for (const table of backup.tables) {
    const lines = linesIn(join(dir, table.file));
    for (let done = waiting.get(table.name) ?? 0; done > 0; done--) await lines.next();
    for await (const batch of batchesOf(waitingTable(table), lines)) await write(batch);
  }
  await write(movesOf(backup));
}

/** Statements that go together, none of them and no batch larger than D1 takes. */
async function* batchesOf(
  { name, columns }: Table,
  lines: AsyncIterable<string>,
): AsyncGenerator<readonly Statement[]> {
  const into = `INSERT INTO ${quoted(name)} (${columns.join(", ")})`;
  const cells = columns.map((_, i) => `value ->> '$[${i}]'`).join(", ");
  const whole = `${into} SELECT ${cells} FROM json_each(?1)`;
  let [statements, plain, rows, bytes]: [Statement[], string[], number, number] = [[], [], 0, 0];
  const together = (): void => {
    if (plain.length > 0) statements.push({ sql: whole, params: [`[${plain.join(",")}]`] });
    plain = [];
  };
  for await (const line of lines) {
    const size = Buffer.byteLength(line);
    const isFull = rows === MOST_ROWS || bytes + size > MOST_BYTES || statements.length === MOST_STATEMENTS;
    if (rows > 0 && isFull) {
      together();
      yield statements;
      [statements, rows, bytes] = [[], 0, 0];
    }
    const values = JSON.parse(line) as readonly Value[];
    if (size < MOST_BYTES && values.every(isPlain)) plain.push(line);
    else {
      together();
      const params: Param[] = [];
      statements.push({ sql: `${into} VALUES (${values.map((value) => boundTo(value, params)).join(", ")})`, params });
    }
    rows++;
    bytes += size;
  }
  together();
  if (statements.length > 0) yield statements;
}

/** D1 looks at foreign keys when all rows are there, and runs no trigger, since there is none yet. */
function movesOf({ tables, rest }: Backup): readonly Statement[] {
  return [
    { sql: "PRAGMA defer_foreign_keys = on" },
    ...tables.map(({ sql }) => ({ sql })),
    ...tables.map((table): Statement => {
      const { name, columns } = waitingTable(table);
      const into = `INSERT INTO ${quoted(table.name)} (${table.columns.map(quoted).join(", ")})`;
      return { sql: `${into} SELECT ${columns.join(", ")} FROM ${quoted(name)} ORDER BY rowid` };
    }),
    ...tables.flatMap(({ name, sequence }): readonly Statement[] =>
      sequence === null
        ? []
        : [
            { sql: "DELETE FROM sqlite_sequence WHERE name = ?1", params: [name] },
            {
              sql: "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, CAST(?2 AS INTEGER)",
              params: [name, `${sequence}`],
            },
          ],
    ),
    ...tables.map((table) => ({ sql: `DROP TABLE ${quoted(waitingTable(table).name)}` })),
    ...rest.map((sql) => ({ sql })),
  ];
}
