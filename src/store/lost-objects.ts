/**
 * What was published and is missing, written down where it is noticed: by a reader who asked for it, by a check. In: the
 * database and keys of objects in R2. Out: rows. It looks for nothing itself.
 */
import { runTogether } from "../library/commands.ts";

export interface LostObject {
  readonly edition: string;
  readonly key: string;
}

export async function noteLost(db: D1Database, objects: readonly LostObject[], now: string): Promise<void> {
  if (objects.length === 0) return;
  const sql =
    "INSERT INTO lost (key, edition, noticed) SELECT value ->> '$.key', value ->> '$.edition', value ->> '$.noticed' " +
    "FROM json_each(?1) WHERE true ON CONFLICT (key) DO UPDATE SET noticed = excluded.noticed";
  const rows = objects.map(({ key, edition }) => ({ key, edition, noticed: now }));
  await runTogether(db, [{ sql, rows }]);
}

/** What is there again. */
export async function forgetLost(db: D1Database, keys: readonly string[]): Promise<void> {
  const sql = "DELETE FROM lost WHERE key IN (SELECT value FROM json_each(?1))";
  await runTogether(db, [{ sql, rows: keys }]);
}

/** What was missing before a moment and has not been missed since: of one edition, or of all. */
export async function forgetFound(db: D1Database, before: string, edition: string | null): Promise<void> {
  const sql = "DELETE FROM lost WHERE noticed < ?1 AND (?2 IS NULL OR edition = ?2)";
  await db.prepare(sql).bind(before, edition).run();
}

export async function countLost(db: D1Database): Promise<number> {
  return (await db.prepare("SELECT count(*) AS lost FROM lost").first<number>("lost")) ?? 0;
}

/** Of one edition or of all, by key. */
export async function lostObjects(db: D1Database, edition: string | null): Promise<readonly LostObject[]> {
  const sql = "SELECT key, edition FROM lost WHERE ?1 IS NULL OR edition = ?1 ORDER BY key";
  return (await db.prepare(sql).bind(edition).all<LostObject>()).results;
}
