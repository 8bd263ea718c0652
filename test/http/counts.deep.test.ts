/** Downloads are counted in workerd, too, with the real clock: what is written some seconds after the answers. */
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { assertCounted, sumsNow } from "../support/counted.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ counts: "on" });
});
after(async () => await worker.stop());

async function written(total: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const sum = await worker.LIBRARY.prepare("SELECT SUM(count) AS sum FROM downloads").first<number>("sum");
    if ((sum ?? 0) >= total) return;
    await pause(100);
  }
  throw new Error(`${total} downloads were not written: ${(await sumsNow(worker)).join("; ")}`);
}

test("in workerd: what counts is counted, by whom it was asked for, across writings, and nothing of them is kept", async () => {
  await assertCounted(worker, worker.fetch, written);
});
