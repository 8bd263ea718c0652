/**
 * Takes an edition that only its frozen form and its files still know for what was published under its name, because an
 * operator says so. In: the stores, and its name and digest. Out: what came of it; its record and its row of the index.
 * Whether it was retracted is not to be known any more.
 */

import { parseEditionId } from "../model/edition.ts";
import type { Stray } from "../store/find-strays.ts";
import { entryFor } from "../store/freeze.ts";
import { readEdition } from "../store/read-edition.ts";
import { putPublication } from "../store/record.ts";
import { manifestsOf } from "./adopt-edition.ts";
import { indexFromRecord } from "./index-from-record.ts";
import type { PressContext } from "./press-context.ts";
import { frozenAmiss } from "./verify-frozen.ts";

export async function adoptStray(context: PressContext, { id, digest }: Stray): Promise<"adopted" | "damaged"> {
  const { db, bucket, schedule } = context;
  const objectKey = `editions/${id}/${digest}.json`;
  if (parseEditionId(id) === null || (await frozenAmiss(bucket, { id, digest, objectKey })).length > 0)
    return "damaged";
  const frozen = await readEdition(bucket, { id, objectKey, digest, program: "" });
  const entry = entryFor(frozen, digest, schedule.timeZone);
  const { manifests, files, bytes } = await manifestsOf(db, bucket, entry);
  await putPublication(bucket, { format: 1, entry: { ...entry, files, bytes }, published: entry.issued, manifests });
  await indexFromRecord(context, id);
  return "adopted";
}
