/**
 * Holds everything that was published of an edition against its record. In: the bucket, the edition's name and which of
 * its manifests. Out: how many files were looked at, and the keys of what is missing or not as it was published. It
 * reads no file: the store keeps the hash of what was put.
 */
import { readManifest } from "../store/manifest.ts";
import { readPublication } from "../store/record.ts";
import { filesAmiss } from "./verify-files.ts";
import { frozenAmiss } from "./verify-frozen.ts";

export interface Checked {
  readonly files: number;
  readonly lost: readonly string[];
}

/** From the manifest `first`, counted from 0, up to the one before `end`; with the first of them the frozen edition. */
export async function checkManifests(bucket: R2Bucket, id: string, first: number, end: number): Promise<Checked> {
  const record = await readPublication(bucket, id);
  if (record === null) return { files: 0, lost: [] };
  const lost: string[] = first === 0 ? [...(await frozenAmiss(bucket, record.entry))] : [];
  let files = 0;
  for (const { key, hash } of record.manifests.slice(first, end)) {
    const read = await readManifest(bucket, key);
    if (read?.ref.hash !== hash) lost.push(key);
    const lines = read?.manifest.files ?? [];
    files += lines.length;
    lost.push(...(await filesAmiss(bucket, lines)).map((line) => line.key));
  }
  return { files, lost };
}
