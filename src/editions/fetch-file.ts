/**
 * The file of a variant: from the store, or made, stored and handed out. In: the stores and what is wanted. Out: the
 * file. Whoever asks second never pays for rendering; two who ask first at the same time write the same bytes.
 */
import type { EditionEntry } from "./edition-index.ts";
import { type FileFacts, headFile, readFile, type StoredFile, storeFile } from "./file-store.ts";
import { readEdition } from "./read-edition.ts";
import { render } from "./render.ts";
import { fileKey, type Variant } from "./variant.ts";

export interface Shelf {
  readonly bucket: R2Bucket;
  /** Names the running program; files of another are not looked at. */
  readonly program: string;
}

/** What is known of a file without making it; null where it was never asked for. */
export async function fileFacts(shelf: Shelf, entry: EditionEntry, variant: Variant): Promise<FileFacts | null> {
  return await headFile(shelf.bucket, fileKey(entry, shelf.program, variant));
}

export async function fetchFile(shelf: Shelf, entry: EditionEntry, variant: Variant): Promise<StoredFile> {
  const key = fileKey(entry, shelf.program, variant);
  const stored = await readFile(shelf.bucket, key);
  if (stored !== null) return stored;
  const { contentType, content } = render(await readEdition(shelf.bucket, entry), variant);
  return await storeFile(shelf.bucket, key, contentType, content);
}
