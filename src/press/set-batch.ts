/**
 * Sets one batch of sets and keeps what was made, with a manifest that says what that is, and a row for each sheet.
 * In: the stores, an edition in the languages of the batch, and the batch. Out: how many files and bytes. Set again, it
 * writes the same bytes under the same keys.
 */

import { countPages } from "../formats/pdf/count-pages.ts";
import type { Edition } from "../model/edition.ts";
import { sheetsOf } from "../render/describe-sheets.ts";
import { fileKey, plainPdf } from "../render/variant.ts";
import type { EditionEntry } from "../store/edition-index.ts";
import { fileOf, putFile } from "../store/file-store.ts";
import { keepManifest, type ManifestLine, manifestKey } from "../store/manifest.ts";
import { recordSheets, type SheetRow } from "../store/sheet-index.ts";
import type { FileSet, TopicFileSet } from "./file-sets.ts";
import type { Made } from "./logged-steps.ts";
import type { PressContext } from "./press-context.ts";
import { renderSet } from "./render-set.ts";

/** Where it is set, and of what. */
export interface Setting {
  readonly db: D1Database;
  readonly bucket: R2Bucket;
  readonly entry: EditionEntry;
  readonly filesIn: PressContext["filesIn"];
  /** In one language at a time, which is all that a set is made from. */
  readonly editionIn: (language: string) => Promise<Edition>;
}

export async function setBatch(setting: Setting, number: number, batch: readonly FileSet[]): Promise<Made> {
  const { db, bucket, entry, editionIn } = setting;
  const manifest: ManifestLine[] = [];
  const sheets: SheetRow[] = [];
  for (const [language, fileSets] of Map.groupBy(batch, (fileSet) => fileSet.language)) {
    const edition = await editionIn(language);
    const describe = sheetsOf(edition, entry.digest);
    for (const fileSet of fileSets) {
      const lines = await setFiles(setting, edition, fileSet);
      manifest.push(...lines);
      if (fileSet.kind === "topic") sheets.push(describe(fileSet.topic, language, hashOfPdf(entry, fileSet, lines)));
    }
  }
  await recordSheets(db, sheets);
  await keepManifest(bucket, batchManifest(entry, number), { files: manifest, sheets });
  return { files: manifest.length, bytes: manifest.reduce((sum, { size }) => sum + size, 0) };
}

/** All files of a set are put at once; the platform sends six at a time. */
async function setFiles(
  { bucket, entry, filesIn }: Setting,
  edition: Edition,
  fileSet: FileSet,
): Promise<readonly ManifestLine[]> {
  const puts: Promise<ManifestLine>[] = [];
  for await (const { variant, contentType, content } of renderSet(edition, filesIn(fileSet))) {
    const key = fileKey(entry, variant);
    const pages = variant.ending === "pdf" && typeof content !== "string" ? countPages(content) : 1;
    if (pages !== 1) throw new Error(`${key} has ${pages} pages`);
    puts.push(store(bucket, key, contentType, content));
  }
  return await Promise.all(puts);
}

async function store(
  bucket: R2Bucket,
  key: string,
  contentType: string,
  content: Uint8Array | string,
): Promise<ManifestLine> {
  const file = await fileOf(contentType, content);
  await putFile(bucket, key, file);
  const { size, hash, page } = file;
  return { key, size, hash, contentType, page };
}

/** `number` counts batches from 1. */
export function batchManifest(entry: EditionEntry, number: number): string {
  return manifestKey(entry, String(number).padStart(5, "0"));
}

function hashOfPdf(entry: EditionEntry, { topic, language }: TopicFileSet, lines: readonly ManifestLine[]): string {
  const key = fileKey(entry, plainPdf(topic, language));
  const line = lines.find((each) => each.key === key);
  if (line === undefined) throw new Error(`${key} was not set`);
  return line.hash;
}
