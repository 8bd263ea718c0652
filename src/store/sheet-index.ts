/**
 * What D1 knows of every sheet that was pressed: its title, the hash of its PDF, and what its edition brought on the
 * topic. In: the database. Out: rows, without loading an edition. Rows are found by their edition's digest, so those of
 * a run that did not get to publish are seen by nobody.
 */
import { runTogether } from "../library/commands.ts";
import { LISTED, type ListedEdition, type ListedRow, listedOf } from "./edition-index.ts";

export interface SheetRow {
  readonly edition: string;
  readonly digest: string;
  readonly language: string;
  readonly topic: string;
  readonly title: string;
  /** With the subject; null in editions of programs that cited by the topic alone, and not there in their manifests. */
  readonly long_title?: string | null;
  /** SHA-256 of the PDF that a reader gets who asks for no template and no paper. */
  readonly pdf: string;
  /** Both null where the edition brought nothing on the topic. */
  readonly news_title: string | null;
  /** HTML. */
  readonly news: string | null;
}

/** Written again, the rows are the same. */
export async function recordSheets(db: D1Database, rows: readonly SheetRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values = columns.map((column) => `value ->> '$.${column}'`);
  const sql = `INSERT OR REPLACE INTO sheets (${columns.join(", ")}) SELECT ${values.join(", ")} FROM json_each(?1)`;
  await runTogether(db, [{ sql, rows }]);
}

export async function countSheets(db: D1Database, { digest }: Pick<ListedEdition, "digest">): Promise<number> {
  const sql = "SELECT count(*) AS sheets FROM sheets WHERE digest = ?1";
  return (await db.prepare(sql).bind(digest).first<number>("sheets")) ?? 0;
}

/** Forgets what was recorded for editions of this name under another digest. */
export async function forgetSheets(
  db: D1Database,
  { id, digest }: Pick<ListedEdition, "id" | "digest">,
): Promise<void> {
  await db.prepare("DELETE FROM sheets WHERE edition = ?1 AND digest <> ?2").bind(id, digest).run();
}

/** Forgets what was recorded for one digest. */
export async function forgetDigest(db: D1Database, { digest }: Pick<ListedEdition, "digest">): Promise<void> {
  await db.prepare("DELETE FROM sheets WHERE digest = ?1").bind(digest).run();
}

/** All that was recorded for an edition. */
export async function sheetRows(
  db: D1Database,
  { digest }: Pick<ListedEdition, "digest">,
): Promise<readonly SheetRow[]> {
  const sql = "SELECT * FROM sheets WHERE digest = ?1 ORDER BY language, topic";
  return (await db.prepare(sql).bind(digest).all<SheetRow>()).results;
}

export interface SheetFacts {
  readonly title: string;
  /** By which it is cited. */
  readonly longTitle: string;
  readonly pdf: string;
}

/** Null where the sheet was not pressed, or by a program that did not record it. */
export async function sheetFacts(
  db: D1Database,
  { digest }: Pick<ListedEdition, "digest">,
  language: string,
  topic: string,
): Promise<SheetFacts | null> {
  const sql =
    "SELECT title, coalesce(long_title, title) AS longTitle, pdf FROM sheets WHERE digest = ?1 AND language = ?2 AND topic = ?3";
  return await db.prepare(sql).bind(digest, language, topic).first<SheetFacts>();
}

/** Titles by topic; none where the edition was pressed by a program that did not record them. */
export async function sheetTitles(
  db: D1Database,
  { digest }: Pick<ListedEdition, "digest">,
  language: string,
): Promise<ReadonlyMap<string, string>> {
  const sql = "SELECT topic, title FROM sheets WHERE digest = ?1 AND language = ?2";
  const { results } = await db.prepare(sql).bind(digest, language).all<{ topic: string; title: string }>();
  return new Map(results.map(({ topic, title }) => [topic, title]));
}

/** An edition and what it brought on a topic; null where no more is known than that it was issued. */
export interface Issued {
  readonly entry: ListedEdition;
  /** What the topic was called in the address then. */
  readonly topic: string;
  readonly news: { readonly title: string; readonly html: string } | null;
}

type IssuedRow = ListedRow & Pick<SheetRow, "news_title" | "news"> & { readonly sheet: string };

/**
 * The editions that brought something on a topic, by any of its names, the newest first, retracted ones too. Of editions
 * whose sheets were not recorded those count that have the topic, and something new or a correction at all. The topics of
 * all others are not looked through, for they are many.
 */
export async function issuedOn(
  db: D1Database,
  language: string,
  names: readonly string[],
  most: number,
): Promise<readonly Issued[]> {
  const sql = `
    SELECT ${LISTED}, name.value AS sheet, sheets.news_title, sheets.news
    FROM editions, json_each(?1) AS name
    LEFT JOIN sheets ON sheets.digest = editions.digest AND sheets.language = ?2 AND sheets.topic = name.value
    WHERE sheets.news IS NOT NULL OR (
      sheets.digest IS NULL
      AND NOT EXISTS (SELECT 1 FROM sheets AS others WHERE others.digest = editions.digest AND others.language = ?2)
      AND EXISTS (SELECT 1 FROM json_each(editions.topics) AS topic WHERE topic.value ->> '$.id' = name.value)
      AND (editions.correction IS NOT NULL OR editions.changes IS NULL OR EXISTS (
        SELECT 1 FROM json_each(editions.changes) AS counted WHERE counted.type = 'integer' AND counted.value > 0
      ))
    )
    ORDER BY max(editions.issued, coalesce(editions.retraction ->> '$.on', '')) DESC, week DESC, revision DESC
    LIMIT ?3`;
  const { results } = await db.prepare(sql).bind(JSON.stringify(names), language, most).all<IssuedRow>();
  return results.map((row) => ({
    entry: listedOf(row),
    topic: row.sheet,
    news: row.news === null || row.news_title === null ? null : { title: row.news_title, html: row.news },
  }));
}
