/**
 * Looks what a bucket has of a backup before anything is put there. In: the stores and the list of the backup. Out: for each
 * entry whether it is there; or a refusal that names an object which the backup does not have, or has otherwise. What is
 * there is compared by its bytes.
 */
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { BadBackup } from "./folder.ts";
import { inOrder } from "./in-order.ts";
import { type Entry, entriesIn, hasMetadata, sideBySide } from "./object-index.ts";
import type { Stores } from "./stores.ts";
import type { ObjectFacts } from "./stores-worker.ts";

export async function findObjects(stores: Stores, list: string): Promise<readonly boolean[]> {
  const there: boolean[] = [];
  const pairs = sideBySide(entriesIn(list), stores.list());
  for await (const is of inOrder(pairs, ([entry, object]) => compare(stores, entry, object))) there.push(is);
  return there;
}

async function compare(stores: Stores, entry: Entry | null, object: ObjectFacts | null): Promise<boolean> {
  if (object === null) return false;
  if (entry === null)
    throw new BadBackup(`this installation is not empty: its bucket has ${object.key}, the backup not`);
  const same =
    entry.size === object.size && hasMetadata(entry, object) && (await hashOf(stores, object)) === entry.sha256;
  if (!same)
    throw new BadBackup(`this installation is not empty: ${object.key} in its bucket is not that of the backup`);
  return true;
}

/** What a restore has put there has its hash on it. */
async function hashOf({ get }: Stores, object: ObjectFacts): Promise<string> {
  if (object.sha256 !== null) return object.sha256;
  const bytes = await get(object);
  if (bytes === null) throw new BadBackup(`somebody writes to this installation: ${object.key} has just changed`);
  const hash = createHash("sha256");
  await pipeline(bytes, hash);
  return hash.digest("hex");
}
