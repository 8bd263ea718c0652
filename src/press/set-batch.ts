/**
 * Sets one batch of sets and keeps what was made, with a manifest that says what that is, and a row for each sheet.
 * In: the stores, an edition in the languages of the batch, and the batch. Out: how many files and bytes. Set again, it
 * writes the same bytes under the same keys.
 */

import { countPages } from "../formats/pdf/count-pages.ts";
import type { Edition } from "../model/edition.ts";
import { sheetsOf } from "../render/describe-sheets.ts";
import { type Rendered, renderEach } from "../render/render.ts";
import { renderCard } from "../render/render-card.ts";
import { fileKey, plainPdf, type Variant } from "../render/variant.ts";
import type { EditionEntry } from "../store/edition-index.ts";
import { type StoredFile, storeFile } from "../store/file-store.ts";
import { sha256 } from "../store/sha256.ts";
import { recordSheets, type SheetRow } from "../store/sheet-index.ts";
import { cardIn, type FileSet, type TopicFileSet, variantsOf } from "./file-sets.ts";
import type { Made } from "./logged-steps.ts";
import { type Manifest, type ManifestLine, manifestKey } from "./manifest.ts";

/** Where it is set, and of what. */
export interface Setting {
  readonly db: D1Database;
  readonly bucket: R2Bucket;
  readonly entry: EditionEntry;
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
  const made: Manifest = { files: manifest };
  const json = JSON.stringify(made);
  await bucket.put(manifestKey(entry, number), json, { sha256: await sha256(json) });
  return { files: manifest.length, bytes: manifest.reduce((sum, { size }) => sum + size, 0) };
}

/** All files of a set are put at once; the platform sends six at a time. */
async function setFiles(
  { bucket, entry }: Setting,
  edition: Edition,
  fileSet: FileSet,
): Promise<readonly ManifestLine[]> {
  const puts: Promise<ManifestLine>[] = [];
  const keep = (variant: Variant, { contentType, content }: Rendered): void => {
    const key = fileKey(entry, variant);
    const pages = variant.ending === "pdf" && typeof content !== "string" ? countPages(content) : 1;
    if (pages !== 1) throw new Error(`${key} has ${pages} pages`);
    puts.push(storeFile(bucket, key, contentType, content).then(({ size, hash }: StoredFile) => ({ key, size, hash })));
  };
  for (const { variant, ...file } of renderEach(edition, variantsOf(fileSet))) keep(variant, file);
  const card = cardIn(fileSet);
  if (card !== null) keep(card, await renderCard(edition, card));
  return await Promise.all(puts);
}

function hashOfPdf(entry: EditionEntry, { topic, language }: TopicFileSet, lines: readonly ManifestLine[]): string {
  const key = fileKey(entry, plainPdf(topic, language));
  const line = lines.find((each) => each.key === key);
  if (line === undefined) throw new Error(`${key} was not set`);
  return line.hash;
}
