/**
 * Loads a frozen edition. In: the bucket and the edition's entry in the index. Out: the edition. What it finds was
 * parsed before it was frozen and is named by its own hash, so it is not parsed again; only a reader of a variant that
 * nobody asked for before pays for this.
 */
import type { Edition } from "../model/edition.ts";
import type { EditionEntry } from "./edition-index.ts";

/** Frozen before there were cards. */
type Older = Omit<Edition, "cards">;

export async function readEdition(bucket: R2Bucket, entry: EditionEntry): Promise<Edition> {
  const object = await bucket.get(entry.objectKey);
  if (object === null) throw new Error(`edition ${entry.id} is in the index, but ${entry.objectKey} is not in R2`);
  const edition = await object.json<Edition | Older>();
  return "cards" in edition ? edition : { ...edition, cards: false };
}
