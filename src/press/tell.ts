/**
 * Tells of editions that are out, each until it is taken and then never again. In: the press's context, and an edition or
 * whatever is still to be told. Out: nothing; how it went is in the log of announcements. Readers have the edition whether
 * or not anybody listens.
 */
import { type EditionEntry, editionById } from "../store/edition-index.ts";
import { newsOf } from "./announcement.ts";
import { beginTelling, endTelling, untold } from "./announcement-log.ts";
import type { PressContext } from "./press-context.ts";

type Teller = Pick<PressContext, "db" | "now" | "log" | "announce">;

/** @throws Error where it was not taken, or another run is just telling it. */
export async function tell({ db, now, announce }: Teller, entry: EditionEntry): Promise<void> {
  if (announce === null) return;
  const begun = await beginTelling(db, entry.id, now());
  if (begun === "told before") return;
  if (begun === "under way") throw new Error(`${entry.id} is being announced by another run`);
  try {
    await announce(newsOf(entry));
  } catch (failure) {
    await endTelling(db, entry.id, now(), reasonOf(failure));
    throw failure;
  }
  await endTelling(db, entry.id, now(), null);
}

/** What a run could not tell, or did not live to. A failure is for the log; the next tick tries again. */
export async function tellUntold(context: Teller): Promise<void> {
  const { db, announce, log } = context;
  if (announce === null) return;
  for (const id of await untold(db)) {
    const entry = await editionById(db, id);
    if (entry === null) continue;
    const error = await tell(context, entry).then(() => null, reasonOf);
    log({ announced: id, ...(error === null ? {} : { error }) });
  }
}

function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
