/**
 * Every feed there is, of a history that was pressed and of one that was only recorded: each is what it should be, and both
 * are the same to the byte. It is the pressed one that readers get, and the recorded one that the fast tests look at.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LANGUAGES } from "../../templates/languages.ts";
import { countingOn } from "../support/counting.ts";
import { FEEDS, pressHistory, recordHistory } from "../support/feed-history.ts";
import { wipe } from "../support/press.ts";
import { assertFeed, assertLeadsToFeeds, ENDINGS, feedPath, PAGES_WITH_FEEDS } from "../support/served-feeds.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
  await pressHistory(worker);
});
after(async () => await worker.stop());

test("every language, topic and format: valid, with the items of the editions that brought something", async () => {
  for (const language of languages) {
    for (const topic of Object.keys(FEEDS)) {
      const urls = new Set<string>();
      for (const ending of ENDINGS) for (const url of await assertFeed(worker, language, topic, ending)) urls.add(url);
      for (const url of urls) assert.equal((await worker.fetch(url, { method: "HEAD" })).status, 200, url);
    }
  }
});

test("every page leads to its feeds, of the newest edition and of one before", async () => {
  for (const language of languages) {
    for (const edition of ["", "/2026-W48"])
      for (const page of PAGES_WITH_FEEDS)
        if (page[0] !== "editions" || edition === "") await assertLeadsToFeeds(worker, language, edition, page);
  }
});

test("the feeds of a history whose sheets were recorded without being set are those of one that was pressed", async () => {
  const paths = languages.flatMap((language) =>
    Object.keys(FEEDS).flatMap((topic) => ENDINGS.map((ending) => feedPath(language, topic, ending))),
  );
  const site = countingOn(worker, { now: Date.now, counts: "off" });
  const feeds = async (): Promise<readonly string[]> => {
    const texts: string[] = [];
    for (const path of paths) texts.push(await (await site.fetch(path)).text());
    return texts;
  };
  const pressed = await feeds();
  await wipe(worker);
  await recordHistory(worker);
  assert.deepEqual(await feeds(), pressed);
});
