/**
 * The file of a variant: from the store, or made, stored and handed out. In: the stores, the running program and what is
 * wanted. Out: the file. The press has made what most readers want; this makes what it did not, such as another template,
 * once. What was published is answered with its own bytes or not at all.
 */
import { Lost } from "../model/problem.ts";
import type { EditionEntry } from "../store/edition-index.ts";
import { type FileFacts, fileOf, headFile, keepFile, readFile, type StoredFile } from "../store/file-store.ts";
import type { ManifestLine } from "../store/manifest.ts";
import { publishedAs } from "../store/published-as.ts";
import { readEditionIn } from "../store/read-edition.ts";
import { oneFlight } from "./one-flight.ts";
import { render } from "./render.ts";
import { type CardVariant, fileKey, type Variant, type WrittenVariant } from "./variant.ts";

/** Where files come from, and who makes those that are not there. */
export interface FileStores {
  readonly bucket: R2Bucket;
  /** Names the running program. */
  readonly program: string;
  /** Lets work go on after the answer. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/**
 * What is known of a file without making it; null where it was never asked for.
 * @throws Lost where it was published and cannot be answered.
 */
export async function fileFacts(
  { bucket, program }: Pick<FileStores, "bucket" | "program">,
  entry: EditionEntry,
  variant: Variant,
): Promise<FileFacts | null> {
  const key = fileKey(entry, variant);
  const stored = await headFile(bucket, key);
  if (stored !== null) return stored;
  const line = await promised(bucket, entry, key);
  if (line === null) return null;
  const { contentType, page } = line;
  if (entry.program !== program) throw new Lost(entry.id, key);
  return contentType === undefined || page === undefined ? null : { ...line, contentType, page };
}

/**
 * Null where the press made none: a card is never made for a reader.
 * @throws Lost where it made one.
 */
export async function fetchCard(bucket: R2Bucket, entry: EditionEntry, card: CardVariant): Promise<StoredFile | null> {
  const key = fileKey(entry, card);
  const stored = await readFile(bucket, key);
  if (stored === null && (await promised(bucket, entry, key)) !== null) throw new Lost(entry.id, key);
  return stored;
}

/** @throws Lost where it was published and cannot be made anew with the same bytes. */
export async function fetchFile(
  { bucket, program, waitUntil }: FileStores,
  entry: EditionEntry,
  variant: WrittenVariant,
): Promise<StoredFile> {
  const key = fileKey(entry, variant);
  const stored = await readFile(bucket, key);
  if (stored !== null) return stored;
  return await oneFlight(key, waitUntil, async () => {
    const line = await promised(bucket, entry, key);
    if (line !== null && entry.program !== program) throw new Lost(entry.id, key);
    const { contentType, content } = render(await readEditionIn(bucket, entry, variant.language), variant);
    const file = await fileOf(contentType, content);
    if (line !== null && file.hash !== line.hash) throw new Lost(entry.id, key);
    return await keepFile(bucket, key, file);
  });
}

/** What readers were promised under a key; null where nothing was. */
async function promised(bucket: R2Bucket, entry: EditionEntry, key: string): Promise<ManifestLine | null> {
  const { line, unknown } = await publishedAs(bucket, entry, key);
  if (unknown) throw new Lost(entry.id, key);
  return line;
}
