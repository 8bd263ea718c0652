/**
 * What was published under the key of a file. In: the bucket, an edition and a key. Out: the line of its manifest, if any
 * names it. Asked only where a file is missing: what is there is served without asking.
 */
import type { EditionEntry } from "./edition-index.ts";
import { folderOf, type ManifestLine, manifestKeysOf, readManifest } from "./manifest.ts";
import { readPublication } from "./record.ts";

/** A manifest, and the hash that it has on record; null where there is no record. */
type Wanted = { readonly key: string; readonly hash: string | null };

export interface Published {
  /** Null for what no manifest names, such as a sheet in another template: no bytes of it were promised. */
  readonly line: ManifestLine | null;
  /** A manifest that might name it is gone, or not the one on record. */
  readonly unknown: boolean;
}

export async function publishedAs(
  bucket: R2Bucket,
  edition: Pick<EditionEntry, "id" | "digest">,
  key: string,
): Promise<Published> {
  const record = await readPublication(bucket, edition.id);
  const folder = folderOf(key);
  const wanted: readonly Wanted[] =
    record?.entry.digest === edition.digest
      ? record.manifests.filter(({ folders }) => folders.includes(folder))
      : (await manifestKeysOf(bucket, edition)).map((each) => ({ key: each, hash: null }));
  let unknown = false;
  for (const { key: each, hash } of wanted) {
    const read = await readManifest(bucket, each);
    const isOwn = read !== null && (hash === null || read.ref.hash === hash);
    const line = isOwn ? read.manifest.files.find((file) => file.key === key) : undefined;
    if (line !== undefined) return { line, unknown: false };
    unknown ||= !isOwn;
  }
  return { line: null, unknown };
}
