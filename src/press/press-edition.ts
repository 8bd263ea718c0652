/**
 * Presses an edition that is frozen: sets every batch, verifies what lies in the store, moves the pointer, tells the
 * world. In: the press's context, a run, the frozen edition and its steps. Out: whether it was issued, another of its
 * name was there before, or what it was compared with is no longer current. Nothing points at a file before all of them
 * are there as they were made.
 */

import { runTogether } from "../library/commands.ts";
import type { Edition } from "../model/edition.ts";
import type { EditionEntry } from "../store/edition-index.ts";
import { type ManifestRef, readManifest } from "../store/manifest.ts";
import { readEditionIn } from "../store/read-edition.ts";
import { countSheets } from "../store/sheet-index.ts";
import { batchesOf, type FileSet } from "./file-sets.ts";
import type { LoggedSteps } from "./logged-steps.ts";
import type { PressContext } from "./press-context.ts";
import { type Moved, publish } from "./publish-edition.ts";
import { finishCommand, type Outcome } from "./run-log.ts";
import { batchManifest, setBatch } from "./set-batch.ts";
import { sweep } from "./sweep.ts";
import { tell } from "./tell.ts";
import { filesAmiss } from "./verify-files.ts";

/** Batches that one step verifies: 328 requests to R2. */
const BATCHES_A_VERIFICATION = 8;

export async function pressEdition(
  context: PressContext,
  run: string,
  entry: EditionEntry,
  /** The edition that was current when this one was frozen. */
  current: string | null,
  steps: LoggedSteps,
): Promise<Outcome | Moved> {
  const { db, bucket, filesIn } = context;
  // Read once a language for all steps that are done without a pause; whoever wakes up in the middle reads it again.
  let read: { readonly language: string; readonly edition: Edition } | null = null;
  const editionIn = async (language: string): Promise<Edition> => {
    // What is done with is let go before more is read.
    if (read?.language !== language) read = null;
    read ??= { language, edition: await readEditionIn(bucket, entry, language) };
    return read.edition;
  };

  const batches = batchesOf(entry.topics);
  let [files, bytes] = [0, 0];
  for (const [i, batch] of batches.entries()) {
    const made = await steps.do(
      `set ${i + 1} of ${batches.length}`,
      async () => {
        // Its files are said to be the work of the program that froze it, and have to match each other.
        if (context.program !== entry.program)
          throw new Error(`${entry.id} was frozen by another program than is running now; it has to be frozen again`);
        return await setBatch({ db, bucket, entry, editionIn, filesIn }, i + 1, batch);
      },
      (result) => result,
    );
    files += made.files;
    bytes += made.bytes;
  }

  const verifications = Math.ceil(batches.length / BATCHES_A_VERIFICATION);
  const manifests: ManifestRef[] = [];
  for (let i = 0; i < verifications; i++) {
    const verified = await steps.do(`verify ${i + 1} of ${verifications}`, async () => {
      const first = i * BATCHES_A_VERIFICATION;
      const numbers = batches.slice(first, first + BATCHES_A_VERIFICATION).map((_, batch) => first + batch + 1);
      // All sheets are counted once, with the last of the files.
      if (i + 1 === verifications) await verifySheets(db, entry, batches.flat());
      return await Promise.all(numbers.map((number) => verifyBatch(bucket, batchManifest(entry, number))));
    });
    manifests.push(...verified);
  }

  return await steps.do("publish", () => publish(context, run, { ...entry, files, bytes }, current, manifests));
}

/** @throws Error that names the first files that are missing or different. */
async function verifyBatch(bucket: R2Bucket, key: string): Promise<ManifestRef> {
  const read = await readManifest(bucket, key);
  if (read === null) throw new Error(`${key} is not in R2`);
  const amiss = (await filesAmiss(bucket, read.manifest.files)).map((line) => line.key);
  if (amiss.length > 0)
    throw new Error(`${amiss.length} files are not as they were made: ${amiss.slice(0, 5).join(", ")}`);
  return read.ref;
}

/** @throws Error where not every sheet is on record. */
async function verifySheets(db: D1Database, entry: EditionEntry, sets: readonly FileSet[]): Promise<void> {
  const [set, recorded] = [sets.filter(({ kind }) => kind === "topic").length, await countSheets(db, entry)];
  if (set !== recorded) throw new Error(`${recorded} of ${set} sheets of ${entry.id} are on record`);
}

/**
 * What follows once readers see the edition, or another of its name. The edition is out whether or not it succeeds, so a
 * failure is noted in the run and keeps nobody from anything.
 */
export async function tidyAndTell(
  context: PressContext,
  run: string,
  entry: EditionEntry,
  outcome: Outcome,
  steps: LoggedSteps,
): Promise<void> {
  const { db, bucket, announce, log, now } = context;
  try {
    await steps.do("sweep", async () => await sweep(bucket, db, entry.id));
    if (outcome !== "issued" || announce === null) return;
    await steps.do("announce", async () => {
      await tell(context, entry);
      return null;
    });
  } catch (failure) {
    const error = `after ${outcome === "issued" ? "it was issued" : "another run issued it"}: ${failure instanceof Error ? failure.message : String(failure)}`;
    log({ press: run, error });
    const end = { outcome, edition: entry.id, error, now: now().toISOString() };
    await runTogether(db, [finishCommand(run, end)]).catch((also: unknown) =>
      log({ press: run, unrecorded: String(also) }),
    );
  }
}
