/**
 * Waits for a run of the press on this machine. In: the Workflow's binding and the run's name. Out: how the instance ended.
 * A workerd that is busy setting may close a connection between two questions; the next question opens another.
 */
import { setTimeout } from "node:timers/promises";

/** Milliseconds between two questions. */
const PAUSE = 100;
const WORKING: ReadonlySet<string> = new Set(["queued", "running", "waiting", "unknown"]);
/** Questions in a row that may get no answer. */
const PATIENCE = 20;

export async function awaitRun(press: Workflow<unknown>, id: string): Promise<InstanceStatus> {
  for (let unanswered = 0; ; ) {
    try {
      const status = await (await press.get(id)).status();
      if (!WORKING.has(status.status)) return status;
      unanswered = 0;
    } catch (error) {
      unanswered += 1;
      if (!(error instanceof TypeError) || unanswered > PATIENCE) throw error;
    }
    await setTimeout(PAUSE);
  }
}
