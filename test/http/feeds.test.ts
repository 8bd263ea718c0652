/**
 * Feeds by HTTP, of a site with a history: three weeks that brought something and one that did not, a correction and a
 * retraction. Read back by parsers that are not ours. Every feed of every language is looked at in the deep tests.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FEED_ENDINGS, type FeedEnding } from "../../src/formats/feed/feed-endings.ts";
import { runTogether } from "../../src/library/commands.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { type Frozen, freeze } from "../../src/store/freeze.ts";
import { indexCommands, keepEdition } from "../../src/store/publish.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { compareLibraries } from "../support/comparison.ts";
import { EDITION_FACTS, SITE } from "../support/edition-facts.ts";
import { everywhere, FEEDS, first, recordHistory, second, WEEK_1, WEEK_4 } from "../support/feed-history.ts";
import { faultsOf, readFeed } from "../support/feeds.ts";
import { wipe } from "../support/press.ts";
import { assertFeed, assertLeadsToFeeds, ENDINGS, feedPath, PAGES_WITH_FEEDS } from "../support/served-feeds.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
  await recordHistory(worker);
});
after(async () => await worker.stop());

test("a feed of every topic in every format, in one language or another: valid, with the items that belong there", async () => {
  assert.deepEqual(Object.keys(FEEDS), ["", ...topicsOf(WEEK_4).map(({ id }) => id)]);
  const urls = new Set<string>();
  for (const [i, topic] of Object.keys(FEEDS).entries()) {
    for (const [j, ending] of ENDINGS.entries()) {
      const language = languages[(i + j) % languages.length] ?? "";
      for (const url of await assertFeed(worker, language, topic, ending)) urls.add(url);
    }
  }
  for (const url of urls) assert.equal((await worker.fetch(url, { method: "HEAD" })).status, 200, url);
});

test("an item says what the page of changes says, of its topic alone", async () => {
  for (const language of languages) {
    const page = await (await worker.fetch(`/2026-W48/${language}/changes.html`)).text();
    const main = wordsOf(/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? "");
    for (const ending of ENDINGS) {
      const { items } = await feedAt(language, "moscow", ending);
      const html = items.find(({ id }) => id?.includes("2026-W48/"))?.html ?? "";
      assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; \]\]&gt; stays text\./);
      const item = wordsOf(/<li>([\s\S]*?)<\/li>/.exec(html)?.[0] ?? "");
      // On the page of everything the actor is named, too.
      const said = item.slice(item.indexOf(wordsOf("&lt;script")));
      assert.ok(said.length > 30 && main.includes(said), `${said}\n${main}`);
      assert.ok(!html.includes("Text of first"));
      assert.match(html, new RegExp(`href="${SITE}/2026-W48/${language}/moscow"`));
      assert.match(html, new RegExp(`href="${SITE}/2026-W48/${language}/changes"`));
    }
  }
  const { items } = await feedAt("en", "", "atom");
  assert.deepEqual(
    items.map(({ title, published }) => `${published} ${title}`),
    [
      "2026-12-09T00:00:00.000Z Edition 2026-W50 retracted",
      "2026-12-02T09:00:00.000Z Edition 2026-W48.2 corrects 2026-W48",
      "2026-11-23T05:00:00.000Z Edition 2026-W48: 1 new",
      "2026-11-16T05:00:00.000Z Edition 2026-W47: the first",
    ],
  );
});

test("a correction says why, and what is different from what it corrects; a retraction says why", async () => {
  for (const language of languages) {
    const said = LANGUAGES[language];
    const [retraction, correction] = (await feedAt(language, "territory", "json")).items;
    const note = language === "en" ? "The &lt;source&gt; was wrong." : "Die &lt;Quelle&gt; war falsch.";
    assert.ok(correction?.html?.includes(note), correction?.html ?? "");
    assert.ok(correction?.html?.includes("Mended.") && correction.html.includes("&lt;script&gt;"), "now and before");
    assert.match(correction?.html ?? "", new RegExp(`${SITE}/2026-W48.2/${language}/changes\\?since=2026-W48"`));
    assert.ok(retraction?.html?.includes("Gefälscht &amp; alt."));
    assert.equal(retraction?.html?.includes('lang="de" dir="ltr">Gefälscht') === (language !== "de"), true);
    const unaffected = (await feedAt(language, "ceasefire", "json")).items[0]?.html ?? "";
    assert.ok(unaffected.includes(note) && unaffected.includes(said?.feed.unaffected ?? "?"));
  }
});

test("nothing is sent again that has not changed, and HEAD says what GET does", async () => {
  for (const ending of ENDINGS) {
    const path = feedPath("de", "kyiv", ending);
    const response = await worker.fetch(path);
    const size = (await response.arrayBuffer()).byteLength;
    const tag = response.headers.get("ETag") ?? "";
    assert.match(tag, /^"[0-9a-f]{64}"$/);
    const again = await worker.fetch(`${path}?utm_source=x`, { headers: { "If-None-Match": `W/${tag}` } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), "");
    const head = await worker.fetch(path, { method: "HEAD", headers: { "Accept-Encoding": "identity" } });
    assert.deepEqual([head.headers.get("ETag"), head.headers.get("Content-Length")], [tag, String(size)]);
  }
});

test("without an ending the reader's program chooses, and gets Atom where nothing fits", async () => {
  const asked: readonly (readonly [string | null, FeedEnding])[] = [
    [null, "atom"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "atom"],
    ["text/html", "atom"],
    ["application/rss+xml, application/atom+xml;q=0.5", "rss"],
    ["application/feed+json", "json"],
    ["application/json", "json"],
  ];
  for (const [accept, ending] of asked) {
    for (const topic of ["", "kyiv"]) {
      const response = await worker.fetch(
        feedPath("de", topic),
        accept === null ? {} : { headers: { Accept: accept } },
      );
      assert.equal(response.headers.get("Content-Type"), FEED_ENDINGS[ending].contentType, accept ?? "nothing");
      assert.equal(response.headers.get("Vary"), "Accept");
      assert.equal(await response.text(), await (await worker.fetch(feedPath("de", topic, ending))).text());
    }
  }
  for (const [status, path, to] of [
    [302, "/feed?utm_source=a%20b", "/uk/feed?utm_source=a%20b"],
    [302, "/feed.rss", "/uk/feed.rss"],
    [301, "/de/feed/", "/de/feed"],
  ] as const) {
    const response = await worker.fetch(path, { headers: { "Accept-Language": "uk" } });
    assert.deepEqual([response.status, response.headers.get("Location")], [status, to]);
  }
  for (const path of [
    "/de/feed.xml",
    "/de/kyiv/feed.xml",
    "/de/nobody/feed.atom",
    "/xx/feed.atom",
    "/2026-W47/de/feed.atom",
  ])
    assert.equal((await worker.fetch(path)).status, 404, path);
});

test("every page leads to its feeds, for programs and for readers", async () => {
  for (const [i, page] of PAGES_WITH_FEEDS.entries()) {
    const edition = i % 2 === 0 || page[0] === "editions" ? "" : "/2026-W48";
    await assertLeadsToFeeds(worker, languages[i % languages.length] ?? "", edition, page);
  }
});

test("no edition is loaded for a feed", async () => {
  const before = await (await worker.fetch("/de/kyiv/feed.atom")).text();
  const { objects } = await worker.SHEETS.list({ prefix: "editions/" });
  assert.equal(objects.length, 5);
  await worker.SHEETS.delete(objects.map(({ key }) => key));
  for (const language of languages)
    for (const ending of ENDINGS) assert.equal((await worker.fetch(feedPath(language, "kyiv", ending))).status, 200);
  assert.equal(await (await worker.fetch("/de/kyiv/feed.atom")).text(), before);
});

test("editions whose sheets were not recorded have shorter items, and thirty are the most", async () => {
  await wipe(worker);
  const later = { ...WEEK_1, statements: [first, { ...second, text: everywhere("Said once more.") }] };
  const changes = compareLibraries("2026-W47", { ...later, statements: [first, second] }, later);
  const frozen = Array.from({ length: 34 }, (_, n) => {
    const id = `2027-W${String(n + 1).padStart(2, "0")}`;
    const issued = new Date(Date.parse("2027-01-11T05:00:00Z") + n * 604_800_000).toISOString();
    const since = n === 0 ? "2026-W47" : `2027-W${String(n).padStart(2, "0")}`;
    return freeze(later, { ...EDITION_FACTS, id, issued, changes: { ...changes, since } });
  });
  // For the title, which nothing is on record of either.
  await keepEdition(worker.SHEETS, frozen.at(-1) as Frozen);
  await runTogether(
    worker.LIBRARY,
    frozen.flatMap(({ entry }) => indexCommands(entry)),
  );
  for (const topic of ["", "kyiv"]) {
    for (const ending of ENDINGS) {
      const text = await (await worker.fetch(feedPath("de", topic, ending))).text();
      assert.deepEqual(await faultsOf(text, ending), []);
      const { items, title } = await readFeed(text, ending);
      assert.equal(title, topic === "" ? "Einblatt: The subject" : "Einblatt: Name of kyiv");
      assert.equal(items.length, 30);
      assert.equal(items[0]?.title, "Ausgabe 2027-W34");
      assert.match(items[0]?.html ?? "", /1 geänderte Aussage gegenüber 2027-W33\./);
    }
  }
});

async function feedAt(language: string, topic: string, ending: FeedEnding) {
  return await readFeed(await (await worker.fetch(feedPath(language, topic, ending))).text(), ending);
}

/** What is read, without markup and spaces. */
function wordsOf(html: string): string {
  return html
    .replace(/<br>/g, " ")
    .replace(/<[^>]+>/g, "")
    .replace(/[\s\u00a0]+/g, "");
}
