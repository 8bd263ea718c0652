/**
 * Looks after what was published: checks that all of it is there, restores what can be made anew, makes the index and
 * missing records again. In: the press's context, an order and a way to do steps. Out: what came of it, which the log has
 * in figures. It publishes nothing new and changes no byte of what is there as it was published.
 */
import { BadOrder } from "../model/problem.ts";
import { forgetFound, lostObjects, noteLost } from "../store/lost-objects.ts";
import { entryOnRecord, listRecords } from "../store/record.ts";
import { adoptStray } from "./adopt-stray.ts";
import { batched } from "./batched.ts";
import { checkManifests } from "./check-edition.ts";
import { indexFromRecord } from "./index-from-record.ts";
import { type LoggedSteps, loggedSteps } from "./logged-steps.ts";
import type { UpkeepOrder } from "./order.ts";
import type { PressContext, Steps } from "./press-context.ts";
import { type Differences, reconcile } from "./reconcile.ts";
import { restoreObjects } from "./restore-edition.ts";
import { type Found, finishUpkeep, recordUpkeepStep, startUpkeep, type UpkeepOutcome } from "./upkeep-log.ts";

/** Manifests of one edition that one step sees to: each takes some forty listings. */
const MANIFESTS = 100;
/** Lost objects of one edition that one step makes anew: each sheet takes some milliseconds of the 30 seconds of CPU. */
const OBJECTS = 400;

/** @throws Error where a step failed more often than it is tried again; the log has it then. */
export async function runUpkeep(
  context: PressContext,
  id: string,
  order: UpkeepOrder,
  steps: Steps,
): Promise<UpkeepOutcome> {
  const { db, now } = context;
  await steps.do("start", async () => {
    await startUpkeep(db, id, order, now().toISOString());
    return null;
  });
  const logged = loggedSteps(context, id, steps, recordUpkeepStep);
  try {
    const differences = await reconcile(context, logged);
    if (order.edition !== null && (await entryOnRecord(context.bucket, order.edition)) === null)
      throw new BadOrder(`edition: there is no edition ${order.edition}`);
    const found = await carryOut(context, order, differences, logged);
    await logged.do("finish", async () => {
      await finishUpkeep(db, id, { outcome: "done", error: null, found }, now().toISOString());
      return null;
    });
    return "done";
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const outcome = error instanceof BadOrder ? "refused" : "failed";
    context.log({ press: id, outcome, error: reason });
    await finishUpkeep(db, id, { outcome, error: reason, found: null }, now().toISOString()).catch((also: unknown) =>
      context.log({ press: id, unrecorded: String(also) }),
    );
    if (outcome === "refused") return outcome;
    throw error;
  }
}

async function carryOut(
  context: PressContext,
  order: UpkeepOrder,
  differences: Differences,
  steps: LoggedSteps,
): Promise<Found> {
  if (order.kind === "reconcile") return { editions: 0, files: 0, lost: 0, restored: 0 };
  if (order.kind === "rebuild") return await rebuild(context, differences, steps);
  const checked = await check(context, order, steps);
  return order.kind === "check" ? checked : await restore(context, order, checked, steps);
}

/** Every row of the index anew, and records of what nothing but the store itself still knows. */
async function rebuild(context: PressContext, { strays }: Differences, steps: LoggedSteps): Promise<Found> {
  for (const stray of strays)
    await steps.do(`adopt ${stray.id}`, async () => {
      // Of two under one name nobody can tell which was published.
      const isOnlyOne = strays.filter(({ id }) => id === stray.id).length === 1;
      return isOnlyOne ? await adoptStray(context, stray) : "ambiguous";
    });
  const editions = await steps.do("editions", async () => await editionsOn(context, null));
  for (const [name, part] of batched("index", editions))
    await steps.do(name, async () => {
      for (const { id } of part) await indexFromRecord(context, id, "all");
      return part.length;
    });
  await reconcile(context, { do: (name, work, made) => steps.do(`${name}, again`, work, made) });
  return { editions: editions.length, files: 0, lost: 0, restored: 0 };
}

async function check(context: PressContext, { edition }: UpkeepOrder, steps: LoggedSteps): Promise<Found> {
  const { db, now } = context;
  const { editions, began } = await steps.do("editions", async () => ({
    began: now().toISOString(),
    editions: await editionsOn(context, edition),
  }));
  let [files, lost] = [0, 0];
  for (const { id, manifests } of editions)
    for (let first = 0; first < Math.max(1, manifests); first += MANIFESTS) {
      const name = first === 0 ? `check ${id}` : `check ${id} from ${first + 1}`;
      const seen = await steps.do(name, async () => {
        const result = await checkManifests(context.bucket, id, first, first + MANIFESTS);
        await noteLost(
          db,
          result.lost.map((key) => ({ key, edition: id })),
          now().toISOString(),
        );
        return { files: result.files, lost: result.lost.length };
      });
      files += seen.files;
      lost += seen.lost;
    }
  await steps.do("forget", async () => {
    await forgetFound(db, began, edition);
    return null;
  });
  return { editions: editions.length, files, lost, restored: 0 };
}

async function restore(
  context: PressContext,
  { edition }: UpkeepOrder,
  checked: Found,
  steps: LoggedSteps,
): Promise<Found> {
  const lost = await steps.do("lost", async () => {
    const objects = await lostObjects(context.db, edition);
    return [...Map.groupBy(objects, (each) => each.edition)].map(([id, of]) => ({ id, objects: of.length }));
  });
  let restored = 0;
  for (const { id, objects } of lost) {
    let last = "";
    for (let part = 1; part <= Math.ceil(objects / OBJECTS); part++) {
      const after = last;
      const done = await steps.do(part === 1 ? `restore ${id}` : `restore ${id}, ${part}`, async () => {
        const entry = await entryOnRecord(context.bucket, id);
        const keys = (await lostObjects(context.db, id)).map(({ key }) => key).filter((key) => key > after);
        const part = keys.slice(0, OBJECTS);
        return { last: part.at(-1) ?? after, count: entry === null ? 0 : await restoreObjects(context, entry, part) };
      });
      last = done.last;
      restored += done.count;
    }
  }
  return { ...checked, restored };
}

interface OnRecord {
  readonly id: string;
  readonly files: number;
  readonly manifests: number;
}

async function editionsOn({ bucket }: PressContext, edition: string | null): Promise<readonly OnRecord[]> {
  const records = await listRecords(bucket);
  return [...records].flatMap(([id, { digest, files, manifests }]) =>
    digest === null || (edition !== null && id !== edition) ? [] : [{ id, files, manifests }],
  );
}
