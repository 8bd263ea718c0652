/**
 * The SQL that makes a library another one. In: the library as it was seen, how it is to be, and who writes it and why. Out:
 * commands that belong into one transaction, and what they change; none where nothing is different. They all fail where
 * somebody wrote since the library was seen. It does not ask whether the new library is sound.
 */
import { ENTRY_KINDS, type EntryName, type LibraryEntry } from "../model/entries.ts";
import type { Writer } from "../model/library.ts";
import { sameValue } from "../model/same-value.ts";
import type { Command } from "./commands.ts";
import { newPositions } from "./editors-order.ts";
import type { StoredEntry, StoredLibrary, Write } from "./read-entries.ts";
import { type TextsBy, textsBy } from "./texts-by.ts";

/** What is recorded of a write. */
export interface WriteFacts extends Omit<Write, "revision" | "way"> {
  readonly way: "import";
  /** Of the texts that are new or different. */
  readonly writer: Writer;
}

/** A row of the history, but for its number. */
interface NewRevision extends EntryName {
  readonly position: number | null;
  readonly value: object | null;
  readonly texts: TextsBy | null;
}

export function writeCommands(
  seen: StoredLibrary,
  after: Iterable<LibraryEntry>,
  facts: WriteFacts,
): readonly Command[] {
  const { writer, ...write } = facts;
  const rows = revisionsBetween(seen.entries, after, writer);
  if (rows.length === 0) return [];
  const revision = seen.revision + 1;
  return [
    unlessWrittenSince(seen.revision),
    { sql: insertWrite(revision), rows: [write] },
    { sql: insertRevisions(revision), rows },
    { sql: updateEntries(revision) },
    { sql: removeEntries(revision) },
  ];
}

function revisionsBetween(
  before: readonly StoredEntry[],
  after: Iterable<LibraryEntry>,
  writer: Writer,
): readonly NewRevision[] {
  const was = Map.groupBy(before, ({ kind }) => kind);
  const is = Map.groupBy(after, ({ kind }) => kind);
  // Of kinds that only a newer program knows, nothing is seen here and nothing removed.
  return ENTRY_KINDS.flatMap((kind) => revisionsOfKind(was.get(kind) ?? [], is.get(kind) ?? [], writer));
}

function revisionsOfKind(
  before: readonly StoredEntry[],
  after: readonly LibraryEntry[],
  writer: Writer,
): readonly NewRevision[] {
  const was = new Map(before.map((entry) => [entry.id, entry]));
  const places = newPositions(
    after.map(({ id }) => id),
    new Map(before.map(({ id, position }) => [id, position])),
  );
  const written = after.flatMap(({ kind, id, value }): NewRevision[] => {
    const then = was.get(id) ?? null;
    const position = places.get(id) ?? then?.position ?? 0;
    if (then !== null && position === then.position && sameValue(value, then.value)) return [];
    return [{ kind, id, position, value, texts: textsBy(value, then, writer) }];
  });
  const left = new Set(after.map(({ id }) => id));
  const removed = before.flatMap(({ kind, id }) =>
    left.has(id) ? [] : [{ kind, id, position: null, value: null, texts: null }],
  );
  return [...written, ...removed];
}

/** What no JSON is makes the transaction fail (SQLite, JSON Functions, 3.1). */
function unlessWrittenSince(revision: number): Command {
  return {
    sql: `SELECT json(iif((SELECT coalesce(max(revision), 0) FROM writes) = ${revision}, '0', 'written since'))`,
  };
}

/** Whether commands failed because the library was written since it was looked at. */
export function wasWrittenSince(error: unknown): boolean {
  return error instanceof Error && error.message.includes("malformed JSON");
}

function insertWrite(revision: number): string {
  const fields = ["at", "who", "why", "way"].map((field) => `value ->> '$.${field}'`).join(", ");
  return `INSERT INTO writes (revision, at, who, why, way) SELECT ${revision}, ${fields} FROM json_each(?1)`;
}

function insertRevisions(revision: number): string {
  // An object comes out of -> as its JSON, and so does a null.
  const object = (field: string): string => `nullif(value -> '$.${field}', 'null')`;
  return (
    "INSERT INTO revisions (kind, id, revision, position, value, texts) " +
    `SELECT value ->> '$.kind', value ->> '$.id', ${revision}, value ->> '$.position', ${object("value")}, ` +
    `${object("texts")} FROM json_each(?1)`
  );
}

function updateEntries(revision: number): string {
  const columns = ["revision", "position", "value", "texts"];
  return (
    `INSERT INTO entries (kind, id, ${columns.join(", ")}) SELECT kind, id, ${columns.join(", ")} FROM revisions ` +
    `WHERE revision = ${revision} AND value IS NOT NULL ` +
    `ON CONFLICT (kind, id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}`
  );
}

function removeEntries(revision: number): string {
  const removed = `SELECT kind, id FROM revisions WHERE revision = ${revision} AND value IS NULL`;
  return `DELETE FROM entries WHERE (kind, id) IN (${removed})`;
}
