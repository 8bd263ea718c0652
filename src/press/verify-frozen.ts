/**
 * Holds the objects of a frozen edition against the digest in its name. In: the bucket and the edition. Out: the keys of
 * its head or parts that are missing; all of them where together they are not what was frozen.
 */
import { createHash } from "node:crypto";
import type { EditionEntry } from "../store/edition-index.ts";
import type { Head } from "../store/edition-parts.ts";
import { partKey } from "../store/read-edition.ts";

export async function frozenAmiss(
  bucket: R2Bucket,
  entry: Pick<EditionEntry, "id" | "digest" | "objectKey">,
): Promise<readonly string[]> {
  const head = await textOf(bucket, entry.objectKey);
  if (head === null) return [entry.objectKey];
  const hash = createHash("sha256").update(head);
  const keys = [entry.objectKey];
  const missing: string[] = [];
  for (let number = 1; number <= partsIn(head); number++) {
    const key = partKey(entry, number);
    keys.push(key);
    const part = await textOf(bucket, key);
    if (part === null) missing.push(key);
    else hash.update(part);
  }
  if (missing.length > 0) return missing;
  return hash.digest("hex") === entry.digest ? [] : keys;
}

function partsIn(head: string): number {
  try {
    return (JSON.parse(head) as Partial<Head>).parts ?? 0;
  } catch {
    return 0;
  }
}

async function textOf(bucket: R2Bucket, key: string): Promise<string | null> {
  return (await (await bucket.get(key))?.text()) ?? null;
}
