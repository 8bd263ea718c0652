/**
 * How the service is, for machines that watch it. In: the index of editions, the log of the press, what lies in R2, the
 * settings and the time. Out: JSON whatever fails, and 503 where somebody should look. Readers are served all the same. It
 * names no secret; what to do for each status is in `docs/operations.md`.
 */
import type { Context } from "hono";
import { lastTelling } from "../../press/announcement-log.ts";
import { type Look, lookAtStore } from "../../press/look-at-store.ts";
import { isSettled, lastRun, stepsOf } from "../../press/run-log.ts";
import { slotAfter, slotReached } from "../../press/schedule.ts";
import { lastUpkeep, upkeepSteps } from "../../press/upkeep-log.ts";
import { isNotMigrated } from "../../store/database-error.ts";
import { currentEdition, newestOfAll } from "../../store/edition-index.ts";
import { countLost } from "../../store/lost-objects.ts";
import { lastCheck } from "../../store/versions.ts";
import type { Site } from "../site.ts";

/** So long after its time an edition is late: the hourly tick has come twice and the press has had an hour. */
const GRACE = 3 * 3_600_000;
/** Of a long run the last steps tell where it is. */
const STEPS = 20;
/** Milliseconds for which what was seen in R2 is not looked at again. */
const MINUTE = 60_000;

export async function health(c: Context<Site>): Promise<Response> {
  const database = await aboutDatabase(c).then(
    (about) => ({ status: about.status, about }),
    (failure: unknown) => ({ status: isNotMigrated(failure) ? "schema" : "database", about: null }),
  );
  // Without the index nobody knows what should be there.
  const store =
    database.about === null
      ? null
      : await look(c).catch((failure: unknown) => {
          console.error(JSON.stringify({ health: "R2", error: String(failure) }));
          return "unreachable" as const;
        });
  const status = c.var.problems.length > 0 ? "setting" : statusOf(database, store);
  return answer(status, {
    /** What is wrong with each setting that is; they come first, for all else may follow from them. */
    settings: c.var.problems,
    ...database.about?.body,
    store: store === "unreachable" ? null : store,
    ...running(c),
  });
}

type Database = { readonly status: string; readonly about: About | null };

/** What keeps readers from what was published comes before what keeps them from the next edition. */
function statusOf({ status, about }: Database, store: Look | "unreachable" | null): string {
  if (about === null || store === null) return status;
  if (store === "unreachable") return "store";
  if (status === "empty" && store.behind > 0) return "rebuilding";
  if (store.unknown.length > 0) return "unknown";
  if (store.missing > 0 || about.lost > 0) return "lost";
  return status;
}

async function look(c: Context<Site>): Promise<Look> {
  const { LIBRARY, SHEETS } = c.env;
  const minute = Math.floor(c.var.now() / MINUTE);
  // 0 always asks, as for the index.
  return await c.var.cache.get("store", c.var.settings.indexSeconds === 0 ? 0 : MINUTE, async () =>
    lookAtStore(LIBRARY, SHEETS, await currentEdition(LIBRARY), minute),
  );
}

interface About {
  readonly status: string;
  readonly lost: number;
  readonly body: object;
}

async function aboutDatabase(c: Context<Site>): Promise<About> {
  const db = c.env.LIBRARY;
  const now = new Date(c.var.now());
  const { schedule } = c.var.settings;
  const slot = schedule === null ? null : slotReached(schedule, now);
  const [entry, run, settled, checked, lost, upkeep, announced] = await Promise.all([
    currentEdition(db),
    lastRun(db),
    slot === null ? null : isSettled(db, slot.week),
    lastCheck(db),
    countLost(db),
    lastUpkeep(db),
    lastTelling(db),
  ]);
  const steps = run === null ? [] : await stepsOf(db, run.id);
  const looked = upkeep === null ? [] : await upkeepSteps(db, upkeep.id);
  // Where nobody knows when an edition is due, none is late.
  const overdue = settled || slot === null ? 0 : now.getTime() - slot.at.getTime();
  const last = entry ?? (await newestOfAll(db));
  const retraction = last?.retraction ?? null;
  const none = retraction === null ? "empty" : "retracted";
  return {
    status: entry === null ? none : overdue > GRACE ? "late" : run?.outcome === "failed" ? "failed" : "ok",
    lost,
    body: {
      edition:
        entry === null
          ? null
          : { id: entry.id, issued: entry.issued, library: entry.libraryHash, program: entry.program },
      /** Of the newest, where all are retracted. */
      retracted: last === null || retraction === null ? null : { id: last.id, ...retraction },
      newestSource: entry?.asOf ?? null,
      /** When it was last found that an edition is due or that nothing is new. */
      checked,
      schedule:
        schedule === null || slot === null
          ? null
          : {
              week: slot.week,
              due: slot.at.toISOString(),
              settled,
              next: slotAfter(schedule, slot).at.toISOString(),
            },
      hoursLate: Math.floor(overdue / 3_600_000),
      lastRun: run === null ? null : { ...run, stepsDone: steps.length, steps: steps.slice(-STEPS) },
      /** The last order that looked after what is out, and what was found missing by it and by readers since. */
      lastUpkeep: upkeep === null ? null : { ...upkeep, stepsDone: looked.length, steps: looked.slice(-STEPS) },
      lost,
      /** Whether the listener took the news of the last edition; never who that is. */
      announced,
    },
  };
}

/** Which program answers; that of the edition may be an older one. */
function running({ var: { program } }: Context<Site>): object {
  return { program: program.name, version: program.version };
}

function answer(status: string, body: object): Response {
  return new Response(`${JSON.stringify({ status, ...body }, null, 2)}\n`, {
    status: status === "ok" ? 200 : 503,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
