/**
 * A database that is not as this program asks for it: not migrated, or without any table. In: a Worker whose tables are
 * taken away one version after the other. Readers get 503 in words or what was published, `/health` JSON that says why.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answerAt } from "../support/installed.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

const PATHS = [
  "/",
  "/de/",
  "/en/council",
  "/2026-W47/de/council.pdf",
  "/de/feed.xml",
  "/sitemap.xml",
  "/editions.json",
];

async function health(): Promise<{ readonly code: number; readonly status: string }> {
  const answer = await worker.fetch("/health");
  assert.match(answer.headers.get("Content-Type") ?? "", /^application\/json/);
  return { code: answer.status, ...((await answer.json()) as { readonly status: string }) };
}

async function drop(...tables: readonly string[]): Promise<void> {
  await worker.LIBRARY.batch([
    worker.LIBRARY.prepare("PRAGMA defer_foreign_keys = on"),
    ...tables.map((table) => worker.LIBRARY.prepare(`DROP TABLE ${table}`)),
  ]);
}

test("before the newest migration readers notice nothing, and the operator is told", async () => {
  const before = await Promise.all(PATHS.map((path) => answerAt(worker, path, null)));
  await drop("upkeep_steps", "upkeep", "lost");
  await worker.LIBRARY.prepare("ALTER TABLE runs DROP COLUMN frozen").run();
  assert.deepEqual(await health().then(({ code, status }) => [code, status]), [503, "schema"]);
  assert.deepEqual(await Promise.all(PATHS.map((path) => answerAt(worker, path, null))), before);
});

test("without the index what is pinned is answered from its record or not at all, and nothing is a fault of ours", async () => {
  await drop("editions");
  assert.deepEqual(await health().then(({ code, status }) => [code, status]), [503, "schema"]);
  for (const path of PATHS) {
    const answer = await worker.fetch(path);
    assert.equal(answer.status, 503, path);
    assert.doesNotMatch(await answer.text(), /SQLITE|no such table/);
    assert.equal(answer.headers.get("Retry-After"), "300");
  }
});
