/**
 * Every rule of `test/support/bends.ts` on every example of every route. In: the pressed edition. The rules by turns, and
 * what has been complained of, are in `mended.test.ts`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examplesOf } from "../support/addresses.ts";
import { atOnce } from "../support/at-once.ts";
import { BENDS } from "../support/bends.ts";
import { SITE } from "../support/edition-facts.ts";
import { asking, holdBent } from "../support/manners.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const EXAMPLES = examplesOf({ site: SITE, language: "uk", topic: "housing", edition: "2026-W47" });

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

for (const [name, bend] of Object.entries(BENDS)) {
  test(`every address with ${name} leads in one step to what it means`, async () => {
    const ask = asking(() => worker);
    const tried = await atOnce(EXAMPLES, async ({ path }) => await holdBent(ask, path, name, bend));
    assert.ok(tried.some(Boolean), name);
  });
}
