/**
 * Starts a run of the press on this machine, and waits for one. In: the Workflow's binding, the run's name and what is
 * ordered. Out: how the instance ended. A workerd that is busy setting may close a connection between two questions; the
 * next question opens another.
 */
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import type { Miniflare } from "miniflare";
import type { Run } from "../src/press/run-log.ts";

/** Milliseconds between two questions. */
const PAUSE = 100;
const WORKING: ReadonlySet<string> = new Set(["queued", "running", "waiting", "unknown"]);
/** Questions in a row that may get no answer, or one that knows nothing of the run. */
const PATIENCE = 20;

/** No instance can be called so: whoever asks for one is refused at once. */
const NO_NAME = "";

/**
 * An order whose answer was lost is given again; the second of a name is refused, which is just as well. Miniflare stops
 * this thread the first time that a function is called, until it knows that it is one to wait for, and a workerd that is
 * at work answers late; so the first call is one that starts nothing.
 */
export async function startRun<T>(press: Workflow<T>, id: string, params: T): Promise<void> {
  await press.create({ id: NO_NAME, params }).then(
    () => assert.fail("an instance without a name was created"),
    () => undefined,
  );
  await patiently(async () => {
    try {
      await press.create({ id, params });
    } catch (error) {
      if (!(error instanceof Error) || !/already[ _]exists/i.test(error.message)) throw error;
    }
  });
}

export async function awaitRun(press: Workflow<never>, id: string): Promise<InstanceStatus> {
  const instance = await patiently(async () => await press.get(id));
  for (;;) {
    const status = await patiently(async () => await instance.status());
    if (!WORKING.has(status.status)) return status;
    await setTimeout(PAUSE);
  }
}

/**
 * The same for a run that may be long. Miniflare stops this thread until it is told what an instance can do, too, and
 * while this thread stands nobody reads workerd's log; once that has nowhere to go, workerd stops for good. So the Worker
 * is asked by HTTP, which stops nobody, until the run is over.
 */
export async function awaitLongRun(
  worker: Pick<Miniflare, "dispatchFetch">,
  press: Workflow<never>,
  id: string,
  /** Told of each step that is done, by its name. */
  onStep: (name: string) => void = () => {},
): Promise<InstanceStatus> {
  const told = new Set<string>();
  for (let unheardOf = 0; unheardOf < PATIENCE; ) {
    const response = await patiently(async () => await worker.dispatchFetch("http://localhost/health"));
    const { lastRun, lastUpkeep } = (await response.json()) as Readonly<Record<string, Seen | null | undefined>>;
    const run = [lastRun, lastUpkeep].find((each) => each?.id === id);
    for (const { name } of run?.steps ?? []) {
      if (!told.has(name)) onStep(name);
      told.add(name);
    }
    if (run == null) unheardOf++;
    else if (run.outcome !== null) break;
    await setTimeout(PAUSE);
  }
  return await awaitRun(press, id);
}

/** What `/health` says of a run or of an order that looks after editions. */
type Seen = Pick<Run, "id" | "outcome"> & { readonly steps?: readonly { readonly name: string }[] };

/**
 * Asks again where the connection was closed: workerd lets go of one that was idle, and whoever works for seconds without
 * a pause learns of it too late. Only for what may be done twice.
 */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let unanswered = 1; ; unanswered++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof TypeError) || unanswered > PATIENCE) throw error;
    }
    await setTimeout(PAUSE);
  }
}
