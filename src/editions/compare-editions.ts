/**
 * The differences between two editions as a file, made on the spot and not kept. In: the bucket, the earlier and the
 * later edition, a language and a format. Out: the file. Which two make sense together is for the caller to know.
 */
import { composeChanges } from "../compose/compose-changes.ts";
import { WORD_FORMATS } from "../formats/formats.ts";
import { compareLibraries } from "../model/changes.ts";
import { sha256 } from "./digest.ts";
import type { EditionEntry } from "./edition-index.ts";
import type { StoredFile } from "./file-store.ts";
import { readEdition } from "./read-edition.ts";
import type { WordEnding } from "./variant.ts";

export async function compareEditions(
  bucket: R2Bucket,
  earlier: EditionEntry,
  later: EditionEntry,
  language: string,
  ending: WordEnding,
): Promise<StoredFile> {
  const [before, after] = await Promise.all([readEdition(bucket, earlier), readEdition(bucket, later)]);
  const changes = compareLibraries(before.id, before.library, after.library);
  const { contentType, writeWords } = WORD_FORMATS[ending];
  const bytes = Uint8Array.from(new TextEncoder().encode(writeWords(composeChanges(after, changes, language))));
  return { contentType, size: bytes.length, hash: await sha256(bytes), page: null, body: bytes };
}
