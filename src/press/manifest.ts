/**
 * What a batch made, kept beside the edition: the key, size and SHA-256 of every file. In: a manifest and the store. Out:
 * whether the store holds all of that. It trusts no memory of the run that wrote it.
 */
import type { EditionEntry } from "../store/edition-index.ts";

export interface ManifestLine {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

export interface Manifest {
  readonly files: readonly ManifestLine[];
}

/** `number` counts batches from 1. */
export function manifestKey({ id, digest }: Pick<EditionEntry, "id" | "digest">, number: number): string {
  return `manifests/${id}/${digest}/${String(number).padStart(5, "0")}.json`;
}

export async function readManifest(bucket: R2Bucket, entry: EditionEntry, number: number): Promise<Manifest> {
  const key = manifestKey(entry, number);
  const object = await bucket.get(key);
  if (object === null) throw new Error(`${key} is not in R2`);
  return await object.json<Manifest>();
}

/**
 * Compares what manifests say with what a listing of the store says; the number of files.
 * @throws Error that names the first files that are missing or different.
 */
export async function verifyFiles(bucket: R2Bucket, manifests: readonly Manifest[]): Promise<number> {
  const lines = manifests.flatMap(({ files }) => files);
  const wrong: string[] = [];
  // One listing a folder, that is a topic in a language: far fewer than the 1,000 objects that a listing holds.
  for (const [prefix, expected] of Map.groupBy(lines, ({ key }) => key.slice(0, key.lastIndexOf("/") + 1))) {
    const { objects } = await bucket.list({ prefix, include: ["customMetadata"] });
    const found = new Map(objects.map((object) => [object.key, object]));
    for (const { key, size, hash } of expected) {
      const object = found.get(key);
      if (object?.size !== size || object.customMetadata?.sha256 !== hash) wrong.push(key);
    }
  }
  if (wrong.length > 0)
    throw new Error(`${wrong.length} files are not as they were made: ${wrong.slice(0, 5).join(", ")}`);
  return lines.length;
}
