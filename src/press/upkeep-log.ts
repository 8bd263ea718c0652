/**
 * The log of what was done to look after editions that are out, beside that of the runs which make them. In: the database,
 * and times that whoever runs the press reads off a clock. Out: rows, and what is read of them. Everything written can be
 * written again.
 */
import type { UpkeepOrder } from "./order.ts";
import type { RunStep } from "./run-log.ts";

export type UpkeepOutcome = "done" | "refused" | "failed";

export interface Upkeep {
  readonly id: string;
  readonly kind: UpkeepOrder["kind"];
  readonly started: string;
  readonly finished: string | null;
  readonly outcome: UpkeepOutcome | null;
  readonly error: string | null;
  readonly found: Found | null;
}

/** How much was looked at, and what came of it. */
export interface Found {
  readonly editions: number;
  readonly files: number;
  /** Objects that are missing, or not as they were published. */
  readonly lost: number;
  readonly restored: number;
}

export async function startUpkeep(db: D1Database, id: string, { kind }: UpkeepOrder, now: string): Promise<void> {
  const forget = "started = excluded.started, finished = NULL, outcome = NULL, error = NULL, found = NULL";
  await db.batch([
    db
      .prepare(`INSERT INTO upkeep (id, kind, started) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET ${forget}`)
      .bind(id, kind, now),
    db.prepare("DELETE FROM upkeep_steps WHERE run = ?1").bind(id),
  ]);
}

export async function recordUpkeepStep(db: D1Database, run: string, { name, finished }: RunStep): Promise<void> {
  const sql = "INSERT INTO upkeep_steps (run, name, finished) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
  await db.prepare(sql).bind(run, name, finished).run();
}

export async function finishUpkeep(
  db: D1Database,
  id: string,
  end: Pick<Upkeep, "outcome" | "error" | "found">,
  now: string,
): Promise<void> {
  const sql = "UPDATE upkeep SET finished = ?2, outcome = ?3, error = ?4, found = ?5 WHERE id = ?1";
  const found = end.found === null ? null : JSON.stringify(end.found);
  await db.prepare(sql).bind(id, now, end.outcome, end.error, found).run();
}

export async function lastUpkeep(db: D1Database): Promise<Upkeep | null> {
  return upkeepOf(await db.prepare("SELECT * FROM upkeep ORDER BY started DESC, id DESC LIMIT 1").first<UpkeepRow>());
}

export async function upkeepById(db: D1Database, id: string): Promise<Upkeep | null> {
  return upkeepOf(await db.prepare("SELECT * FROM upkeep WHERE id = ?1").bind(id).first<UpkeepRow>());
}

function upkeepOf(row: UpkeepRow | null): Upkeep | null {
  return row === null ? null : { ...row, found: row.found === null ? null : (JSON.parse(row.found) as Found) };
}

type UpkeepRow = Omit<Upkeep, "found"> & { readonly found: string | null };

/** In the order in which they were done. */
export async function upkeepSteps(db: D1Database, run: string): Promise<readonly Pick<RunStep, "name" | "finished">[]> {
  const sql = "SELECT name, finished FROM upkeep_steps WHERE run = ?1 ORDER BY finished, rowid";
  return (await db.prepare(sql).bind(run).all<Pick<RunStep, "name" | "finished">>()).results;
}
