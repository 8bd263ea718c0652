/**
 * How the service is, for machines that watch it. In: the index of editions, the log of the press, the schedule and the
 * time. Out: JSON, and 503 where somebody should look: nothing to read, an edition overdue, or a last run that failed.
 * Readers are served all the same. It names no secret.
 */
import type { Context } from "hono";
import { currentEdition } from "../editions/edition-index.ts";
import { isSettled, lastCheck, lastRun, stepsOf } from "../press/run-log.ts";
import { parseSchedule, slotAfter, slotReached } from "../press/schedule.ts";
import type { Site } from "./serve-edition.ts";

/** So long after its time an edition is late: the hourly tick has come twice and the press has had an hour. */
const GRACE = 3 * 3_600_000;
/** Of a long run the last steps tell where it is. */
const STEPS = 20;

export async function health(c: Context<Site>): Promise<Response> {
  const db = c.env.LIBRARY;
  const now = new Date();
  const schedule = parseSchedule(c.env.SCHEDULE);
  const slot = slotReached(schedule, now);
  const [entry, run, settled, checked] = await Promise.all([
    currentEdition(db),
    lastRun(db),
    isSettled(db, slot.week),
    lastCheck(db),
  ]);
  const steps = run === null ? [] : await stepsOf(db, run.id);
  const overdue = settled ? 0 : now.getTime() - slot.at.getTime();
  const status = entry === null ? "empty" : overdue > GRACE ? "late" : run?.outcome === "failed" ? "failed" : "ok";
  const edition =
    entry === null ? null : { id: entry.id, issued: entry.issued, library: entry.libraryHash, program: entry.program };
  const body = {
    status,
    edition,
    newestSource: entry?.asOf ?? null,
    /** When it was last found that an edition is due or that nothing is new. */
    checked,
    schedule: {
      week: slot.week,
      due: slot.at.toISOString(),
      settled,
      next: slotAfter(schedule, slot).at.toISOString(),
    },
    hoursLate: Math.floor(overdue / 3_600_000),
    lastRun: run === null ? null : { ...run, stepsDone: steps.length, steps: steps.slice(-STEPS) },
    program: c.var.program,
  };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status: status === "ok" ? 200 : 503,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
