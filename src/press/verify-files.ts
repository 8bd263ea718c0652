/**
 * Holds what lies in the store against what was made. In: lines of manifests and the bucket. Out: the lines whose file
 * is not there as it was made. It trusts no memory of the run that made it, and reads no file: the store keeps the hash
 * of what was put.
 */
import type { ManifestLine } from "../store/manifest.ts";
import { hexOf } from "../store/sha256.ts";

/** One listing a folder, that is a topic in a language: far fewer than the 1,000 objects that a listing holds. */
export async function filesAmiss(bucket: R2Bucket, lines: readonly ManifestLine[]): Promise<readonly ManifestLine[]> {
  const amiss: ManifestLine[] = [];
  for (const [prefix, expected] of Map.groupBy(lines, ({ key }) => key.slice(0, key.lastIndexOf("/") + 1))) {
    const { objects } = await bucket.list({ prefix, include: ["customMetadata"] });
    const found = new Map(objects.map((object) => [object.key, object]));
    for (const line of expected) if (!(await isAsMade(bucket, found.get(line.key), line))) amiss.push(line);
  }
  return amiss;
}

/** R2 hashes what it is handed; an object that somebody else wrote over has another hash, or none. */
async function isAsMade(
  bucket: R2Bucket,
  listed: R2Object | undefined,
  { key, size, hash }: ManifestLine,
): Promise<boolean> {
  if (listed?.size !== size || listed.customMetadata?.sha256 !== hash) return false;
  // A listing need not have the store's own hashes.
  const known = listed.checksums?.sha256 ?? (await bucket.head(key))?.checksums.sha256;
  return known !== undefined && hexOf(new Uint8Array(known)) === hash;
}
