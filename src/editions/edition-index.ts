/**
 * Which editions there are, as D1 knows them: enough to answer for an address without loading an edition. In: the
 * database. Out: rows, and the SQL that moves the pointer to another edition. It does not read or write the editions
 * themselves; they lie in R2.
 */
import type { Command } from "../library/commands.ts";
import type { Topic } from "../model/topic.ts";

export interface EditionEntry {
  readonly id: string;
  readonly issued: string;
  readonly asOf: string | null;
  readonly libraryHash: string;
  readonly digest: string;
  readonly site: string;
  readonly objectKey: string;
  readonly topics: readonly Topic[];
}

interface EditionRow {
  readonly id: string;
  readonly issued: string;
  readonly as_of: string | null;
  readonly library_hash: string;
  readonly digest: string;
  readonly site: string;
  readonly object_key: string;
  readonly topics: string;
}

/** The edition a reader gets who names none; null before the first is issued. */
export async function currentEdition(db: D1Database): Promise<EditionEntry | null> {
  return entryOf(await db.prepare("SELECT * FROM editions WHERE is_current = 1").first<EditionRow>());
}

export async function editionById(db: D1Database, id: string): Promise<EditionEntry | null> {
  return entryOf(await db.prepare("SELECT * FROM editions WHERE id = ?1").bind(id).first<EditionRow>());
}

/** Two statements for one transaction: no moment without a current edition, none with two. */
export function publishCommands(entry: EditionEntry): readonly Command[] {
  const columns = "id, issued, as_of, library_hash, digest, site, object_key, topics";
  const values = columns.split(", ").map((column) => `value ->> '$.${column}'`);
  const updates = columns.split(", ").map((column) => `${column} = excluded.${column}`);
  const row: EditionRow = {
    id: entry.id,
    issued: entry.issued,
    as_of: entry.asOf,
    library_hash: entry.libraryHash,
    digest: entry.digest,
    site: entry.site,
    object_key: entry.objectKey,
    topics: JSON.stringify(entry.topics),
  };
  return [
    { sql: "UPDATE editions SET is_current = 0 WHERE is_current = 1" },
    {
      sql:
        `INSERT INTO editions (${columns}, is_current) SELECT ${values.join(", ")}, 1 FROM json_each(?1) WHERE true ` +
        `ON CONFLICT (id) DO UPDATE SET ${updates.join(", ")}, is_current = 1`,
      rows: JSON.stringify([row]),
    },
  ];
}

export function entryOf(row: EditionRow | null): EditionEntry | null {
  if (row === null) return null;
  return {
    id: row.id,
    issued: row.issued,
    asOf: row.as_of,
    libraryHash: row.library_hash,
    digest: row.digest,
    site: row.site,
    objectKey: row.object_key,
    topics: JSON.parse(row.topics) as Topic[],
  };
}
