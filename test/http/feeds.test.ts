/**
 * Feeds by HTTP, of a site with a history: three weeks that brought something and one that did not, a correction and a
 * retraction. Looped over languages, topics and formats; read back by parsers that are not ours.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FEED_ENDINGS, type FeedEnding } from "../../src/formats/feed/feed-endings.ts";
import type { Library } from "../../src/model/library.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { runPress } from "../../src/press/press.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { faultsOf, readFeed } from "../support/feeds.ts";
import { issueEdition } from "../support/issue.ts";
import { contextOf, issueAt, load, stepsThatRetry } from "../support/press.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { SITE, startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const endings = Object.keys(FEED_ENDINGS) as FeedEnding[];
const HOSTILE = "<script>alert(1)</script> & ]]> stays text.";
const everywhere = (text: string) => ({ de: text, en: text, uk: text });
const NOTE = { de: "Die <Quelle> war falsch.", en: "The <source> was wrong." };

const first = statement("first");
const second = statement("second", { actor: "moscow", issue: "territory", text: everywhere(HOSTILE) });
const mended = { ...second, text: everywhere("Mended.") };
const third = statement("third", { issue: "territory" });
const WEEK_1 = smallLibrary({ statements: [first] });
const WEEK_2 = { ...WEEK_1, statements: [first, second] };
const WEEK_3 = { ...WEEK_2, subject: { ...WEEK_2.subject, title: everywhere("Another title") } };
const MENDED = { ...WEEK_3, statements: [first, mended] };
const WEEK_4 = { ...MENDED, statements: [first, mended, third] };

/** Whose item is in which feed, the newest first; everything is in that of the overview. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "": ["2026-W50#retracted", "2026-W48.2", "2026-W48", "2026-W47"],
  overview: ["2026-W50#retracted", "2026-W48.2", "2026-W48", "2026-W47"],
  kyiv: ["2026-W50#retracted", "2026-W48.2", "2026-W47"],
  // What the second week's correction mended is a change from the third, which was issued before that.
  moscow: ["2026-W50#retracted", "2026-W48.2", "2026-W48", "2026-W47"],
  ceasefire: ["2026-W48.2", "2026-W47"],
  territory: ["2026-W50#retracted", "2026-W48.2", "2026-W48", "2026-W47"],
};

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ seeded: false });
  const { context } = contextOf(worker);
  const issue = async (library: Library, time: string): Promise<void> => {
    await load(worker, library);
    assert.equal(await issueAt(context, time), "issued");
  };
  await issue(WEEK_1, "2026-11-16T05:00:00.000Z");
  await issue(WEEK_2, "2026-11-23T05:00:00.000Z");
  await issue(WEEK_3, "2026-11-30T05:00:00.000Z");
  await load(worker, MENDED);
  const order = async (input: object): Promise<string> =>
    await runPress(context, crypto.randomUUID(), input, new Date("2026-12-02T09:00:00.000Z"), stepsThatRetry(0));
  assert.equal(await order({ kind: "correct", edition: "2026-W48", note: NOTE, entries: ["second"] }), "issued");
  await issue(WEEK_4, "2026-12-07T05:00:00.000Z");
  const time = "2026-12-09T09:00:00.000Z";
  assert.equal(
    await order({ kind: "retract", edition: "2026-W50", reason: { de: "Gefälscht & alt." }, time }),
    "retracted",
  );
});
after(async () => await worker.stop());

/** `/de/feed.atom`, `/de/kyiv/feed.atom`. */
const pathOf = (language: string, topic: string, ending?: string): string =>
  `/${language}/${topic === "" ? "" : `${topic}/`}feed${ending === undefined ? "" : `.${ending}`}`;
