/**
 * Presses an edition that is frozen: sets every batch, verifies what lies in the store, moves the pointer, tells the
 * world. In: the press's context, a run, the frozen edition and its steps. Out: whether it was issued, another of its
 * name was there before, or what it was compared with is no longer current. Nothing points at a file before all of them
 * are there as they were made.
 */

import { runTogether } from "../library/commands.ts";
import type { Edition } from "../model/edition.ts";
import { type EditionEntry, editionById } from "../store/edition-index.ts";
import { publishCommands } from "../store/publish.ts";
import { readEditionIn } from "../store/read-edition.ts";
import { countSheets } from "../store/sheet-index.ts";
import { newsOf } from "./announcement.ts";
import { batchesOf, type FileSet } from "./file-sets.ts";
import type { LoggedSteps } from "./logged-steps.ts";
import { readManifest, verifyFiles } from "./manifest.ts";
import type { PressContext } from "./press-context.ts";
import { finishCommand, type Outcome } from "./run-log.ts";
import { setBatch } from "./set-batch.ts";
import { sweep } from "./sweep.ts";

/** Instead of an outcome: what was current is no longer, so what was compared with it has to be frozen again. */
export type Moved = "moved";

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
  const { db, bucket } = context;
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
        return await setBatch({ db, bucket, entry, editionIn }, i + 1, batch);
      },
      (result) => result,
    );
    files += made.files;
    bytes += made.bytes;
  }

  const verifications = Math.ceil(batches.length / BATCHES_A_VERIFICATION);
  for (let i = 0; i < verifications; i++) {
    await steps.do(`verify ${i + 1} of ${verifications}`, async () => {
      const first = i * BATCHES_A_VERIFICATION;
      const numbers = batches.slice(first, first + BATCHES_A_VERIFICATION).map((_, batch) => first + batch + 1);
      // All sheets are counted once, with the last of the files.
      if (i + 1 === verifications) await verifySheets(db, entry, batches.flat());
      return await verifyFiles(bucket, await Promise.all(numbers.map((number) => readManifest(bucket, entry, number))));
    });
  }

  return await steps.do("publish", () =>
    publish(db, run, { ...entry, files, bytes }, current, context.now().toISOString()),
  );
}

/** @throws Error where not every sheet is on record. */
async function verifySheets(db: D1Database, entry: EditionEntry, sets: readonly FileSet[]): Promise<void> {
  const [set, recorded] = [sets.filter(({ kind }) => kind === "topic").length, await countSheets(db, entry)];
  if (set !== recorded) throw new Error(`${recorded} of ${set} sheets of ${entry.id} are on record`);
}

/** The entry, the pointer and the end of the run in one transaction; then a look at who is really there. */
async function publish(
  db: D1Database,
  run: string,
  entry: EditionEntry,
  current: string | null,
  now: string,
): Promise<Outcome | Moved> {
  const end = { outcome: "issued", edition: entry.id, now } as const;
  await runTogether(db, [...publishCommands(entry, current), finishCommand(run, { ...end, digest: entry.digest })]);
  const there = await editionById(db, entry.id);
  if (there?.digest === entry.digest) return "issued";
  if (there === null) return "moved";
  await runTogether(db, [finishCommand(run, { ...end, outcome: "late" })]);
  return "late";
}

/**
 * What follows once readers see the edition, or another of its name. The edition is out whether or not it succeeds, so a
 * failure is noted in the run and keeps nobody from anything.
 */
export async function tidyAndTell(
  { db, bucket, announce, log, now }: PressContext,
  run: string,
  entry: EditionEntry,
  outcome: Outcome,
  steps: LoggedSteps,
): Promise<void> {
  try {
    await steps.do("sweep", async () => await sweep(bucket, db, entry.id));
    if (outcome !== "issued" || announce === null) return;
    await steps.do("announce", async () => {
      await announce(newsOf(entry));
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
