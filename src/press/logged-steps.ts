/**
 * Steps that leave a trace: each is written into the run log and told to the platform's log once it is done. In: the
 * press's context, a run and its steps. Out: the same steps. Writing the trace is part of the step, so a step that
 * could not be recorded is done again.
 */
import type { PressContext, StepResult, Steps } from "./press-context.ts";
import { recordStep } from "./run-log.ts";

/** What a step made in R2; nothing, where it says nothing. */
export interface Made {
  readonly files: number;
  readonly bytes: number;
}

export interface LoggedSteps {
  readonly do: <T extends StepResult>(name: string, work: () => Promise<T>, made?: (result: T) => Made) => Promise<T>;
}

/** `record` writes a step into the log that the run is in. */
export function loggedSteps(context: PressContext, run: string, steps: Steps, record = recordStep): LoggedSteps {
  return {
    do: async (name, work, made = () => ({ files: 0, bytes: 0 })) =>
      await steps.do(name, async () => {
        const began = context.now();
        const result = await work();
        const finished = context.now();
        const step = { name, finished: finished.toISOString(), ...made(result) };
        await record(context.db, run, step);
        context.log({ press: run, step: name, ms: finished.getTime() - began.getTime(), ...made(result) });
        return result;
      }),
  };
}