const named = (id: string | null): string =>
  /\/(\d{4}-W[\d.]+)\/[^#]*(#.*)?$/
    .exec(id ?? "")
    ?.slice(1)
    .join("") ?? "";

test("every language, topic and format: valid, with the items of the editions that brought something", async () => {
  assert.deepEqual(Object.keys(EXPECTED), ["", ...topicsOf(WEEK_4).map(({ id }) => id)]);
  for (const language of languages) {
    for (const [topic, editions] of Object.entries(EXPECTED)) {
      for (const ending of endings) {
        const path = pathOf(language, topic, ending);
        const response = await worker.fetch(path);
        assert.equal(response.status, 200, path);
        assert.equal(response.headers.get("Content-Type"), FEED_ENDINGS[ending].contentType);
        assert.equal(response.headers.get("Content-Language"), language);
        assert.equal(response.headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600");
        const text = await response.text();
        assert.deepEqual(await faultsOf(text, ending), [], path);
        const feed = await readFeed(text, ending);
        assert.equal(feed.self, `${SITE}${path}`);
        assert.equal(feed.home, `${SITE}/${language}/${topic}`);
        assert.equal(feed.language, language);
        assert.deepEqual(
          feed.items.map(({ id }) => named(id).replace("undefined", "")),
          editions,
          path,
        );
        for (const { id, url } of feed.items) {
          if (id?.includes("#") === true) assert.equal(url, `${SITE}/${language}/editions#e2026-W50`);
          else assert.equal(url, id);
          assert.equal((await worker.fetch(url ?? "", { method: "HEAD" })).status, 200, url ?? "");
        }
      }
    }
  }
});

test("an item says what the page of changes says, of its topic alone", async () => {
  for (const language of languages) {
    const page = await (await worker.fetch(`/2026-W48/${language}/changes.html`)).text();
    const main = wordsOf(/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? "");
    for (const ending of endings) {
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
  for (const ending of endings) {
    const path = pathOf("de", "kyiv", ending);
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
      const response = await worker.fetch(pathOf("de", topic), accept === null ? {} : { headers: { Accept: accept } });
      assert.equal(response.headers.get("Content-Type"), FEED_ENDINGS[ending].contentType, accept ?? "nothing");
      assert.equal(response.headers.get("Vary"), "Accept");
      assert.equal(await response.text(), await (await worker.fetch(pathOf("de", topic, ending))).text());
    }
  }
  for (const [path, to] of [
    ["/feed?utm_source=a%20b", "/uk/feed?utm_source=a%20b"],
    ["/feed.rss", "/uk/feed.rss"],
    ["/de/feed/", "/de/feed"],
  ] as const) {
    const response = await worker.fetch(path, { headers: { "Accept-Language": "uk" } });
    assert.deepEqual([response.status, response.headers.get("Location")], [302, to]);
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
  const pages: readonly (readonly [string, string])[] = [
    ["", ""],
    ["editions", ""],
    ["changes", ""],
    ...topicsOf(WEEK_4).flatMap(({ id }) => [[id, id] as const, [`${id}/all`, id] as const]),
  ];
  for (const language of languages) {
    for (const edition of ["", "/2026-W48"]) {
      for (const [page, topic] of pages) {
        if (page === "editions" && edition !== "") continue;
        const html = await (await worker.fetch(`${edition}/${language}/${page}`)).text();
        const found = [...html.matchAll(/<link rel="alternate" type="([^"]+)" title="Einblatt[^"]*" href="([^"]+)">/g)];
        assert.deepEqual(
          found.map(([, type, href]) => `${type} ${href}`),
          endings.map((ending) => {
            const [type] = FEED_ENDINGS[ending].contentType.split(";");
            return `${type} ${SITE}${pathOf(language, topic, ending)}`;
          }),
          page,
        );
        const link = `<a href="${pathOf(language, topic)}">${LANGUAGES[language]?.feed.link}</a>`;
        assert.ok(/<nav[\s\S]*?<\/nav>/.exec(html)?.[0].includes(link), `${edition}/${language}/${page}`);
      }
    }
  }
});

test("editions whose sheets were not recorded have shorter items, and thirty are the most", async () => {
  const site = await startWorker({ library: WEEK_1 });
  try {
    let before = { id: "2026-W47", library: WEEK_1 };
    for (let n = 1; n <= 34; n++) {
      const library = { ...WEEK_1, statements: [first, { ...second, text: everywhere(`Said for the ${n}th time.`) }] };
      const id = `2027-W${String(n).padStart(2, "0")}`;
      const issued = new Date(Date.parse("2027-01-04T05:00:00Z") + n * 604_800_000).toISOString();
      await issueEdition(site, { id, issued, library, before });
      before = { id, library };
    }
    for (const topic of ["", "kyiv"]) {
      for (const ending of endings) {
        const text = await (await site.fetch(pathOf("de", topic, ending))).text();
        assert.deepEqual(await faultsOf(text, ending), []);
        const { items, title } = await readFeed(text, ending);
        assert.equal(title, topic === "" ? "Einblatt: The subject" : "Einblatt: Name of kyiv");
        assert.equal(items.length, 30);
        assert.equal(items[0]?.title, "Ausgabe 2027-W34");
        assert.match(items[0]?.html ?? "", /1 geänderte Aussage gegenüber 2027-W33\./);
      }
    }
  } finally {
    await site.stop();
  }
});

test("no edition is loaded for a feed", async () => {
  const before = await (await worker.fetch("/de/kyiv/feed.atom")).text();
  const { objects } = await worker.SHEETS.list({ prefix: "editions/" });
  assert.equal(objects.length, 5);
  await worker.SHEETS.delete(objects.map(({ key }) => key));
  for (const language of languages)
    for (const ending of endings) assert.equal((await worker.fetch(pathOf(language, "kyiv", ending))).status, 200);
  assert.equal(await (await worker.fetch("/de/kyiv/feed.atom")).text(), before);
});

async function feedAt(language: string, topic: string, ending: FeedEnding) {
  return await readFeed(await (await worker.fetch(pathOf(language, topic, ending))).text(), ending);
}

/** What is read, without markup and spaces. */
function wordsOf(html: string): string {
  return html
    .replace(/<br>/g, " ")
    .replace(/<[^>]+>/g, "")
    .replace(/[\s\u00a0]+/g, "");
}
