/**
 * Made when first asked for, in every language and format: from then on a file is handed out and neither made nor stored
 * again, even without the edition it was made from. In: an edition none of whose files is made yet.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LANGUAGES } from "../../templates/languages.ts";
import { atOnce } from "../support/at-once.ts";
import { filesIn, forgetFrozen, pathsIn } from "../support/stored.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "unpressed", indexSeconds: "1" });
});
after(async () => await worker.stop());

const paths = Object.keys(LANGUAGES).flatMap(pathsIn);

test("asked for again, by whatever address, a file is neither made nor stored again", async () => {
  await atOnce(paths, async (path) => await (await worker.fetch(path)).arrayBuffer());
  const once = await filesIn(worker, "");
  assert.equal(once.length, paths.length);
  const inits = [{}, { method: "HEAD" }, { headers: { Range: "bytes=0-9" } }];
  await atOnce(paths, async (path) => {
    for (const address of [path, `/2026-W47${path}`, `${path}?utm_source=x`])
      for (const init of inits) await (await worker.fetch(address, init)).arrayBuffer();
  });
  assert.deepEqual(await filesIn(worker, ""), once);
});

test("without the edition, every file that is stored is still served: nothing is set from it", async () => {
  await forgetFrozen(worker);
  await atOnce(
    paths.flatMap((path) => [path, `/2026-W47${path}`]),
    async (address) => {
      const response = await worker.fetch(address);
      assert.equal(response.status, 200, address);
      assert.ok((await response.arrayBuffer()).byteLength > 500, address);
    },
  );
  assert.equal((await worker.fetch("/de/company.txt")).status, 503, "what is not stored could not be made");
});
