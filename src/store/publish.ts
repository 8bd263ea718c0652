/**
 * Puts an edition where readers find it. In: the stores, what `freeze` made, and the edition that was current when it
 * was made. Out: whether it is there now. The edition itself lies in R2 before D1 points at it; the entry and the
 * pointer move in one transaction, and only while nobody else has moved it.
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
 * For one transaction. Nothing happens where the edition is there already or another than `current` is current. A
 * correction of an older week becomes current only where no newer week is.
 */
export function publishCommands(entry: EditionEntry, current: string | null): readonly Command[] {
  const row = rowOf(entry);
  const columns = Object.keys(row) as (keyof typeof row)[];
  const values = columns.map((column) => `value ->> '$.${column}'`);
  return [
    {
      sql:
        `INSERT INTO editions (${columns.join(", ")}, is_current) SELECT ${values.join(", ")}, 0 FROM json_each(?1) ` +
        "WHERE (SELECT id FROM editions WHERE is_current = 1) IS value ->> '$.current' ON CONFLICT DO NOTHING",
      rows: JSON.stringify([{ ...row, current }]),
    },
    ...pointToNewest(),
  ];
}

/** Current is the newest that may be read: no moment with none where there is one, and never two. */
export function pointToNewest(): readonly Command[] {
  const newest = "SELECT id FROM editions WHERE retraction IS NULL ORDER BY week DESC, revision DESC LIMIT 1";
  return [
    { sql: `UPDATE editions SET is_current = 0 WHERE is_current = 1 AND id IS NOT (${newest})` },
    { sql: `UPDATE editions SET is_current = 1 WHERE is_current = 0 AND id IS (${newest})` },
  ];
}
