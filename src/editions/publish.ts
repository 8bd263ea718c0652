/**
 * Puts a frozen edition where readers find it: first the whole edition in R2, then the pointer in D1. In: the stores
 * and what `freeze` made. Out: nothing but the stores' new state. If it stops in between, readers keep the edition they
 * had, and the next attempt writes the same object again.
 */
import { runTogether } from "../library/commands.ts";
import { publishCommands } from "./edition-index.ts";
import type { Frozen } from "./freeze.ts";

export async function publish(db: D1Database, bucket: R2Bucket, { entry, json }: Frozen): Promise<void> {
  await bucket.put(entry.objectKey, json, {
    httpMetadata: { contentType: "application/json" },
    customMetadata: { sha256: entry.digest },
    sha256: entry.digest,
  });
  await runTogether(db, publishCommands(entry));
}
