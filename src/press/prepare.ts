/**
 * Decides what an order comes to, and freezes it. In: the stores and an order. Out: the edition to press, kept in R2 but
 * pointed at by nobody; or that there is nothing to press. Asked again it gives the same answer, unless somebody has
 * changed the library or issued an edition in between.
 */

import { readLibrary } from "../library/read-library.ts";
import { type Changes, tellsNothing } from "../model/changes.ts";
import { editionId } from "../model/edition.ts";
import type { Library } from "../model/library.ts";
import { originOf } from "../model/origin.ts";
import { BadOrder, Lost } from "../model/problem.ts";
import { changesSince } from "../render/compare-editions.ts";
import { dayIn } from "../store/day-in.ts";
import { currentEdition, type EditionEntry, editionById, newestOfAll, newestRevision } from "../store/edition-index.ts";
import { type Frozen, freeze, hashOf } from "../store/freeze.ts";
import { keepEdition } from "../store/publish.ts";
import { readEdition } from "../store/read-edition.ts";
import { entriesNamed, mendLibrary } from "./mend-library.ts";
import type { Order } from "./order.ts";
import type { PressContext } from "./press-context.ts";
import { recordFrozen } from "./run-log.ts";

export type Prepared =
  | { readonly found: "nothing new"; readonly edition: string }
  | { readonly found: "already there"; readonly edition: string }
  /** This very order was carried out before, up to here at least. */
  | { readonly found: "published"; readonly entry: EditionEntry }
  | {
      readonly found: "work";
      readonly entry: EditionEntry;
      /** The edition that was current; if it no longer is when this one is ready, it has to be frozen again. */
      readonly current: string | null;
    };

export async function prepareIssue(
  context: PressContext,
  run: string,
  order: Extract<Order, { kind: "issue" }>,
): Promise<Prepared> {
  const there = await newestRevision(context.db, order.week);
  if (there?.revision === 1 && there.issued === order.time) return { found: "published", entry: there };
  if (there !== null) return { found: "already there", edition: there.id };
  // What is known today has no place in a week that is past, however late its run wakes up or whatever date it was given.
  const newest = await newestOfAll(context.db);
  if (newest !== null && newest.week > order.week) return { found: "already there", edition: newest.id };
  const current = await currentEdition(context.db);
  const library = await libraryOf(context);
  // Older programs kept the address as somebody had typed it; another spelling is no news.
  const isHere = current !== null && originOf(current.site) === context.site;
  if (isHere && current.libraryHash === hashOf(library)) return { found: "nothing new", edition: current.id };
  const changes = current === null ? null : await differencesTo(context, current, library);
  // What no reader is told of waits for the next edition, unless somebody wants it at once.
  if (isHere && changes !== null && tellsNothing(changes) && !order.anyway)
    return { found: "nothing new", edition: current.id };
  const facts = { id: order.week, issued: order.time, changes, correction: null, corrected: null };
  return await kept(context, run, freeze(library, { ...facts, ...placeOf(context) }), current);
}

export async function prepareCorrection(
  context: PressContext,
  run: string,
  order: Extract<Order, { kind: "correct" }>,
): Promise<Prepared> {
  const { db } = context;
  const wrong = await editionById(db, order.edition);
  if (wrong === null) throw new BadOrder(`edition: there is no edition ${order.edition}`);
  const newest = (await newestRevision(db, wrong.week)) ?? wrong;
  if (newest.correction?.corrects === wrong.id && newest.issued === order.time)
    return { found: "published", entry: newest };
  if (newest.id !== wrong.id) throw new BadOrder(`edition: ${wrong.id} is corrected already; correct ${newest.id}`);

  const current = await currentEdition(db);
  const library = await correctedLibrary(context, wrong, order, current);
  if (order.scope !== "program" && wrong.retraction === null && hashOf(library) === wrong.libraryHash)
    throw new BadOrder("entries: nothing is different; load the corrected library first (npm run seed)");
  const since = wrong.changes === null ? null : await editionById(db, wrong.changes.since);
  const frozen = freeze(library, {
    id: editionId(wrong.week, wrong.revision + 1),
    issued: order.time,
    ...placeOf(context),
    changes: since === null ? null : await differencesTo(context, since, library),
    corrected: await differencesTo(context, wrong, library),
    correction: {
      corrects: wrong.id,
      on: dayIn(context.schedule.timeZone, order.time),
      note: order.note,
    },
  });
  return await kept(context, run, frozen, current);
}

/** All of today's library may replace only the newest week's; an older edition must not learn what came later. */
async function correctedLibrary(
  context: PressContext,
  wrong: EditionEntry,
  { scope }: Extract<Order, { kind: "correct" }>,
  current: EditionEntry | null,
): Promise<Library> {
  if (scope === "program") {
    if (wrong.program === context.program)
      throw new BadOrder(`edition: ${wrong.id} was set by the program that is running; deploy the mended one first`);
    return (await readEdition(context.bucket, wrong)).library;
  }
  if (scope !== "library") {
    const { entries } = scope;
    // Of today's library only what is named, before the other one is read: both may be more than an isolate holds.
    const named = entriesNamed(await libraryOf(context), entries);
    return mendLibrary((await readEdition(context.bucket, wrong)).library, named, entries);
  }
  if (current === null || wrong.week >= current.week) return await libraryOf(context);
  throw new BadOrder(
    `entries: ${wrong.id} is older than ${current.id}; name the entries that were wrong, so that nothing later enters it`,
  );
}

async function libraryOf(context: PressContext): Promise<Library> {
  const library = await readLibrary(context.db);
  if (library === null) throw new BadOrder("there is no library yet; load one first (npm run seed)");
  return library;
}

/** An edition that is lost keeps nobody from the next one: it says that nothing could be compared. */
async function differencesTo({ bucket }: PressContext, earlier: EditionEntry, library: Library): Promise<Changes> {
  try {
    return await changesSince(bucket, earlier, library);
  } catch (failure) {
    if (!(failure instanceof Lost)) throw failure;
    return { since: earlier.id, lost: true, statements: [], disputes: [] };
  }
}

function placeOf({ site, program, schedule: { timeZone } }: PressContext) {
  return { site, program, timeZone };
}

/** The log knows what a run froze before it lies in the store. */
async function kept(
  context: PressContext,
  run: string,
  frozen: Frozen,
  current: EditionEntry | null,
): Promise<Prepared> {
  await recordFrozen(context.db, run, [frozen.entry.digest]);
  await keepEdition(context.bucket, frozen);
  return { found: "work", entry: frozen.entry, current: current?.id ?? null };
}
