/**
 * The differences to an earlier edition, and between two editions as a file, made on the spot and not kept. In: the
 * bucket, the earlier and the later edition, a language and a format. Out: what is different; the file. Which two make
 * sense together is for the caller to know.
 */
import { composeChanges } from "../compose/compose-changes.ts";
import { WORD_FORMATS } from "../formats/formats.ts";
import { type Changes, compareWith } from "../model/changes.ts";
import type { Library } from "../model/library.ts";
import type { EditionEntry } from "../store/edition-index.ts";
import type { StoredFile } from "../store/file-store.ts";
import { entriesOf, readEdition } from "../store/read-edition.ts";
import { sha256 } from "../store/sha256.ts";
import type { WordEnding } from "./variant.ts";

export async function compareEditions(
  bucket: R2Bucket,
  earlier: EditionEntry,
  later: EditionEntry,
  language: string,
  ending: WordEnding,
): Promise<StoredFile> {
  // In all languages, for a statement that differs in another one has changed too.
  const after = await readEdition(bucket, later);
  const changes = await changesSince(bucket, earlier, after.library);
  const { contentType, writeWords } = WORD_FORMATS[ending];
  const bytes = Uint8Array.from(new TextEncoder().encode(writeWords(composeChanges(after, changes, language))));
  return { contentType, size: bytes.length, hash: await sha256(bytes), page: null, body: bytes };
}

/** The earlier edition is read entry by entry, for two libraries together may be more than an isolate holds. */
export async function changesSince(bucket: R2Bucket, earlier: EditionEntry, after: Library): Promise<Changes> {
  const comparison = compareWith(earlier.id, after);
  for await (const [list, was] of entriesOf(bucket, earlier)) {
    // All that follows the library is of no interest here, and may be as long.
    if (!list.startsWith("library.")) break;
    comparison.show(list.slice("library.".length), was as object);
  }
  return comparison.changes();
}
