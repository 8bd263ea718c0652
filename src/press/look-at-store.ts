/**
 * Whether what was published is there and known. In: the stores, the current edition, and the time in minutes. Out: how
 * much of that edition is missing, and how far index and records are apart. Of an edition of up to a thousand files it
 * looks for each, of a larger one for one folder a minute; everything is for `npm run edition -- --check` to look at.
 */

import type { EditionEntry } from "../store/edition-index.ts";
import { listFiles } from "../store/list-files.ts";
import { folderOf, type ManifestLine, readManifest } from "../store/manifest.ts";
import { readPublication } from "../store/record.ts";
import { compareIndex } from "./reconcile.ts";

/** Files of an edition that are all looked for: a listing holds as many. */
const FEW = 1000;

export interface Look {
  /** Objects of the current edition that are not there as they were published. */
  readonly missing: number;
  /** Editions of which the index knows no record, or not the same. */
  readonly behind: number;
  /** Editions that neither knows; the press issues nothing before an operator has said what they are. */
  readonly unknown: readonly string[];
}

export async function lookAtStore(
  db: D1Database,
  bucket: R2Bucket,
  entry: EditionEntry | null,
  minute: number,
): Promise<Look> {
  const [missing, { unrecorded, unindexed, strays }] = await Promise.all([
    entry === null ? 0 : missingOf(bucket, entry, minute),
    compareIndex({ db, bucket }),
  ]);
  const unknown = [...new Set(strays.map(({ id }) => id))];
  return { missing, behind: unrecorded.length + unindexed.length, unknown };
}

async function missingOf(bucket: R2Bucket, entry: EditionEntry, minute: number): Promise<number> {
  const [record, frozen] = await Promise.all([readPublication(bucket, entry.id), bucket.head(entry.objectKey)]);
  const { manifests, entry: published } = record ?? { manifests: [], entry };
  const areFew = published.files <= FEW;
  const chosen = areFew ? manifests : [manifests[minute % manifests.length]].filter((ref) => ref !== undefined);
  const read = await Promise.all(
    chosen.map(async ({ key, hash }) => {
      const found = await readManifest(bucket, key);
      return found?.ref.hash === hash ? found : null;
    }),
  );
  const lines = read.flatMap((each) => each?.manifest.files ?? []);
  const files = areFew ? await missingIn(bucket, entry, lines, "") : await missingInOne(bucket, entry, lines, minute);
  return (frozen === null ? 1 : 0) + read.filter((each) => each === null).length + files;
}

async function missingInOne(
  bucket: R2Bucket,
  entry: EditionEntry,
  lines: readonly ManifestLine[],
  minute: number,
): Promise<number> {
  const folders = [...new Set(lines.map(({ key }) => folderOf(key)))];
  const folder = folders[minute % folders.length];
  if (folder === undefined) return 0;
  const own = lines.filter(({ key }) => folderOf(key) === folder);
  return await missingIn(bucket, entry, own, `${folder}/`);
}

async function missingIn(
  bucket: R2Bucket,
  entry: EditionEntry,
  lines: readonly ManifestLine[],
  folder: string,
): Promise<number> {
  const there = new Map((await listFiles(bucket, entry, folder)).map(({ key, hash }) => [key, hash]));
  return lines.filter(({ key, hash }) => there.get(key) !== hash).length;
}
