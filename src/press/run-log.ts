/**
 * The log of the press in D1: which runs there were, how far each got, what came of it. In: the database, and times that
 * whoever runs the press reads off a clock. Out: rows, and what is read of them. Everything written can be written
 * again: a step that is repeated after a crash leaves one row.
 */
import type { Command } from "../library/commands.ts";
import type { EditionOrder } from "./order.ts";

/** What came of a run; `late` is a run whose edition was there before it was done. */
export type Outcome = "issued" | "unchanged" | "late" | "retracted" | "refused" | "failed";

export interface Run {
  readonly id: string;
  /** The week whose edition was due; null for corrections and retractions. */
  readonly slot: string | null;
  readonly kind: EditionOrder["kind"];
  readonly edition: string | null;
  readonly started: string;
  readonly finished: string | null;
  readonly outcome: Outcome | null;
  readonly error: string | null;
}

export interface RunStep {
  readonly name: string;
  readonly finished: string;
  readonly files: number;
  readonly bytes: number;
}

/** A run that starts anew forgets how far it came and how it ended. */
export async function startRun(db: D1Database, id: string, order: EditionOrder, now: string): Promise<void> {
  const forget = "started = excluded.started, finished = NULL, outcome = NULL, error = NULL";
  await db.batch([
    db.prepare(`${RUN} ON CONFLICT (id) DO UPDATE SET ${forget}`).bind(...startOf(id, order, now)),
    db.prepare("DELETE FROM run_steps WHERE run = ?1").bind(id),
  ]);
}

/** Writes down a run that was ordered, unless it has begun already and done so itself. */
export async function expectRun(db: D1Database, id: string, order: EditionOrder, now: string): Promise<void> {
  await db
    .prepare(`${RUN} ON CONFLICT DO NOTHING`)
    .bind(...startOf(id, order, now))
    .run();
}

const RUN = "INSERT INTO runs (id, slot, kind, edition, started) VALUES (?1, ?2, ?3, ?4, ?5)";

function startOf(id: string, order: EditionOrder, now: string): readonly (string | null)[] {
  const [slot, edition] = order.kind === "issue" ? [order.week, null] : [null, order.edition];
  return [id, slot, order.kind, edition, now];
}

export async function recordStep(db: D1Database, run: string, step: RunStep): Promise<void> {
  await db
    .prepare(
      "INSERT INTO run_steps (run, name, finished, files, bytes) VALUES (?1, ?2, ?3, ?4, ?5) " +
        "ON CONFLICT (run, name) DO UPDATE SET finished = ?3, files = ?4, bytes = ?5",
    )
    .bind(run, step.name, step.finished, step.files, step.bytes)
    .run();
}

/** What a run froze is its own to clear away, until it is published. */
export async function recordFrozen(db: D1Database, run: string, digests: readonly string[]): Promise<void> {
  const known = "SELECT value FROM json_each(frozen) UNION SELECT value FROM json_each(?2)";
  await db
    .prepare(`UPDATE runs SET frozen = (SELECT json_group_array(value) FROM (${known})) WHERE id = ?1`)
    .bind(run, JSON.stringify(digests))
    .run();
}

export interface RunEnd {
  readonly outcome: Outcome;
  readonly edition: string | null;
  /** Why it was refused. */
  readonly error?: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/** For the same transaction as what it reports. */
export function finishCommand(id: string, end: RunEnd): Command {
  return {
    sql:
      "UPDATE runs SET finished = value ->> '$.now', outcome = value ->> '$.outcome', error = value ->> '$.error', " +
      "edition = coalesce(value ->> '$.edition', edition) FROM json_each(?1) WHERE runs.id = value ->> '$.id'",
    rows: [{ id, error: null, ...end }],
  };
}

/** What could not be done is kept even where the run never got to be written down. */
export async function recordFailure(
  db: D1Database,
  run: { readonly id: string; readonly kind: EditionOrder["kind"]; readonly slot: string | null },
  outcome: "refused" | "failed",
  error: string,
  now: string,
): Promise<void> {
  await db
    .prepare(
      "INSERT INTO runs (id, slot, kind, started, finished, outcome, error) VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6) " +
        "ON CONFLICT (id) DO UPDATE SET finished = ?4, outcome = ?5, error = ?6",
    )
    .bind(run.id, run.slot, run.kind, now, outcome, error)
    .run();
}

const COLUMNS = "id, slot, kind, edition, started, finished, outcome, error";

export async function runById(db: D1Database, id: string): Promise<Run | null> {
  return await db.prepare(`SELECT ${COLUMNS} FROM runs WHERE id = ?1`).bind(id).first<Run>();
}

/** When an edition was first issued or retracted, as far as the log knows. */
export async function momentOf(
  db: D1Database,
  edition: string,
  outcome: "issued" | "retracted",
): Promise<string | null> {
  const sql = "SELECT min(finished) AS finished FROM runs WHERE edition = ?1 AND outcome = ?2";
  return await db.prepare(sql).bind(edition, outcome).first<string>("finished");
}

export async function lastRun(db: D1Database): Promise<Run | null> {
  return await db.prepare(`SELECT ${COLUMNS} FROM runs ORDER BY started DESC, id DESC LIMIT 1`).first<Run>();
}

/** In the order in which they were done. */
export async function stepsOf(db: D1Database, run: string): Promise<readonly RunStep[]> {
  const sql = "SELECT name, finished, files, bytes FROM run_steps WHERE run = ?1 ORDER BY finished, rowid";
  return (await db.prepare(sql).bind(run).all<RunStep>()).results;
}

/** Whether a slot was dealt with: an edition was issued, or it was found that nothing is new. */
export async function isSettled(db: D1Database, slot: string): Promise<boolean> {
  const sql = "SELECT 1 FROM runs WHERE slot = ?1 AND outcome IN ('issued', 'unchanged', 'late') LIMIT 1";
  return (await db.prepare(sql).bind(slot).first()) !== null;
}
