/**
 * Which editions there are, as D1 knows them: enough to answer for an address without loading an edition. In: the
 * database. Out: entries, newest first; whoever gets more than a few gets them without their topics. It does not read the
 * editions themselves; they lie in R2. What changes the index is `publish.ts` and `retract.ts`.
 */
import type { ChangeCounts } from "../model/changes.ts";
import type { Correction, Retraction } from "../model/edition.ts";
import type { Alias } from "../model/library.ts";
import type { Topic } from "../model/topic.ts";

/** Editions older than this record name no template; there the running program's own counts. */
export interface EditionTopic extends Topic {
  /** What its sheet is set with for whoever asks for no template. */
  readonly template?: string;
}

/** What the list of all editions holds of one: nothing that grows with its topics, for there is one more every week. */
export interface ListedEdition {
  readonly id: string;
  readonly week: string;
  /** 1 is the first of its week. */
  readonly revision: number;
  readonly issued: string;
  /** The calendar day of that where the editors were, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly asOf: string | null;
  readonly libraryHash: string;
  /** SHA-256 of the edition as it is kept, its head and parts in a row. */
  readonly digest: string;
  readonly site: string;
  readonly program: string;
  readonly objectKey: string;
  readonly changes: ChangeCounts | null;
  readonly correction: Correction | null;
  readonly retraction: Retraction | null;
  /** The moments of both, ISO 8601 in UTC, as its records have them; null where the index has yet to read these. */
  readonly published: string | null;
  readonly retracted: string | null;
  readonly files: number;
  readonly bytes: number;
}

export interface EditionEntry extends ListedEdition {
  readonly topics: readonly EditionTopic[];
  /** Old names of topics, whose addresses lead to the present ones. */
  readonly aliases: readonly Alias[];
}

export interface ListedRow {
  readonly id: string;
  readonly week: string;
  readonly revision: number;
  readonly issued: string;
  readonly issued_on: string;
  readonly as_of: string | null;
  readonly library_hash: string;
  readonly digest: string;
  readonly site: string;
  readonly program: string;
  readonly object_key: string;
  readonly changes: string | null;
  readonly correction: string | null;
  readonly retraction: string | null;
  readonly published: string | null;
  readonly retracted: string | null;
  readonly files: number;
  readonly bytes: number;
}

export interface EditionRow extends ListedRow {
  readonly topics: string;
  readonly aliases: string;
}

/** The columns of a listed edition, wherever it is selected. */
export const LISTED = [
  "id",
  "week",
  "revision",
  "issued",
  "issued_on",
  "as_of",
  "library_hash",
  "digest",
  "site",
  "program",
  "object_key",
  "changes",
  "correction",
  "retraction",
  "published",
  "retracted",
  "files",
  "bytes",
]
  .map((column) => `editions.${column}`)
  .join(", ");

/** The edition a reader gets who names none; null before the first is issued. */
export async function currentEdition(db: D1Database): Promise<EditionEntry | null> {
  const row = await db.prepare("SELECT * FROM editions WHERE is_current = 1").first<EditionRow>();
  return row === null ? null : entryOf(row);
}

/** The same, and when an edition was last published or retracted: asked at once, so that neither is older. */
export async function frontOf(
  db: D1Database,
): Promise<{ readonly current: EditionEntry | null; readonly changed: string | null }> {
  const [current, changed] = await db.batch([
    db.prepare("SELECT * FROM editions WHERE is_current = 1"),
    db.prepare(`SELECT max(${MOMENT}) AS changed FROM editions`),
  ]);
  const row = current?.results[0] as EditionRow | undefined;
  const last = changed?.results[0] as { readonly changed: string | null } | undefined;
  return { current: row === undefined ? null : entryOf(row), changed: last?.changed ?? null };
}

/** `momentOf` in SQL. */
const MOMENT = "max(coalesce(published, issued), coalesce(retracted, (retraction ->> '$.on') || 'T23:59:59.999Z', ''))";

/** When an edition was published or, later, retracted. Of a retraction of which only the day is known, the day's end. */
export function momentOf({ published, issued, retracted, retraction }: ListedEdition): string {
  const back = retracted ?? (retraction === null ? "" : `${retraction.on}T23:59:59.999Z`);
  return [published ?? issued, back].sort().at(-1) ?? issued;
}

/** Of any of them; null where there is none. */
export function lastMoment(editions: readonly ListedEdition[]): string | null {
  return editions.map(momentOf).sort().at(-1) ?? null;
}

/** Retracted ones too. */
export async function editionById(db: D1Database, id: string): Promise<EditionEntry | null> {
  const row = await db.prepare("SELECT * FROM editions WHERE id = ?1").bind(id).first<EditionRow>();
  return row === null ? null : entryOf(row);
}

/** The last revision of a week, retracted or not; null where the week has no edition. */
export async function newestRevision(db: D1Database, week: string): Promise<EditionEntry | null> {
  const sql = "SELECT * FROM editions WHERE week = ?1 ORDER BY revision DESC LIMIT 1";
  const row = await db.prepare(sql).bind(week).first<EditionRow>();
  return row === null ? null : entryOf(row);
}

/** The last edition of all, retracted or not; null before the first is issued. */
export async function newestOfAll(db: D1Database): Promise<EditionEntry | null> {
  const sql = "SELECT * FROM editions ORDER BY week DESC, revision DESC LIMIT 1";
  const row = await db.prepare(sql).first<EditionRow>();
  return row === null ? null : entryOf(row);
}

/** All, newest first, retracted ones too. */
export async function listEditions(db: D1Database): Promise<readonly ListedEdition[]> {
  const sql = `SELECT ${LISTED} FROM editions ORDER BY week DESC, revision DESC`;
  const { results } = await db.prepare(sql).all<ListedRow>();
  return results.map(listedOf);
}

/** Whether one edition came after another. */
export function isNewer(a: ListedEdition, b: ListedEdition): boolean {
  return a.week === b.week ? a.revision > b.revision : a.week > b.week;
}

export function rowOf(entry: EditionEntry): EditionRow {
  return {
    id: entry.id,
    week: entry.week,
    revision: entry.revision,
    issued: entry.issued,
    issued_on: entry.issuedOn,
    as_of: entry.asOf,
    library_hash: entry.libraryHash,
    digest: entry.digest,
    site: entry.site,
    program: entry.program,
    object_key: entry.objectKey,
    topics: JSON.stringify(entry.topics),
    aliases: JSON.stringify(entry.aliases),
    changes: json(entry.changes),
    correction: json(entry.correction),
    retraction: json(entry.retraction),
    published: entry.published,
    retracted: entry.retracted,
    files: entry.files,
    bytes: entry.bytes,
  };
}

export function entryOf(row: EditionRow): EditionEntry {
  return {
    ...listedOf(row),
    topics: JSON.parse(row.topics) as EditionTopic[],
    aliases: JSON.parse(row.aliases) as Alias[],
  };
}

export function listedOf(row: ListedRow): ListedEdition {
  return {
    id: row.id,
    week: row.week,
    revision: row.revision,
    issued: row.issued,
    issuedOn: row.issued_on,
    asOf: row.as_of,
    libraryHash: row.library_hash,
    digest: row.digest,
    site: row.site,
    program: row.program,
    objectKey: row.object_key,
    changes: parsed<ChangeCounts>(row.changes),
    correction: parsed<Correction>(row.correction),
    retraction: parsed<Retraction>(row.retraction),
    published: row.published,
    retracted: row.retracted,
    files: row.files,
    bytes: row.bytes,
  };
}

function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function parsed<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}
