/** No answer to a reader has thirteen words in a row of a source, whatever is asked for. The sources are invented. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { COPIED, copiesOf } from "../../scripts/evidence/check-words.ts";
import { readArticles } from "../../scripts/evidence/read-articles.ts";
import { examplesOf } from "../support/addresses.ts";
import { ROOT, SITE } from "../support/edition-facts.ts";
import { LEAN } from "../support/fixtures.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const copied = copiesOf(readArticles(join(ROOT, "test/fixtures/articles"), LEAN.articles));
let worker: TestWorker;
before(async () => {
  worker = await startWorker({ library: LEAN });
});
after(async () => await worker.stop());

test("what a source says at length is found", () => {
  const text = "Wie es heißt: und erst seit diesem Frühjahr fahren die Boote wieder nachts zum Fang hinaus.";
  assert.equal(copied(text).length, 1);
  assert.equal(COPIED, 13);
});

test("no address answers a stretch of a source", async () => {
  const examples = examplesOf({ language: "de", topic: "light", site: SITE, edition: "2026-W47" });
  let read = 0;
  for (const { path } of examples) {
    const answer = await worker.fetch(path);
    const type = answer.headers.get("Content-Type") ?? "";
    if (!/text|json|xml/.test(type)) {
      await answer.body?.cancel();
      continue;
    }
    const text = (await answer.text()).replace(/<[^>]+>/g, " ").replace(/&#?\w+;/g, " ");
    assert.deepEqual(copied(text), [], path);
    read++;
  }
  assert.ok(read > 50, `${read} answers were read`);
});
