/**
 * The file of a variant: from the store, or made, stored and handed out. In: the stores and what is wanted. Out: the
 * file. The press has made what most readers want; this makes what it did not, such as another template, once.
 */
import type { EditionEntry } from "../store/edition-index.ts";
import { type FileFacts, headFile, readFile, type StoredFile, storeFile } from "../store/file-store.ts";
import { readEditionIn } from "../store/read-edition.ts";
import { render } from "./render.ts";
import { type CardVariant, fileKey, type Variant, type WrittenVariant } from "./variant.ts";

/** What is known of a file without making it; null where it was never asked for. */
export async function fileFacts(bucket: R2Bucket, entry: EditionEntry, variant: Variant): Promise<FileFacts | null> {
  return await headFile(bucket, fileKey(entry, variant));
}

/** Null where the press made none: a card is never made for a reader. */
export async function fetchCard(bucket: R2Bucket, entry: EditionEntry, card: CardVariant): Promise<StoredFile | null> {
  return await readFile(bucket, fileKey(entry, card));
}

export async function fetchFile(bucket: R2Bucket, entry: EditionEntry, variant: WrittenVariant): Promise<StoredFile> {
  const key = fileKey(entry, variant);
  const stored = await readFile(bucket, key);
  if (stored !== null) return stored;
  const { contentType, content } = render(await readEditionIn(bucket, entry, variant.language), variant);
  return await storeFile(bucket, key, contentType, content);
}
