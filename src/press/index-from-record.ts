/**
 * Makes what D1 knows of an edition from its record: its row in the index, its retraction, the rows of its sheets. In:
 * the stores and the edition's name. Out: nothing; done again, it changes nothing. It never takes a retraction back.
 */
import { runTogether } from "../library/commands.ts";
import { editionById } from "../store/edition-index.ts";
import { readManifest } from "../store/manifest.ts";
import { indexCommands } from "../store/publish.ts";
import { readPublication, readRetraction, recordedEntry } from "../store/record.ts";
import { retractCommands } from "../store/retract.ts";
import { recordSheets } from "../store/sheet-index.ts";
import type { PressContext } from "./press-context.ts";

export async function indexFromRecord(
  { db, bucket }: Pick<PressContext, "db" | "bucket">,
  id: string,
  /** The rows of sheets too where the index has the edition. */
  rows: "missing" | "all" = "missing",
): Promise<void> {
  const [publication, retraction] = await Promise.all([readPublication(bucket, id), readRetraction(bucket, id)]);
  if (publication === null) return;
  // Its sheets first, as when it was set: who finds the row finds them.
  if (rows === "all" || (await editionById(db, id))?.digest !== publication.entry.digest)
    for (const { key } of publication.manifests) {
      const read = await readManifest(bucket, key);
      await recordSheets(db, read?.manifest.sheets ?? []);
    }
  await runTogether(db, [
    ...indexCommands(recordedEntry(publication, null)),
    ...(retraction === null ? [] : retractCommands(id, retraction.retraction, retraction.retracted)),
  ]);
}
