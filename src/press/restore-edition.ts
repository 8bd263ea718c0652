/**
 * Makes anew what was published and is missing: files and manifests, by the program that made them, from the frozen
 * edition, and only with the bytes that were published. In: the press's context, the edition and the keys that are lost.
 * Out: how many are there again. What it cannot make stays written down as lost.
 */

import type { Edition } from "../model/edition.ts";
import { Lost } from "../model/problem.ts";
import { fileKey, type Variant } from "../render/variant.ts";
import type { EditionEntry } from "../store/edition-index.ts";
import { fileOf, putFile } from "../store/file-store.ts";
import { forgetLost } from "../store/lost-objects.ts";
import { publishedAs } from "../store/published-as.ts";
import { readEditionIn } from "../store/read-edition.ts";
import { readPublication } from "../store/record.ts";
import { isAdopted, manifestsOf } from "./adopt-edition.ts";
import { batchesOf } from "./file-sets.ts";
import type { PressContext } from "./press-context.ts";
import { renderSet } from "./render-set.ts";
import { batchManifest, setBatch } from "./set-batch.ts";
import { filesAmiss } from "./verify-files.ts";

type Wanted = ReadonlySet<string>;

export async function restoreObjects(
  context: PressContext,
  entry: EditionEntry,
  keys: readonly string[],
): Promise<number> {
  const wanted: Wanted = new Set(keys);
  const adopted = await restoreAdopted(context, entry, wanted);
  if (entry.program !== context.program) return adopted;
  try {
    const made = [...(await restoreManifests(context, entry, wanted)), ...(await restoreFiles(context, entry, wanted))];
    await forgetLost(context.db, made);
    return adopted + made.length;
  } catch (failure) {
    // Without the frozen edition there is nothing to make them from.
    if (failure instanceof Lost) return adopted;
    throw failure;
  }
}

/** What was written down of an edition of an older program is written down again, by whatever program runs. */
async function restoreAdopted({ db, bucket }: PressContext, entry: EditionEntry, wanted: Wanted): Promise<number> {
  const record = await readPublication(bucket, entry.id);
  const lacking = record?.manifests.filter(({ key }) => isAdopted(key) && wanted.has(key)) ?? [];
  if (lacking.length === 0) return 0;
  const { manifests } = await manifestsOf(db, bucket, entry);
  const hashes = new Map(manifests.map(({ key, hash }) => [key, hash]));
  const made = lacking.filter(({ key, hash }) => hashes.get(key) === hash).map(({ key }) => key);
  await forgetLost(db, made);
  return made.length;
}

/** Setting a batch again writes its manifest again; only where that is the one on record does it count. */
async function restoreManifests(
  { db, bucket, filesIn }: PressContext,
  entry: EditionEntry,
  wanted: Wanted,
): Promise<readonly string[]> {
  const record = await readPublication(bucket, entry.id);
  const made: string[] = [];
  for (const [i, batch] of batchesOf(entry.topics).entries()) {
    const key = batchManifest(entry, i + 1);
    if (!wanted.has(key)) continue;
    const editionIn = async (language: string): Promise<Edition> => await readEditionIn(bucket, entry, language);
    await setBatch({ db, bucket, entry, editionIn, filesIn }, i + 1, batch);
    const hash = (await bucket.head(key))?.customMetadata?.sha256;
    if (record?.manifests.some((ref) => ref.key === key && ref.hash === hash)) made.push(key);
  }
  return made;
}

async function restoreFiles(context: PressContext, entry: EditionEntry, wanted: Wanted): Promise<readonly string[]> {
  const { bucket, filesIn } = context;
  const made: string[] = [];
  const isWanted = (variant: Variant): boolean => wanted.has(fileKey(entry, variant));
  for (const [language, sets] of Map.groupBy(batchesOf(entry.topics).flat(), (set) => set.language)) {
    const lacking = sets.filter((set) => filesIn(set).some(isWanted));
    if (lacking.length === 0) continue;
    const edition = await readEditionIn(bucket, entry, language);
    for (const set of lacking)
      for await (const { variant, contentType, content } of renderSet(edition, filesIn(set).filter(isWanted))) {
        const key = fileKey(entry, variant);
        const file = await fileOf(contentType, content);
        const { line } = await publishedAs(bucket, entry, key);
        if (line?.hash !== file.hash) continue;
        await putFile(bucket, key, file);
        if ((await filesAmiss(bucket, [line])).length === 0) made.push(key);
      }
  }
  return made;
}
