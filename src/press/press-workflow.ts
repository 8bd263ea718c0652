/**
 * The press as a Workflow: the platform remembers each step, tries it again where it fails, and goes on where it stopped
 * after a crash. In: the bindings and the parameters of an instance. Out: what came of the run. It decides nothing; the
 * work is in `press.ts`.
 */
import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from "cloudflare:workers";
import { PROGRAM } from "../../generated/program.ts";
import { runPress } from "./press.ts";
import { pressContextOf } from "./press-context-of.ts";
import type { Outcome } from "./run-log.ts";
import type { UpkeepOutcome } from "./upkeep-log.ts";

/** Tried again after 1, 2, 4, 8 and 16 seconds. The time limit is of the wall: most of a step is waiting for R2. */
const TRIES = { retries: { limit: 5, delay: 1000, backoff: "exponential" }, timeout: "10 minutes" } as const;

export class Press extends WorkflowEntrypoint<Env, unknown> {
  override async run(
    { instanceId, payload, timestamp }: Readonly<WorkflowEvent<unknown>>,
    step: WorkflowStep,
  ): Promise<Outcome | UpkeepOutcome> {
    const context = pressContextOf(this.env, PROGRAM);
    return await runPress(context, instanceId, payload, timestamp, {
      do: async (name, work) => (await step.do(name, TRIES, async () => (await work()) as never)) as never,
    });
  }
}
