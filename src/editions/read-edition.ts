/**
 * Loads a frozen edition. In: the bucket and the edition's entry in the index. Out: the edition. What it finds was
 * parsed before it was frozen and is named by its own hash, so it is not parsed again; only a reader of a variant that
 * nobody asked for before pays for this.
 */
import type { Edition } from "../model/edition.ts";
import type { EditionEntry } from "./edition-index.ts";

/** The first editions were frozen before there were these. */
type Frozen = Omit<Edition, "program" | "changes" | "correction" | "cards"> & Partial<Edition>;

export async function readEdition(bucket: R2Bucket, entry: EditionEntry): Promise<Edition> {
  const object = await bucket.get(entry.objectKey);
  if (object === null) throw new Error(`edition ${entry.id} is in the index, but ${entry.objectKey} is not in R2`);
  return { program: entry.program, changes: null, correction: null, cards: false, ...(await object.json<Frozen>()) };
}
