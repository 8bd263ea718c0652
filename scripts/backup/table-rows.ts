/**
 * The rows of a table as lines of JSON, page by page. In: a table and what orders it. Out: arrays of lines, each an array
 * with a value for every column. A page is one transaction and begins behind the last row of the one before, so no table
 * is ever held whole. Equal rows give equal lines.
 */
import { boundTo, cellOf, kindOf, quoted, type Value, valueIn } from "./row-values.ts";
import type { Stores } from "./stores.ts";
import type { Param, Statement } from "./stores-worker.ts";
import type { Table } from "./table-shape.ts";

const FIRST_PAGE = 16;
const MOST_ROWS = 1000;
/** A page that is larger is followed by one of fewer rows. D1 answers 50 MB at most. */
const MOST_CHARACTERS = 4_000_000;

interface Page {
  readonly lines: readonly string[];
  /** Of the last row. */
  readonly key: readonly Value[] | null;
}

export async function* linesOf(stores: Pick<Stores, "read">, table: Table): AsyncGenerator<readonly string[]> {
  let size = FIRST_PAGE;
  for (let after: readonly Value[] | null = null; ; ) {
    const page: Page | null = await readPage(stores, table, after, size).catch((error: unknown) => {
      // It may be more than D1 answers at once.
      if (size === 1) throw error;
      return null;
    });
    if (page === null) size = Math.ceil(size / 4);
    else {
      if (page.lines.length > 0) yield page.lines;
      if (page.lines.length < size || page.key === null) return;
      after = page.key;
      const characters = page.lines.reduce((sum, { length }) => sum + length, 0);
      if (characters > MOST_CHARACTERS) size = Math.ceil(size / 2);
      else if (characters < MOST_CHARACTERS / 4) size = Math.min(size * 2, MOST_ROWS);
    }
  }
}

async function readPage(
  { read }: Pick<Stores, "read">,
  table: Table,
  after: readonly Value[] | null,
  size: number,
): Promise<Page> {
  const decoded = rowsIn(await read(statements(table, after, size, "decoded")));
  const garbled = decoded.cells.some((row) => row.some((value) => typeof value === "string" && value.includes("�")));
  // That character is what bytes become that are no UTF-8, if somebody did not write it himself.
  const { cells, keys } = garbled ? rowsIn(await read(statements(table, after, size, "bytes"))) : decoded;
  return { lines: cells.map((row) => JSON.stringify(row)), key: keys.at(-1) ?? null };
}

/** Values and their types are asked apart, since D1 answers no more than 100 columns. */
function statements(
  { name, columns, key }: Table,
  after: readonly Value[] | null,
  size: number,
  texts: "decoded" | "bytes",
): readonly Statement[] {
  const params: Param[] = [];
  // The order is that of bytes, whatever a column compares by. Said beside the column, it would hide the primary key from
  // the search for the place.
  const order = key.map((column) => `${quoted(column)} COLLATE BINARY`).join(", ");
  const behind = (after ?? []).map((value) => `${boundTo(value, params)} COLLATE BINARY`).join(", ");
  const place = after === null ? "" : ` WHERE (${key.map(quoted).join(", ")}) > (${behind})`;
  const from = ` FROM ${quoted(name)}${place} ORDER BY ${order} LIMIT ${size}`;
  const select = (cells: readonly string[]): Statement => ({
    sql: `SELECT ${cells.map((cell, i) => `${cell} AS c${i}`).join(", ")}${from}`,
    params,
  });
  return [columns, key].flatMap((each) => [
    select(each.map((column) => cellOf(column, texts))),
    select(each.map((column) => kindOf(column))),
  ]);
}

function rowsIn(answers: Awaited<ReturnType<Stores["read"]>>) {
  const [cells = [], kinds = [], keys = [], kindsOfKeys = []] = answers;
  const values = (rows: typeof cells, types: typeof cells) =>
    rows.map((row, i) => row.map((cell, column) => valueIn(cell, types[i]?.[column] ?? null)));
  return { cells: values(cells, kinds), keys: values(keys, kindsOfKeys) };
}
