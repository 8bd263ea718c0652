/**
 * Who was told of which edition, in D1: what is still to be told, which try is under way, how the last one ended. In: the
 * database, and times that whoever runs the press reads off a clock. Out: rows, and what is read of them. One row an
 * edition, so that nothing is told again once it was taken.
 */
import type { Command } from "../library/commands.ts";

export interface Announced {
  readonly edition: string;
  /** ISO 8601 in UTC; null where nobody has taken it yet. */
  readonly told: string | null;
  readonly tries: number;
  readonly tried: string | null;
  /** Why the last try failed. */
  readonly error: string | null;
}

/** A try ends after ten seconds; one that has not for so long died with whoever made it. */
const PATIENCE = 60_000;

/** For the transaction that publishes: whatever becomes of the run then, a tick finds what is to be told. */
export function expectTelling(edition: string): Command {
  const sql = "INSERT INTO announcements (edition) SELECT value FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING";
  return { sql, rows: [edition] };
}

/** Of several that begin at once, one may. */
export async function beginTelling(
  db: D1Database,
  edition: string,
  now: Date,
): Promise<"begun" | "under way" | "told before"> {
  const sql =
    "INSERT INTO announcements (edition, tries, tried, trying) VALUES (?1, 1, ?2, 1) " +
    "ON CONFLICT (edition) DO UPDATE SET tries = tries + 1, tried = ?2, trying = 1 " +
    "WHERE told IS NULL AND (trying = 0 OR tried < ?3) RETURNING edition";
  const patience = new Date(now.getTime() - PATIENCE).toISOString();
  if ((await db.prepare(sql).bind(edition, now.toISOString(), patience).first()) !== null) return "begun";
  const known = await db.prepare("SELECT told FROM announcements WHERE edition = ?1").bind(edition).first("told");
  return known === null ? "under way" : "told before";
}

/** `error` is null where the listener took it. */
export async function endTelling(db: D1Database, edition: string, now: Date, error: string | null): Promise<void> {
  const sql = "UPDATE announcements SET trying = 0, told = ?2, error = ?3 WHERE edition = ?1 AND told IS NULL";
  await db
    .prepare(sql)
    .bind(edition, error === null ? now.toISOString() : null, error)
    .run();
}

const OUT = "coalesce(editions.published, editions.issued)";
const OF_EDITIONS = "FROM announcements JOIN editions ON editions.id = announcements.edition";

/** Not what was taken back, nor what a newer edition has come out after: its news is old. */
export async function untold(db: D1Database): Promise<readonly string[]> {
  const sql =
    `SELECT editions.id ${OF_EDITIONS} WHERE told IS NULL AND retraction IS NULL AND NOT EXISTS (` +
    "SELECT 1 FROM editions AS later WHERE (later.week, later.revision) > (editions.week, editions.revision) " +
    `AND coalesce(later.published, later.issued) > ${OUT}) ORDER BY ${OUT}`;
  return (await db.prepare(sql).all<{ id: string }>()).results.map(({ id }) => id);
}

/** Of the edition that came out last of those that somebody was to be told of. */
export async function lastTelling(db: D1Database): Promise<Announced | null> {
  const columns = "announcements.edition, told, tries, tried, announcements.error";
  return await db.prepare(`SELECT ${columns} ${OF_EDITIONS} ORDER BY ${OUT} DESC LIMIT 1`).first<Announced>();
}
