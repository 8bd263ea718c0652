/**
 * Clears away what runs left behind that did not get to publish: files, manifests, frozen editions and records of
 * sheets under another digest than the one that readers see. In: the stores and an edition's name. Out: how many
 * objects went. What readers can reach is never touched, since only names of other digests are listed.
 */
import { type EditionEntry, editionById } from "../store/edition-index.ts";
import { forgetDigest, forgetSheets } from "../store/sheet-index.ts";

/** As many as R2 deletes at once. */
const AT_ONCE = 1000;

export async function sweep(bucket: R2Bucket, db: D1Database, id: string): Promise<number> {
  const published = await editionById(db, id);
  if (published === null) return 0;
  let swept = 0;
  for (const folder of ["files", "manifests", "editions"]) {
    const { delimitedPrefixes, objects } = await bucket.list({ prefix: `${folder}/${id}/`, delimiter: "/" });
    const names = [...delimitedPrefixes, ...objects.map(({ key }) => key)];
    for (const name of names)
      if (!name.startsWith(`${folder}/${id}/${published.digest}`)) swept += await remove(bucket, name);
  }
  await forgetSheets(db, published);
  return swept;
}

/** The same of what was set in vain and is published under no name. */
export async function discard(bucket: R2Bucket, db: D1Database, entry: EditionEntry): Promise<number> {
  const { id, digest } = entry;
  if ((await editionById(db, id))?.digest === digest) return 0;
  let swept = 0;
  for (const folder of ["files", "manifests", "editions"]) swept += await remove(bucket, `${folder}/${id}/${digest}`);
  await forgetDigest(db, entry);
  return swept;
}

async function remove(bucket: R2Bucket, prefix: string): Promise<number> {
  let removed = 0;
  for (;;) {
    const { objects } = await bucket.list({ prefix, limit: AT_ONCE });
    if (objects.length === 0) return removed;
    await bucket.delete(objects.map(({ key }) => key));
    removed += objects.length;
  }
}
