/**
 * What a database is made of. In: D1, asked by SQL alone. Out: its tables with the columns that hold something of their
 * own, what orders their rows, and the SQL that makes tables, indexes, views and triggers. It knows no table by name but
 * those that D1 and SQLite keep for themselves.
 */
import { BadBackup } from "./folder.ts";
import type { Stores } from "./stores.ts";

export interface Table {
  readonly name: string;
  /** The row's own number is one of them where no column is that number. */
  readonly columns: readonly string[];
  /** Columns that order all rows. */
  readonly key: readonly string[];
}

export interface Shape {
  readonly tables: readonly (Table & { readonly sql: string })[];
  /** Indexes, views and triggers, which are made when the rows are there. */
  readonly rest: readonly string[];
  /** How far AUTOINCREMENT has counted, by table. */
  readonly sequences: Readonly<Record<string, number>>;
}

/** In front of the names of tables that a restore fills before it moves everything to its place. */
export const RESTORING = "restoring_";

/** SQLite has three names for a row's own number; a column may take one away. */
const ROW_NUMBERS = ["rowid", "_rowid_", "oid"];
/** D1 answers no more columns than this, nor has a table more. */
const MOST_COLUMNS = 100;

export async function readShape({ read }: Pick<Stores, "read">): Promise<Shape> {
  const [listed = [], made = []] = await read([
    { sql: "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main'" },
    {
      sql:
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL " +
        "AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND tbl_name NOT LIKE '\\_cf\\_%' ESCAPE '\\' " +
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
    },
  ]);
  const kinds = new Map(listed.map(([name, type, wr]) => [name, { type, ordered: wr === 1 }]));
  const tables = made.filter(([type, name]) => type === "table" && kinds.get(name ?? null)?.type !== "shadow");
  const columns = await read(
    tables.map(([, name]) => ({
      sql: "SELECT name, type, pk FROM pragma_table_xinfo(?1) WHERE hidden = 0",
      params: [String(name)],
    })),
  );
  // SQLite makes this table with the first AUTOINCREMENT.
  const counted = kinds.has("sqlite_sequence") ? await read([{ sql: "SELECT name, seq FROM sqlite_sequence" }]) : [];
  return {
    tables: tables.map(([, name, sql], i) => {
      const found = (columns[i] ?? []).map(([column, type, pk]) => [String(column), String(type), Number(pk)] as const);
      return { ...tableOf(String(name), found, kinds.get(String(name))?.ordered === true), sql: String(sql) };
    }),
    rest: made.filter(([type]) => type !== "table").map(([, , sql]) => String(sql)),
    sequences: Object.fromEntries((counted[0] ?? []).map(([name, seq]) => [String(name), Number(seq)])),
  };
}

type Column = readonly [name: string, type: string, pk: number];

function tableOf(name: string, found: readonly Column[], withoutNumber: boolean): Table {
  const columns = found.map(([column]) => column);
  const primary = found.filter(([, , pk]) => pk > 0).sort(([, , a], [, , b]) => a - b);
  if (withoutNumber) return { name, columns, key: primary.map(([column]) => column) };
  const number = ROW_NUMBERS.find((each) => !columns.some((column) => column.toLowerCase() === each));
  const [only, ...others] = primary;
  const isNumber = only !== undefined && others.length === 0 && only[1].toUpperCase() === "INTEGER";
  const key = number ?? (isNumber ? only[0] : undefined);
  if (key === undefined)
    throw new BadBackup(`table ${name}: its columns take all names of the row's number, so its rows have no order`);
  // The number of a row is kept where there is room for it; its order always is.
  const kept = isNumber || columns.length === MOST_COLUMNS ? columns : [key, ...columns];
  return { name, columns: kept, key: [key] };
}
