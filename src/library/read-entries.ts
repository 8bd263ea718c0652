/**
 * Takes entries out of D1. In: the database, and which: all as they are, all as they were after a write, or one with its
 * history. Out: values as they were written, unchecked, in the editors' order. Of a large library rows come page by page,
 * and it is noticed where somebody wrote in between.
 */
import { ENTRY_KINDS, type EntryName, type LibraryEntry } from "../model/entries.ts";
import type { TextsBy } from "./texts-by.ts";

export interface StoredEntry extends LibraryEntry {
  /** Of the write that it came with. */
  readonly revision: number;
  readonly position: number;
  readonly texts: TextsBy;
}

/** All entries, and the state of the library that they are. */
export interface StoredLibrary {
  /** Which database this is. */
  readonly store: string;
  /** The number of the last write; 0 where nobody has written yet. */
  readonly revision: number;
  readonly entries: readonly StoredEntry[];
}

export interface Write {
  readonly revision: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly who: string;
  readonly why: string;
  /** `import`, or `migration` for what lay in the tables of before. */
  readonly way: string;
}

/** What an entry was from a write on; null from where it was removed. */
export interface Revision extends EntryName, Write {
  readonly value: object | null;
  readonly texts: TextsBy | null;
}

export type Row = Readonly<Record<string, unknown>>;

export const STATE = "SELECT store.id AS store, (SELECT coalesce(max(revision), 0) FROM writes) AS revision FROM store";
/** Rows on a page: some two megabytes of statements. */
const ROWS_A_PAGE = 1000;

/** @throws Error where what was read is of two libraries; to be read again. */
export async function readEntries(db: D1Database): Promise<StoredLibrary> {
  const entries: StoredEntry[] = [];
  const state = await eachRow(db, "revision, value, texts", (row) => entries.push(storedEntry(row)));
  return { ...state, entries: inEditorsOrder(entries) };
}

/**
 * All rows, one after the other, each to be forgotten when the next page is read; within a kind in the editors' order.
 * @throws Error as `readEntries`.
 */
export async function eachRow(
  db: D1Database,
  columns: string,
  take: (row: Row) => void,
): Promise<Pick<StoredLibrary, "store" | "revision">> {
  const sql =
    `SELECT kind, id, position, ${columns} FROM entries WHERE (kind, position, id) > (?1, ?2, ?3) ` +
    "ORDER BY kind, position, id LIMIT ?4";
  const page = ({ kind, position, id }: Row): D1PreparedStatement =>
    db.prepare(sql).bind(kind, position, id, ROWS_A_PAGE);
  const [state, first] = await db.batch<Row>([db.prepare(STATE), page({ kind: "", position: 0, id: "" })]);
  const seen = stateOf(state?.results[0]);
  let rows = first?.results ?? [];
  let turned = false;
  for (;;) {
    for (const row of rows) take(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_A_PAGE) break;
    turned = true;
    rows = (await page(last).all<Row>()).results;
  }
  const after = turned ? stateOf((await db.prepare(STATE).first<Row>()) ?? undefined) : seen;
  if (after.revision !== seen.revision)
    throw new Error("the library was written while it was read; it has to be read again");
  return seen;
}

/** Null where there is none of that name. */
export async function readEntry(db: D1Database, { kind, id }: EntryName): Promise<StoredEntry | null> {
  const row = await db.prepare("SELECT * FROM entries WHERE kind = ?1 AND id = ?2").bind(kind, id).first<Row>();
  return row === null ? null : storedEntry(row);
}

/** Oldest first. */
export async function historyOf(db: D1Database, { kind, id }: EntryName): Promise<readonly Revision[]> {
  const { results } = await db.prepare(HISTORY).bind(id).all<Row>();
  return results.map(revisionOf).filter((each) => each.kind === kind);
}

/** Of all entries called `?1`, oldest first: an event may be called as a statement is. */
export const HISTORY =
  "SELECT kind, id, writes.*, value, texts FROM revisions JOIN writes USING (revision) WHERE id = ?1 ORDER BY kind, revision";

export function revisionOf(row: Row): Revision {
  return {
    ...(row as unknown as EntryName & Write),
    value: row.value === null ? null : JSON.parse(String(row.value)),
    texts: row.texts === null ? null : JSON.parse(String(row.texts)),
  };
}

/** The newest row of each entry that is not newer than a write, and was no removal. `?1` is its number. */
export const ENTRIES_AT =
  "SELECT kind, id, revision, position, value, texts FROM revisions AS newest WHERE value IS NOT NULL AND revision = " +
  "(SELECT max(revision) FROM revisions AS each WHERE each.kind = newest.kind AND each.id = newest.id AND each.revision <= ?1)";

export function stateOf(row: Row | undefined): Pick<StoredLibrary, "store" | "revision"> {
  return { store: String(row?.store), revision: Number(row?.revision) };
}

export function storedEntry({ kind, id, revision, position, value, texts }: Row): StoredEntry {
  return {
    kind: String(kind),
    id: String(id),
    revision: Number(revision),
    position: Number(position),
    value: JSON.parse(String(value)),
    texts: JSON.parse(String(texts)),
  };
}

/** Kinds as a library has them; within a kind, as editors ordered them. */
export function inEditorsOrder<T extends EntryName & { readonly position: number }>(
  entries: readonly T[],
): readonly T[] {
  const kinds = new Map(ENTRY_KINDS.map((kind, i) => [kind, i]));
  const rank = ({ kind }: T): number => kinds.get(kind) ?? ENTRY_KINDS.length;
  return entries.toSorted((a, b) => rank(a) - rank(b) || a.position - b.position);
}
