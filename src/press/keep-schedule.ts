/**
 * Asks once an hour whether an edition is due and sets the press to work. In: the press's context, the Workflow and the
 * time of the tick. Out: what was done. A tick that is missed is made up for by the next, one that comes twice does
 * nothing the second time, and a run that failed or fell asleep is begun anew; all of this rests on the run's name
 * being its week. Whatever it finds, it tells of editions that nobody has been told of yet.
 */

import type { OrderInput } from "./order.ts";
import type { PressContext } from "./press-context.ts";
import { areApart, compareIndex } from "./reconcile.ts";
import { expectRun, isSettled, runById, startRun, stepsOf } from "./run-log.ts";
import { type Slot, slotReached } from "./schedule.ts";
import { tellUntold } from "./tell.ts";

export type Tick = "settled" | "started" | "at work" | "begun anew";

/** A run without a finished step for so long is taken for dead: 30 minutes, three times what a step may take. */
const PATIENCE = 30 * 60_000;

export async function keepSchedule(context: PressContext, press: Workflow<OrderInput>, time: Date): Promise<Tick> {
  const slot = slotReached(context.schedule, time);
  const tick = await attend(context, press, slot, time);
  context.log({ tick: time.toISOString(), slot: slot.week, due: slot.at.toISOString(), found: tick });
  // A run of the press begins with the same.
  if (tick === "settled" || tick === "at work") await lookAfter(context, press, time);
  await tellUntold(context);
  return tick;
}

/** Where the index and the records differ, each is brought up to the other: a step or two, seldom more. */
async function lookAfter(context: PressContext, press: Workflow<OrderInput>, time: Date): Promise<void> {
  if (!areApart(await compareIndex(context))) return;
  const id = `rebuild-${time.toISOString().replaceAll(/[^0-9]/g, "")}`;
  await created(press, id, { kind: "reconcile", time: time.toISOString() });
  context.log({ tick: time.toISOString(), started: id });
}

async function attend(context: PressContext, press: Workflow<OrderInput>, { week }: Slot, time: Date): Promise<Tick> {
  const { db, now } = context;
  if (await isSettled(db, week)) return "settled";
  const order = { kind: "issue", time: time.toISOString() } as const;
  if (await created(press, week, order)) {
    // From now on it can be told for how long nothing was heard of it, even if it never gets to write itself down.
    await expectRun(db, week, { ...order, week }, now().toISOString());
    return "started";
  }
  const instance = await press.get(week);
  const { status } = await instance.status();
  const working = ["queued", "running", "waiting", "paused", "waitingForPause"].includes(status);
  if (working && !(await isDead(context, week))) return "at work";
  // Written down first, so that a tick that comes twice lets it work.
  await startRun(db, week, { ...order, week }, now().toISOString());
  await instance.restart();
  return "begun anew";
}

/** False where there is one of this name; the platform says so in the message of an error that has no class of its own. */
async function created(press: Workflow<OrderInput>, id: string, params: OrderInput): Promise<boolean> {
  try {
    await press.create({ id, params });
    return true;
  } catch (error) {
    if (error instanceof Error && /already[ _]exists/i.test(error.message)) return false;
    throw error;
  }
}

async function isDead({ db, now }: PressContext, run: string): Promise<boolean> {
  const started = (await runById(db, run))?.started;
  const last = (await stepsOf(db, run)).at(-1)?.finished ?? started;
  return last !== undefined && now().getTime() - Date.parse(last) > PATIENCE;
}
