/**
 * How the service is, for machines that watch it. In: the index of editions, the log of the press, the settings and the
 * time. Out: JSON, and 503 where somebody should look: nothing to read yet or any more, an edition overdue, a last run
 * that failed, or a setting that cannot be understood. Readers are served all the same. It names no secret.
 */
import type { Context } from "hono";
import { isSettled, lastRun, stepsOf } from "../../press/run-log.ts";
import { slotAfter, slotReached } from "../../press/schedule.ts";
import { currentEdition, newestOfAll } from "../../store/edition-index.ts";
import { lastCheck } from "../../store/versions.ts";
import type { Site } from "../site.ts";

/** So long after its time an edition is late: the hourly tick has come twice and the press has had an hour. */
const GRACE = 3 * 3_600_000;
/** Of a long run the last steps tell where it is. */
const STEPS = 20;

export async function health(c: Context<Site>): Promise<Response> {
  const db = c.env.LIBRARY;
  const now = new Date();
  const { schedule } = c.var.settings;
  const slot = schedule === null ? null : slotReached(schedule, now);
  const [entry, run, settled, checked] = await Promise.all([
    currentEdition(db),
    lastRun(db),
    slot === null ? null : isSettled(db, slot.week),
    lastCheck(db),
  ]);
  const steps = run === null ? [] : await stepsOf(db, run.id);
  // Where nobody knows when an edition is due, none is late.
  const overdue = settled || slot === null ? 0 : now.getTime() - slot.at.getTime();
  const last = entry ?? (await newestOfAll(db));
  const retraction = last?.retraction ?? null;
  const none = retraction === null ? "empty" : "retracted";
  const found = entry === null ? none : overdue > GRACE ? "late" : run?.outcome === "failed" ? "failed" : "ok";
  const status = c.var.problems.length > 0 ? "setting" : found;
  const edition =
    entry === null ? null : { id: entry.id, issued: entry.issued, library: entry.libraryHash, program: entry.program };
  return answer(status, {
    /** What is wrong with each setting that is; they come first, for all else may follow from them. */
    settings: c.var.problems,
    edition,
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
    ...running(c),
  });
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
