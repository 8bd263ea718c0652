/**
 * Reads tables of the library page by page, for all rows of a large one are more than an isolate should hold at once. In:
 * the database and the tables. Out: what is made of each row, in the editors' order. What fits on the first page of every
 * table comes in one transaction; of more, it is noticed where somebody wrote in between.
 */
export type Row = Readonly<Record<string, unknown>>;

export interface RowReader {
  /** Once for each table, since nothing of it is kept. */
  rows<T>(table: string, make: (row: Row) => T): Promise<readonly T[]>;
  /** @throws Error where what was read is of two libraries; to be read again. */
  close(): Promise<void>;
}

/** Rows on a page: some two megabytes of statements. */
const ROWS_A_PAGE = 1000;

export async function openRowReader(db: D1Database, tables: readonly string[]): Promise<RowReader> {
  const page = (table: string, after: unknown): D1PreparedStatement =>
    db
      .prepare(`SELECT rowid AS place, * FROM ${table} WHERE rowid > ?1 ORDER BY rowid LIMIT ?2`)
      .bind(after, ROWS_A_PAGE);
  const writes = db.prepare("SELECT number FROM library_writes");
  const [before, ...pages] = await db.batch<Row>([writes, ...tables.map((table) => page(table, 0))]);
  const first = new Map(tables.map((table, i) => [table, pages[i]?.results ?? []]));
  let turned = false;
  return {
    async rows(table, make) {
      const made: { readonly position: unknown; readonly of: ReturnType<typeof make> }[] = [];
      let rows = first.get(table) ?? [];
      first.delete(table);
      for (;;) {
        for (const row of rows) made.push({ position: row.position, of: make(row) });
        const last = rows.at(-1);
        if (last === undefined || rows.length < ROWS_A_PAGE) break;
        turned = true;
        rows = (await page(table, last.place).all<Row>()).results;
      }
      return inEditorsOrder(made);
    },
    async close() {
      const after = turned ? await writes.first("number") : before?.results[0]?.number;
      if (after !== before?.results[0]?.number)
        throw new Error("the library was written while it was read; it has to be read again");
    },
  };
}

/** The rows of tables that were read elsewhere. */
export function rowsGiven(tables: ReadonlyMap<string, readonly Row[]>): RowReader {
  return {
    rows: async (table, make) =>
      inEditorsOrder((tables.get(table) ?? []).map((row) => ({ position: row.position, of: make(row) }))),
    close: async () => {},
  };
}

/** What is replaced was written before what replaces it; the editors may have it otherwise. */
function inEditorsOrder<T>(made: readonly { readonly position: unknown; readonly of: T }[]): readonly T[] {
  return made.toSorted((a, b) => Number(a.position) - Number(b.position)).map(({ of }) => of);
}
