/**
 * What was published under the key of a file. In: the bucket, an edition and a key. Out: the line of its manifest, if any
 * names it. Asked only where a file is missing: what is there is served without asking.
 */
import type { EditionEntry } from "./edition-index.ts";
import { folderOf, type ManifestLine, manifestKeysOf, readManifest } from "./manifest.ts";
import { readPublication } from "./record.ts";

export interface Published {
  /** Null for what no manifest names, such as a sheet in another template: no bytes of it were promised. */
  readonly line: ManifestLine | null;
  /** A manifest that might name it is gone. */
  readonly unknown: boolean;
}

export async function publishedAs(
  bucket: R2Bucket,
  edition: Pick<EditionEntry, "id" | "digest">,
  key: string,
): Promise<Published> {
  const record = await readPublication(bucket, edition.id);
  const folder = folderOf(key);
  const keys =
    record?.entry.digest === edition.digest
      ? record.manifests.filter(({ folders }) => folders.includes(folder)).map((ref) => ref.key)
      : await manifestKeysOf(bucket, edition);
  let unknown = false;
  for (const each of keys) {
    const read = await readManifest(bucket, each);
    const line = read?.manifest.files.find((file) => file.key === key);
    if (line !== undefined) return { line, unknown: false };
    unknown ||= read === null;
  }
  return { line: null, unknown };
}
