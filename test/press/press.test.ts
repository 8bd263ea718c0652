/**
 * Two weeks of the press on real stores, told in order: what a run leaves behind, what a week without news leaves alone,
 * and that a run which finds its own files harmed stops before anything points at them. In: a library of one topic. What
 * else can go wrong is tried by the deep tests beside this one.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { runPress } from "../../src/press/press.ts";
import type { Steps } from "../../src/press/press-context.ts";
import { fileKey, plainPdf } from "../../src/render/variant.ts";
import { currentEdition } from "../../src/store/edition-index.ts";
import type { SheetRow } from "../../src/store/sheet-index.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import {
  contextOf,
  currentId,
  editionsOf,
  FIRST,
  issueAt,
  load,
  runsOf,
  SECOND,
  stateOf,
  stepsThatRetry,
  titled,
} from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
});
after(async () => await worker.stop());

test("a run leaves every file of its manifest, the pointer and a log of its steps, and then tells of it", async () => {
  await load(worker, titled("The first"));
  const told: string[] = [];
  const { context, lines } = contextOf(worker, {
    announce: async ({ edition, contents }) => {
      assert.equal(await currentId(worker), edition);
      told.push(`${edition} ${contents.de}`);
    },
  });
  assert.equal(await issueAt(context, FIRST), "issued");
  const [edition] = await editionsOf(worker);
  assert.equal(edition?.id, "2026-W47");
  const { objects } = await worker.SHEETS.list({ prefix: "files/2026-W47/" });
  assert.equal(objects.length, edition.files);
  assert.equal(
    objects.reduce((sum, { size }) => sum + size, 0),
    edition.bytes,
  );
  assert.deepEqual(
    lines.map(({ step }) => step),
    ["records", "mark", "freeze", "set 1 of 1", "verify 1 of 1", "publish", "sweep", "announce"],
  );
  assert.deepEqual(told, ["2026-W47 http://localhost:8787/2026-W47/de/"]);
  const [run] = await runsOf(worker);
  assert.deepEqual([run?.outcome, run?.edition, run?.slot, run?.error], ["issued", "2026-W47", "2026-W47", null]);
});

test("of every sheet its title, its news and the hash of the PDF that lies in R2 are on record", async () => {
  const entry = await currentEdition(worker.LIBRARY);
  const topic = entry?.topics[0];
  assert.ok(entry !== null && topic !== undefined);
  const { results } = await worker.LIBRARY.prepare("SELECT * FROM sheets").all<SheetRow>();
  assert.equal(results.length, Object.keys(LANGUAGES).length);
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const row = results.find((each) => each.language === language);
    const file: R2Object | null = await worker.SHEETS.head(fileKey(entry, plainPdf(topic, language)));
    assert.deepEqual([row?.title, row?.pdf], ["The first", file?.customMetadata?.sha256]);
    assert.ok(row?.news?.includes(words.changes.first));
  }
});

test("what was pressed is served as it lies there, and nothing is set for it", async () => {
  const before = await stateOf(worker);
  const { objects } = await worker.SHEETS.list({ prefix: "files/2026-W47/" });
  for (const ending of ["pdf", "html", "md", "txt", "json"]) {
    const stored = objects.find(({ key }) => key.endsWith(`/de/overview/overview-a4.${ending}`));
    const answer = await worker.fetch(`/2026-W47/de/overview.${ending}`);
    assert.equal(answer.status, 200);
    assert.ok(stored !== undefined && (await answer.arrayBuffer()).byteLength >= stored.size, ending);
  }
  assert.equal(await stateOf(worker), before);
});

test("nothing new: no edition, but the log says that somebody looked", async () => {
  const before = await stateOf(worker);
  assert.equal(await issueAt(contextOf(worker).context, SECOND), "unchanged");
  assert.equal(await stateOf(worker), before);
  assert.deepEqual(
    (await runsOf(worker)).map(({ outcome }) => outcome),
    ["issued", "unchanged"],
  );
});

test("a second run of a week changes nothing, whatever the library says by then", async () => {
  await load(worker, titled("The second"));
  const before = await stateOf(worker);
  assert.equal(await issueAt(contextOf(worker).context, "2026-11-18T09:00:00.000Z"), "late");
  assert.equal(await stateOf(worker), before);
});

const THIRD = "2026-11-30T05:00:00.000Z";

test("a file that is gone when it is verified stops the run before anything points at it", async () => {
  const meddling: Steps = {
    do: async (name, work) => {
      const result = await work();
      const { objects } = await worker.SHEETS.list({ prefix: "files/2026-W49/" });
      if (name.startsWith("set")) await worker.SHEETS.delete(objects[7]?.key ?? "");
      return result;
    },
  };
  await assert.rejects(issueAt(contextOf(worker).context, THIRD, meddling), /1 files are not as they were made/);
  assert.equal(await currentId(worker), "2026-W47");
});

test("a listener that does not listen holds nothing up, and the run that failed is begun anew", async () => {
  const deaf = contextOf(worker, { announce: async () => Promise.reject(new Error("nobody at home")) });
  assert.equal(await issueAt(deaf.context, THIRD, stepsThatRetry(2)), "issued");
  const run = (await runsOf(worker)).find(({ edition }) => edition === "2026-W49");
  assert.deepEqual([run?.outcome, run?.error], ["issued", "after it was issued: nobody at home"]);
});

test("what no reader is told of makes no edition due, and is issued where somebody wants it at once", async () => {
  const { context } = contextOf(worker);
  await load(worker, titled("The last"));
  assert.equal(await issueAt(context, "2027-01-04T05:00:00.000Z"), "issued");
  const { subject, ...rest } = titled("The last");
  await load(worker, { ...rest, subject: { ...subject, title: { ...subject.title, de: "„The last“" } } });
  const later = "2027-01-11T05:00:00.000Z";
  assert.equal(await issueAt(context, later), "unchanged");
  assert.equal(await currentId(worker), "2027-W01");
  const order = { kind: "issue", anyway: true, time: later } as const;
  assert.equal(await runPress(context, "anyway", order, new Date(later), stepsThatRetry(0)), "issued");
  assert.equal(await currentId(worker), "2027-W02");
});
