/**
 * Puts an edition where readers find it. In: the stores and what `freeze` made. Out: the edition in R2, and commands after
 * which the index knows it. Whether it was published is for its record to say, not for this.
 */
import type { Command } from "../library/commands.ts";
import { type EditionEntry, rowOf } from "./edition-index.ts";
import type { Frozen } from "./freeze.ts";
import { partKey } from "./read-edition.ts";
import { sha256 } from "./sha256.ts";

/** Content-addressed: whoever puts the same edition again changes nothing. */
export async function keepEdition(bucket: R2Bucket, { entry, pieces }: Frozen): Promise<void> {
  let number = 0;
  for (const json of pieces()) {
    const key = number === 0 ? entry.objectKey : partKey(entry, number);
    const hash = await sha256(json);
    await bucket.put(key, json, {
      httpMetadata: { contentType: "application/json" },
      customMetadata: { sha256: hash },
      sha256: hash,
    });
    number++;
  }
}

/**
 * For one transaction. The index takes what was published whatever it held before; only a retraction that it knows of
 * stays, and the moments of both. A correction of an older week becomes current only where no newer week is.
 */
export function indexCommands(entry: EditionEntry): readonly Command[] {
  const row = rowOf(entry);
  const columns = Object.keys(row) as (keyof typeof row)[];
  const values = columns.map((column) => `value ->> '$.${column}'`);
  const taken = columns.map((column) =>
    KEPT.has(column) ? `${column} = coalesce(excluded.${column}, ${column})` : `${column} = excluded.${column}`,
  );
  return [
    {
      sql:
        `INSERT INTO editions (${columns.join(", ")}, is_current) SELECT ${values.join(", ")}, 0 FROM json_each(?1) ` +
        `WHERE true ON CONFLICT (id) DO UPDATE SET ${taken.join(", ")}`,
      rows: [row],
    },
    ...pointToNewest(),
  ];
}

const KEPT: ReadonlySet<string> = new Set(["retraction", "published", "retracted"]);

/** Current is the newest that may be read: no moment with none where there is one, and never two. */
export function pointToNewest(): readonly Command[] {
  const newest = "SELECT id FROM editions WHERE retraction IS NULL ORDER BY week DESC, revision DESC LIMIT 1";
  return [
    { sql: `UPDATE editions SET is_current = 0 WHERE is_current = 1 AND id IS NOT (${newest})` },
    { sql: `UPDATE editions SET is_current = 1 WHERE is_current = 0 AND id IS (${newest})` },
  ];
}
