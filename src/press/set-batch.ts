/**
 * Sets one batch of formes and keeps what was made, with a manifest that says what that is. In: the store, an edition
 * and a batch. Out: how many files and bytes. Set again, it writes the same bytes under the same keys.
 */
import { sha256 } from "../editions/digest.ts";
import type { EditionEntry } from "../editions/edition-index.ts";
import { type StoredFile, storeFile } from "../editions/file-store.ts";
import { type Rendered, renderEach } from "../editions/render.ts";
import { renderCard } from "../editions/render-card.ts";
import { fileKey, type Variant } from "../editions/variant.ts";
import { countPages } from "../formats/pdf/count-pages.ts";
import type { Edition } from "../model/edition.ts";
import { cardIn, type Forme, variantsOf } from "./formes.ts";
import type { Made } from "./logged-steps.ts";
import { type Manifest, type ManifestLine, manifestKey } from "./manifest.ts";

export async function setBatch(
  bucket: R2Bucket,
  entry: EditionEntry,
  edition: Edition,
  number: number,
  batch: readonly Forme[],
): Promise<Made> {
  const manifest: ManifestLine[] = [];
  for (const forme of batch) manifest.push(...(await setForme(bucket, entry, edition, forme)));
  const made: Manifest = { files: manifest };
  const json = JSON.stringify(made);
  await bucket.put(manifestKey(entry, number), json, { sha256: await sha256(json) });
  return { files: manifest.length, bytes: manifest.reduce((sum, { size }) => sum + size, 0) };
}

/** All files of a forme are put at once; the platform sends six at a time. */
async function setForme(
  bucket: R2Bucket,
  entry: EditionEntry,
  edition: Edition,
  forme: Forme,
): Promise<readonly ManifestLine[]> {
  const puts: Promise<ManifestLine>[] = [];
  const keep = (variant: Variant, { contentType, content }: Rendered): void => {
    const key = fileKey(entry, variant);
    const pages = variant.ending === "pdf" && typeof content !== "string" ? countPages(content) : 1;
    if (pages !== 1) throw new Error(`${key} has ${pages} pages`);
    puts.push(storeFile(bucket, key, contentType, content).then(({ size, hash }: StoredFile) => ({ key, size, hash })));
  };
  for (const { variant, ...file } of renderEach(edition, variantsOf(forme))) keep(variant, file);
  const card = cardIn(forme);
  if (card !== null) keep(card, await renderCard(edition, card));
  return await Promise.all(puts);
}
