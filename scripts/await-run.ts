/**
 * Starts a run of the press on this machine, and waits for one. In: the Workflow's binding, the run's name and what is
 * ordered. Out: how the instance ended. A workerd that is busy setting may close a connection between two questions; the
 * next question opens another.
 */
import { setTimeout } from "node:timers/promises";

/** Milliseconds between two questions. */
const PAUSE = 100;
const WORKING: ReadonlySet<string> = new Set(["queued", "running", "waiting", "unknown"]);
/** Questions in a row that may get no answer. */
const PATIENCE = 20;

/** An order whose answer was lost is given again; the second of a name is refused, which is just as well. */
export async function startRun<T>(press: Workflow<T>, id: string, params: T): Promise<void> {
  await patiently(async () => {
    try {
      await press.create({ id, params });
    } catch (error) {
      if (!(error instanceof Error) || !/already[ _]exists/i.test(error.message)) throw error;
    }
  });
}

export async function awaitRun(press: Workflow<never>, id: string): Promise<InstanceStatus> {
  // Asked for once: Miniflare stops this thread while it learns what a new one can do, and a workerd whose log nobody
  // reads meanwhile stops too.
  const instance = await patiently(async () => await press.get(id));
  for (;;) {
    const status = await patiently(async () => await instance.status());
    if (!WORKING.has(status.status)) return status;
    await setTimeout(PAUSE);
  }
}

async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let unanswered = 1; ; unanswered++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof TypeError) || unanswered > PATIENCE) throw error;
    }
    await setTimeout(PAUSE);
  }
}
