/**
 * Which files an edition was published with, kept beside it in pieces: of each file its key, size, hash and what serving
 * it needs, and the rows that feeds and citations read. In: the bucket. Out: manifests. It does not look
 * whether the files are there.
 */
import type { EditionEntry } from "./edition-index.ts";
import type { PageFacts } from "./file-store.ts";
import { sha256 } from "./sha256.ts";
import type { SheetRow } from "./sheet-index.ts";

export interface ManifestLine {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  /** Programs before 0.7 wrote neither this nor what follows. */
  readonly contentType?: string;
  readonly page?: PageFacts | null;
}

export interface Manifest {
  readonly files: readonly ManifestLine[];
  /** The rows of its sheets; none in manifests of programs before 0.7. */
  readonly sheets?: readonly SheetRow[];
}

/** How the record of an edition names a manifest. */
export interface ManifestRef {
  readonly key: string;
  /** SHA-256 of the manifest. */
  readonly hash: string;
  /** Where its files lie below the edition's own folder, such as `de/ferry`. */
  readonly folders: readonly string[];
}

type Named = Pick<EditionEntry, "id" | "digest">;

/** `name` is one of a kind for this edition. */
export function manifestKey({ id, digest }: Named, name: string): string {
  return `${manifestFolder({ id, digest })}${name}.json`;
}

function manifestFolder({ id, digest }: Named): string {
  return `manifests/${id}/${digest}/`;
}

export async function keepManifest(bucket: R2Bucket, key: string, manifest: Manifest): Promise<ManifestRef> {
  const json = JSON.stringify(manifest);
  const hash = await sha256(json);
  await bucket.put(key, json, { customMetadata: { sha256: hash }, sha256: hash });
  return { key, hash, folders: foldersOf(manifest) };
}

/** With how a record names it. Null where it is gone. */
export async function readManifest(
  bucket: R2Bucket,
  key: string,
): Promise<{ readonly manifest: Manifest; readonly ref: ManifestRef } | null> {
  const object = await bucket.get(key);
  if (object === null) return null;
  const json = await object.text();
  const manifest = JSON.parse(json) as Manifest;
  return { manifest, ref: { key, hash: await sha256(json), folders: foldersOf(manifest) } };
}

/** Of an edition without a record: what the press left beside it. */
export async function manifestKeysOf(bucket: R2Bucket, edition: Named): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await bucket.list({
      prefix: manifestFolder(edition),
      ...(cursor === undefined ? {} : { cursor }),
    });
    keys.push(...page.objects.map(({ key }) => key));
    if (!page.truncated) return keys;
    cursor = page.cursor;
  }
}

function foldersOf({ files }: Manifest): readonly string[] {
  return [...new Set(files.map(({ key }) => folderOf(key)))];
}

/** `files/<edition>/<digest>/de/ferry/all.html` lies in `de/ferry`. */
export function folderOf(key: string): string {
  return key.split("/").slice(3, -1).join("/");
}
