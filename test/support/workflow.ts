/**
 * Runs of the press as the platform carries them out. In: a Worker, and the name of a run. Out: how it ended.
 */
import { awaitRun, startRun } from "../../scripts/await-run.ts";
import type { OrderInput } from "../../src/press/order.ts";
import type { TestWorker } from "./worker.ts";

export async function ended({ PRESS }: TestWorker, id: string): Promise<string> {
  return (await awaitRun(PRESS as Workflow<never>, id)).status;
}

export async function order(worker: TestWorker, id: string, input: OrderInput): Promise<string> {
  await startRun(worker.PRESS, id, input);
  return await ended(worker, id);
}
