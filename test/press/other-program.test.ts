/**
 * What a program that changed may do to editions of the one before: correct what that one set wrongly, and nothing else. A
 * file of its that is lost is not made by another, and an edition whose frozen form is lost keeps nobody from the next.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PROGRAM } from "../../generated/program.ts";
import type { OrderInput } from "../../src/press/order.ts";
import { runPress } from "../../src/press/press.ts";
import { lostObjects } from "../../src/store/lost-objects.ts";
import { readPublication } from "../../src/store/record.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { deleteUnder, keysIn } from "../support/damage.ts";
import { contextOf, FIRST, germanIn, load, SECOND, stateOf, stepsThatRetry, titled } from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const OLD = "the program before";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
  await load(worker, titled("The first"));
  assert.equal(await ordered({ kind: "issue", time: FIRST }, OLD), "issued");
  await load(worker, titled("The second"));
});
after(async () => await worker.stop());

let runs = 0;
async function ordered(input: OrderInput, program: string = PROGRAM.name): Promise<string> {
  const { context } = contextOf(worker, { program, filesIn: germanIn });
  return await runPress(context, `run-${++runs}`, input, new Date(SECOND), stepsThatRetry(0));
}

async function textOf(path: string): Promise<string> {
  const answer = await worker.fetch(path);
  assert.equal(answer.status, 200, path);
  return await answer.text();
}

test("a correction by program sets that edition's own library anew, says so, and is refused where the program is the same", async () => {
  const order = { kind: "correct-program", edition: "2026-W47" } as const;
  const state = await stateOf(worker);
  assert.equal(await ordered(order, OLD), "refused");
  assert.equal(await stateOf(worker), state);
  assert.equal(await ordered(order), "issued");
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const text = await textOf(`/2026-W47.2/${language}/overview.md`);
    assert.ok(text.includes("The first") && !text.includes("The second"), "not what the library says today");
    assert.ok(text.includes(words.correctedByProgram.slice(0, 40)), text);
    const feed = await textOf(`/${language}/overview/feed.json`);
    assert.ok(feed.includes("2026-W47.2") && feed.includes(words.feed.unaffected.slice(0, 30)), "nothing else changed");
  }
  assert.equal((await readPublication(worker.SHEETS, "2026-W47.2"))?.entry.program, PROGRAM.name);
  assert.equal((await readPublication(worker.SHEETS, "2026-W47"))?.entry.program, OLD);
});

test("what another program made and is lost answers 503 in words, by GET and HEAD, and is written down", async () => {
  const [pdf, card] = ["/2026-W47/de/overview.pdf", "/2026-W47/de/overview.png"];
  await deleteUnder(
    worker,
    ...(await keysIn(worker, "files/2026-W47/")).filter((key) => /\/de\/.*\.(?:pdf|png)$/.test(key)),
  );
  for (const path of [pdf, card, `${pdf}?paper=letter`])
    for (const method of ["GET", "HEAD"])
      assert.equal((await worker.fetch(path, { method })).status, 503, `${method} ${path}`);
  assert.equal((await worker.fetch("/2026-W47/de/overview.html")).status, 200);
  const told = await (await worker.fetch(pdf, { headers: { "Accept-Language": "en" } })).text();
  assert.ok(told.length > 0);
  const lost = await lostObjects(worker.LIBRARY, "2026-W47");
  assert.ok(
    lost.some(({ key }) => key.endsWith("-a4.pdf")),
    JSON.stringify(lost),
  );
  const health = (await (await worker.fetch("/health")).json()) as { status: string; lost: number };
  assert.deepEqual([health.status, health.lost], ["lost", lost.length]);
  // The program that made them can make them again, and no other can.
  assert.equal(await ordered({ kind: "restore", edition: "2026-W47" }), "done");
  assert.equal((await worker.fetch(pdf)).status, 503);
  assert.equal(await ordered({ kind: "restore", edition: "2026-W47" }, OLD), "done");
  assert.equal((await worker.fetch(pdf)).status, 200);
  assert.deepEqual(await lostObjects(worker.LIBRARY, null), []);
});

test("an edition is issued although the one before is lost, and says that nothing could be compared", async () => {
  await deleteUnder(worker, "editions/2026-W47.2/");
  assert.equal(await ordered({ kind: "issue", time: SECOND }), "issued");
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const sentence = words.changes.lost.replace("{id}", "2026-W47.2");
    const plain = (text: string) => text.replaceAll(/\s+/g, " ");
    assert.ok(plain(await textOf(`/2026-W48/${language}/changes.txt`)).includes(sentence), language);
    assert.ok(plain(await textOf(`/2026-W48/${language}/overview.json`)).includes(sentence), language);
    assert.ok((await textOf(`/${language}/editions`)).includes(sentence.replace(/\.$/, "")), language);
  }
  assert.equal((await worker.fetch("/2026-W48/en/changes.txt?since=2026-W47.2")).status, 503);
  assert.equal((await worker.fetch("/2026-W47.2/en/overview.pdf")).status, 200);
});
