/**
 * Clears away what runs left behind that did not get to publish: files, manifests, frozen editions and rows of sheets
 * under another digest than the one on record. In: the stores and an edition's name. Out: how many objects went. What was
 * published is never touched, and where it is not certain what was, nothing is.
 */
import { type EditionEntry, editionById } from "../store/edition-index.ts";
import { areRecordsComplete, readPublication } from "../store/record.ts";
import { forgetDigest, forgetSheets } from "../store/sheet-index.ts";

/** As many as R2 deletes at once. */
const AT_ONCE = 1000;
const FOLDERS = ["files", "manifests", "editions"] as const;

export async function sweep(bucket: R2Bucket, db: D1Database, id: string): Promise<number> {
  const published = (await readPublication(bucket, id))?.entry;
  if (published === undefined || !(await areRecordsComplete(bucket))) return 0;
  let swept = 0;
  for (const folder of FOLDERS) {
    const { delimitedPrefixes, objects } = await bucket.list({ prefix: `${folder}/${id}/`, delimiter: "/" });
    const names = [...delimitedPrefixes, ...objects.map(({ key }) => key)];
    for (const name of names)
      if (!name.startsWith(`${folder}/${id}/${published.digest}`)) swept += await remove(bucket, name);
  }
  await forgetSheets(db, published);
  return swept;
}

/** The same of what a run set in vain, by itself. */
export async function discard(bucket: R2Bucket, db: D1Database, entry: EditionEntry): Promise<number> {
  const { id, digest } = entry;
  const [record, row] = [await readPublication(bucket, id), await editionById(db, id)];
  if (record?.entry.digest === digest || row?.digest === digest) return 0;
  let swept = 0;
  for (const folder of FOLDERS) swept += await remove(bucket, `${folder}/${id}/${digest}`);
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
