/**
 * Where an edition stands among the others: which is the newest, which came before and after, what has been corrected in
 * it since, and when the library was last looked through. In: the database and an edition's entry. Out: entries that may
 * be read; retracted ones are passed over. It says nothing in words.
 */
import {
  type EditionEntry,
  type EditionRow,
  entryOf,
  LISTED,
  type ListedEdition,
  type ListedRow,
  lastMoment,
  listedOf,
} from "./edition-index.ts";

export interface Versions {
  readonly newest: EditionEntry | null;
  readonly predecessor: EditionEntry | null;
  readonly successor: EditionEntry | null;
  /** Later revisions of the same week, oldest first. */
  readonly corrections: readonly ListedEdition[];
  /** When there was last one more or one less of these, retracted ones too; null where there never was one. */
  readonly revised: string | null;
}

/** One question to the database. */
export async function versionsOf(db: D1Database, { week, revision }: ListedEdition): Promise<Versions> {
  const readable = "SELECT * FROM editions WHERE retraction IS NULL AND";
  const revisions = `SELECT ${LISTED} FROM editions WHERE week = ?1 AND revision > ?2`;
  const [newest, before, after, later] = await db.batch([
    db.prepare(`${readable} is_current = 1`),
    db
      .prepare(`${readable} (week, revision) < (?1, ?2) ORDER BY week DESC, revision DESC LIMIT 1`)
      .bind(week, revision),
    db.prepare(`${readable} (week, revision) > (?1, ?2) ORDER BY week, revision LIMIT 1`).bind(week, revision),
    db.prepare(`${revisions} ORDER BY revision`).bind(week, revision),
  ]);
  const first = (found: D1Result | undefined): EditionEntry | null => {
    const row = found?.results[0];
    return row === undefined ? null : entryOf(row as EditionRow);
  };
  const revised = ((later?.results ?? []) as ListedRow[]).map(listedOf);
  return {
    newest: first(newest),
    predecessor: first(before),
    successor: first(after),
    corrections: revised.filter(({ retraction }) => retraction === null),
    revised: lastMoment(revised),
  };
}

const CHECKS = "kind = 'issue' AND outcome IN ('issued', 'unchanged')";

/**
 * When the library was last looked through for something new and nothing failed, ISO 8601 in UTC. A correction of some
 * edition does not count: it looks at what was wrong and not at what is new.
 */
export async function lastCheck(db: D1Database): Promise<string | null> {
  return await db.prepare(`SELECT max(finished) AS finished FROM runs WHERE ${CHECKS}`).first<string>("finished");
}

/** The same where it was this edition against which nothing was new: of another's news it says nothing. */
export async function lastCheckOf(db: D1Database, { id }: ListedEdition): Promise<string | null> {
  const sql = `SELECT max(finished) AS finished FROM runs WHERE ${CHECKS} AND edition = ?1`;
  return await db.prepare(sql).bind(id).first<string>("finished");
}
