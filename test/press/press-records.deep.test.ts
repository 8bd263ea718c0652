/**
 * What the press records of every sheet beside its files: complete before anything points at the edition, of no other
 * edition, and gone with what did not get to be published.
 */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Steps } from "../../src/press/press-context.ts";
import { fileKey, plainPdf } from "../../src/render/variant.ts";
import { currentEdition, listEditions } from "../../src/store/edition-index.ts";
import { countSheets, type SheetRow } from "../../src/store/sheet-index.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { contextOf, FIRST, issueAt, load, SECOND, titled, wipe } from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
});
after(async () => await worker.stop());
beforeEach(async () => await wipe(worker));

async function rows(): Promise<readonly SheetRow[]> {
  return (await worker.LIBRARY.prepare("SELECT * FROM sheets").all<SheetRow>()).results;
}

test("one row a topic and language, with the title and the hash of the PDF that lies in R2", async () => {
  await load(worker, titled("The first", "four"));
  await issueAt(contextOf(worker).context, FIRST);
  const entry = await currentEdition(worker.LIBRARY);
  assert.ok(entry !== null);
  const all = await rows();
  assert.equal(all.length, entry.topics.length * languages.length);
  assert.equal(await countSheets(worker.LIBRARY, entry), all.length);
  for (const topic of entry.topics) {
    for (const language of languages) {
      const row = all.find((each) => each.topic === topic.id && each.language === language);
      const file: R2Object | null = await worker.SHEETS.head(fileKey(entry, plainPdf(topic, language)));
      assert.equal(row?.pdf, file?.customMetadata?.sha256);
      assert.equal(row?.title, topic.kind === "overview" ? "The first" : row?.title);
      assert.ok(row?.news?.includes(LANGUAGES[language]?.changes.first ?? "?"));
    }
  }
});

test("an edition that brings nothing on a topic records no news of it", async () => {
  await load(worker, titled("The first", "four"));
  await issueAt(contextOf(worker).context, FIRST);
  await load(worker, titled("The second", "four"));
  await issueAt(contextOf(worker).context, SECOND);
  // Another title of the subject is news of the overview alone.
  const second = (await rows()).filter(({ edition, topic }) => edition === "2026-W48" && topic !== "overview");
  assert.ok(second.length > 0 && second.every(({ news, news_title }) => news === null && news_title === null));
});

test("records of a run that was overtaken are seen by nobody and swept by the next", async () => {
  await load(worker, titled("The first"));
  await issueAt(contextOf(worker).context, FIRST);
  await load(worker, titled("Never seen"));
  const feed = async () => await (await worker.fetch("/de/feed.atom")).text();
  const before = await feed();
  const dying: Steps = {
    do: async (name, work) => {
      if (name.startsWith("verify")) throw new Error("died");
      return await work();
    },
  };
  await assert.rejects(issueAt(contextOf(worker).context, SECOND, dying), /died/);
  assert.ok((await rows()).some(({ title }) => title === "Never seen"));
  assert.equal(await feed(), before);
  await load(worker, titled("The second"));
  assert.equal(await issueAt(contextOf(worker).context, SECOND), "issued");
  assert.deepEqual(new Set((await rows()).map(({ title }) => title)), new Set(["The first", "The second"]));
});

test("a record that is gone when it is verified stops the run before anything points at the edition", async () => {
  await load(worker, titled("The first"));
  const forgetful: Steps = {
    do: async (name, work) => {
      const result = await work();
      if (name.startsWith("set")) await worker.LIBRARY.prepare("DELETE FROM sheets WHERE language = 'uk'").run();
      return result;
    },
  };
  await assert.rejects(issueAt(contextOf(worker).context, FIRST, forgetful), /2 of 3 sheets of 2026-W47 are on record/);
  assert.deepEqual(await listEditions(worker.LIBRARY), []);
});
