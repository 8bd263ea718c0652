/**
 * The files of an edition that lie in R2, all or those of a folder. In: the bucket and the edition. Out: of each what a manifest would say of it, in
 * the order of their keys. What is no file of ours, because it has no hash, is passed over.
 */
import type { EditionEntry } from "./edition-index.ts";
import { factsOf } from "./file-store.ts";
import type { ManifestLine } from "./manifest.ts";

export async function listFiles(
  bucket: R2Bucket,
  { id, digest }: Pick<EditionEntry, "id" | "digest">,
  /** Below the edition's own, such as `de/ferry/`; empty for all. */
  folder = "",
): Promise<readonly ManifestLine[]> {
  const lines: ManifestLine[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await bucket.list({
      prefix: `files/${id}/${digest}/${folder}`,
      include: ["customMetadata", "httpMetadata"],
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const object of page.objects) {
      const facts = factsOf(object);
      if (facts !== null) lines.push({ key: object.key, ...facts });
    }
    if (!page.truncated) return lines;
    cursor = page.cursor;
  }
}
