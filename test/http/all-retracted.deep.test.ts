/**
 * When every edition is retracted: whoever asks for the newest is told which that was, when and why it was retracted, and
 * where the list of editions is. In: a site of two editions, both retracted. Every address there is, in every format.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FEED_ENDINGS } from "../../src/formats/feed/feed-endings.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { examplesOf } from "../support/addresses.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import { faultsOf, readFeed } from "../support/feeds.ts";
import { issueEdition, retractEdition } from "../support/issue.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const FIRST = smallLibrary({ statements: [statement("first")] });
/** `ceasefire` is called `truce` from now on. */
const SECOND = {
  ...FIRST,
  issues: FIRST.issues.map((issue) => (issue.id === "ceasefire" ? { ...issue, id: "truce" } : issue)),
  statements: [statement("first", { issue: "truce" }), statement("second", { issue: "truce" })],
  aliases: [{ id: "ceasefire", topic: "truce" }],
};
const REASON = { de: "Die Vorlage war <gefälscht>.", uk: "Підробка." };

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ library: FIRST });
  const issued = "2026-11-23T05:00:00.000Z";
  await issueEdition(worker, { id: "2026-W48", issued, library: SECOND, before: { id: "2026-W47", library: FIRST } });
  await retractEdition(worker, "2026-W47", { on: "2026-11-26", reason: { de: "Auch falsch." } });
  await retractEdition(worker, "2026-W48", { on: "2026-11-27", reason: REASON });
});
after(async () => await worker.stop());

test("no address says that no edition was ever published, and none fails", async () => {
  const place = { language: "de", topic: "kyiv", edition: "2026-W48", site: SITE };
  await atOnce(examplesOf(place), async ({ path }) => {
    for (const method of ["GET", "HEAD"]) {
      const response = await worker.fetch(path, { method });
      const body = await response.text();
      if (path === "/health") continue;
      const belongsToNone = /^\/(faces|favicon|apple-touch|robots|sitemap|llms|editions|feed)|\/(feed|editions)\b/.test(
        path,
      );
      const is = belongsToNone ? [200, 301, 302, path.startsWith("/sitemap-") ? 404 : 200] : [410];
      assert.ok(is.includes(response.status), `${method} ${path}: ${response.status}`);
      assert.ok(!body.includes(LANGUAGES.de?.page.errors.empty ?? "?"), path);
    }
  });
});

test("the newest is said to be retracted, when and why, and where the list of editions is", async () => {
  const said: Readonly<Record<string, string>> = {
    de: "Die neueste Ausgabe, 2026-W48, wurde am 27.\u00a0November 2026 zurückgezogen, und eine andere ist zurzeit nicht zu lesen. Die Vorlage war <gefälscht>. Alle Ausgaben:",
    en: "The newest edition, 2026-W48, was retracted on 27\u00a0November 2026, and there is no other to read at present. Die Vorlage war <gefälscht>. All editions:",
    uk: "Найновіший випуск, 2026-W48, відкликано 27\u00a0листопада 2026 року, а іншого випуску, який можна прочитати, наразі немає. Підробка. Усі випуски:",
  };
  for (const language of languages) {
    const list = `/${language}/editions`;
    for (const page of ["", "kyiv", "ceasefire", "atlantis", "kyiv/all", "changes", "newsletter", "kyiv/card"]) {
      const html = await worker.fetch(`/${language}/${page}`, { headers: { Accept: "text/html" } });
      assert.equal(html.status, 410, page);
      assert.equal(html.headers.get("Cache-Control"), "no-store");
      const text = await html.text();
      assert.ok(text.includes(`<a href="${list}">${SITE}${list}</a>`), text);
      assert.ok(!text.includes(`href="/${language}/"`), "contents that are gone are not linked");
      assert.ok(text.includes(language === "uk" ? "Підробка." : "&lt;gefälscht&gt;"), text);
    }
    for (const ending of ["txt", "pdf", "png", "bib"]) {
      const plain = await worker.fetch(`/${language}/kyiv.${ending}`);
      assert.equal(plain.status, 410, ending);
      assert.equal(await plain.text(), `${said[language]} ${SITE}${list}\n`);
    }
    const markdown = await (await worker.fetch(`/${language}/kyiv.md`)).text();
    assert.ok(markdown.includes(`](${list})`) && !markdown.includes(`](/${language}/)`), markdown);
    const json = await worker.fetch(`/${language}/kyiv.json`);
    assert.equal(json.status, 410);
    const { error } = (await json.json()) as { error: Record<string, unknown> };
    assert.deepEqual(error, {
      status: 410,
      code: "gone",
      message: `${said[language]} ${SITE}${list}`,
      given: "2026-W48",
      retracted: "2026-11-27",
      reason: REASON,
      choices: [{ name: `${SITE}${list}`, href: list }],
    });
    assert.equal((await worker.fetch(list)).status, 200);
  }
  const root = await worker.fetch("/", { headers: { "Accept-Language": "uk", Accept: "text/html" } });
  assert.equal(root.status, 410);
  assert.match(await root.text(), /<html lang="uk"[\s\S]*Підробка\.[\s\S]*href="\/editions"/);
  for (const format of ["json", "xml"]) {
    const asked = await worker.fetch(`/oembed?${new URLSearchParams({ url: `${SITE}/en/kyiv`, format })}`);
    assert.equal(asked.status, 410);
    assert.match(await asked.text(), /"code": "gone"[\s\S]*"\/en\/editions"/);
  }
});

