/**
 * Publishes an edition whose files are all there: its record first, which makes it published, then the index, which follows
 * the record whatever it says itself. In: the press's context, a run, the edition and its manifests. Out: whether it was
 * issued, another of its name was there before, or what it was compared with is no longer current.
 */
import { runTogether } from "../library/commands.ts";
import { currentEdition, type EditionEntry, editionById } from "../store/edition-index.ts";
import type { ManifestRef } from "../store/manifest.ts";
import { indexCommands } from "../store/publish.ts";
import { putPublication, readPublication, recordedEntry } from "../store/record.ts";
import { expectTelling } from "./announcement-log.ts";
import { indexFromRecord } from "./index-from-record.ts";
import type { PressContext } from "./press-context.ts";
import { finishCommand, type Outcome } from "./run-log.ts";

/** Instead of an outcome: what was current is no longer, so what was compared with it has to be frozen again. */
export type Moved = "moved";

export async function publish(
  { db, bucket, now, announce }: PressContext,
  run: string,
  entry: EditionEntry,
  /** The edition that was current when this one was frozen. */
  current: string | null,
  manifests: readonly ManifestRef[],
): Promise<Outcome | Moved> {
  const at = now().toISOString();
  const end = { edition: entry.id, now: at };
  let record = await readPublication(bucket, entry.id);
  if (record === null) {
    const there = await editionById(db, entry.id);
    if (there !== null && there.digest !== entry.digest) return await late();
    if (there === null && ((await currentEdition(db))?.id ?? null) !== current) return "moved";
    // From here on it is published, whatever becomes current in the meantime.
    record = await putPublication(bucket, { format: 1, entry, published: at, manifests });
  }
  if (record.entry.digest !== entry.digest) {
    await indexFromRecord({ db, bucket }, entry.id);
    return await late();
  }
  await runTogether(db, [
    ...indexCommands(recordedEntry(record, null)),
    finishCommand(run, { ...end, outcome: "issued" }),
    ...(announce === null ? [] : [expectTelling(entry.id)]),
  ]);
  return "issued";

  async function late(): Promise<Outcome> {
    await runTogether(db, [finishCommand(run, { ...end, outcome: "late" })]);
    return "late";
  }
}
