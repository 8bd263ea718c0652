/**
 * Topics that are no more, and where each was last. In: the database and the newest edition. Out: the names that this has
 * neither as topics nor as old names of topics, each with the last edition that has it and may be read. The database looks
 * through the topics of all editions, so that only names that are gone come out of it; those are few.
 */
import type { EditionEntry } from "./edition-index.ts";

export interface GoneTopic {
  readonly topic: string;
  readonly edition: string;
  readonly issued: string;
}

/**
 * Those that went last come first. An edition whose successor lists the very same topics was the last with none of them, so
 * its list need not be taken apart. Where there is one maximum, SQLite takes the other columns from its row.
 */
const GONE = `
  WITH known AS (
    SELECT topic.value ->> '$.id' AS name FROM editions, json_each(topics) AS topic WHERE editions.id = ?1
    UNION SELECT alias.value ->> '$.id' FROM editions, json_each(aliases) AS alias WHERE editions.id = ?1
  )
  SELECT
    topic.value ->> '$.id' AS topic, editions.id AS edition, issued, max(format('%s %09d', week, revision)) AS place
  FROM editions, json_each(topics) AS topic
  WHERE retraction IS NULL
    AND topics IS NOT (
      SELECT topics FROM editions AS later
      WHERE retraction IS NULL AND (later.week, later.revision) > (editions.week, editions.revision)
      ORDER BY week, revision LIMIT 1
    )
    AND topic.value ->> '$.id' NOT IN known
  GROUP BY topic.value ->> '$.id'
  ORDER BY place DESC, 1`;

export async function goneTopics(db: D1Database, { id }: EditionEntry): Promise<readonly GoneTopic[]> {
  const { results } = await db.prepare(GONE).bind(id).all<GoneTopic>();
  return results.map(({ topic, edition, issued }) => ({ topic, edition, issued }));
}