test("an edition asked for by its name is told of by itself, and leads to the list as well", async () => {
  const plain = await (await worker.fetch("/2026-W47/de/kyiv.txt")).text();
  assert.equal(
    plain,
    `Die Ausgabe 2026-W47 wurde am 26.\u00a0November 2026 zurückgezogen. Auch falsch. Alle Ausgaben: ${SITE}/de/editions\n`,
  );
  const unknown = await worker.fetch("/2026-W40/de/kyiv");
  assert.equal(unknown.status, 404);
  assert.match(await unknown.text(), /href="\/editions"/);
});

test("feeds tell of the retraction, for a reader who is refused one forgets it", async () => {
  for (const ending of Object.keys(FEED_ENDINGS)) {
    for (const path of [`/de/feed.${ending}`, `/de/truce/feed.${ending}`]) {
      const response = await worker.fetch(path);
      assert.equal(response.status, 200, path);
      const text = await response.text();
      assert.deepEqual(await faultsOf(text, ending), []);
      const { items, title } = await readFeed(text, ending);
      assert.equal(title, path.includes("truce") ? "Einblatt: truce" : "Einblatt: Alle Ausgaben");
      assert.deepEqual(
        items.map(({ id }) => id?.split("/").at(3)),
        ["2026-W48", "2026-W47"],
      );
      for (const { id } of items) assert.match(id ?? "", /#retracted$/);
      assert.match(items[0]?.html ?? "", /gefälscht/);
    }
  }
  const old = await worker.fetch("/de/ceasefire/feed.atom");
  assert.equal(old.headers.get("Location"), "/de/truce/feed.atom");
});

test("the sitemap, llms.txt and the list of editions are there", async () => {
  const sitemap = await (await worker.fetch("/sitemap.xml")).text();
  assert.deepEqual(
    [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc),
    languages.map((language) => `${SITE}/${language}/editions`),
  );
  assert.doesNotMatch(await (await worker.fetch("/llms.txt")).text(), /## Briefings/);
  const list = (await (await worker.fetch("/editions.json")).json()) as { newest: unknown; editions: unknown[] };
  assert.deepEqual([list.newest, list.editions.length], [null, 2]);
});

test("health says which was the newest, when and why it was retracted", async () => {
  const response = await worker.fetch("/health");
  const { status, edition, retracted } = (await response.json()) as Record<string, unknown>;
  assert.deepEqual([response.status, status, edition], [503, "retracted", null]);
  assert.deepEqual(retracted, { id: "2026-W48", on: "2026-11-27", reason: REASON });
});

test("once there is an edition again, all is as before", async () => {
  await issueEdition(worker, { id: "2026-W49", issued: "2026-11-30T05:00:00.000Z", library: SECOND });
  assert.equal((await worker.fetch("/de/kyiv")).status, 200);
  assert.match(await (await worker.fetch("/2026-W48/de/kyiv.txt")).text(), /Neueste Ausgabe: \S+\/de\/kyiv\.txt/);
  const { retracted } = (await (await worker.fetch("/health")).json()) as Record<string, unknown>;
  assert.equal(retracted, null);
});
