/**
 * What is retracted: an edition that corrected another, the newest, and in the end all of them. Every address of it answers
 * 410 with day and reason, and nothing leads there. All addresses when every edition is retracted are asked for in
 * `all-retracted.deep.test.ts`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ENDINGS } from "../../src/formats/endings.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { textOf } from "../support/answers.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import { issueCorrection, issueWithoutFerry, PAGES } from "../support/harbour-editions.ts";
import { logRun, retractEdition } from "../support/issue.ts";
import { linked } from "../support/links.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const REASON = {
  de: "Die Vorlage war gefälscht & mehr als sechzig Zeichen lang ist diese Begründung auch.",
  uk: "Підробка.",
};

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
  await issueWithoutFerry(worker, "2026-W48");
  await issueCorrection(worker);
});
after(async () => await worker.stop());

const text = async (path: string) => await textOf(worker, path);

test("a retracted edition answers 410 at every address, with day, reason and the newest", async () => {
  await retractEdition(worker, "2026-W47.2", { on: "2026-11-27", reason: REASON });
  for (const language of languages) {
    const reason = language === "uk" ? REASON.uk : REASON.de;
    const there = [...PAGES, ...Object.keys(ENDINGS).map((ending) => `council.${ending}`), "council/all.json"];
    const gone = ["ferry.md", "atlantis"];
    await atOnce([...there, ...gone], async (page) => {
      const newest = gone.includes(page) ? "" : page;
      for (const method of ["GET", "HEAD"]) {
        const path = `/2026-W47.2/${language}/${page}`;
        const response = await worker.fetch(path, { method, headers: { Accept: "text/plain, */*;q=0.5" } });
        assert.equal(response.status, 410, path);
        assert.equal(response.headers.get("Content-Language"), language);
        assert.equal(response.headers.get("Cache-Control"), "no-store");
        if (method === "HEAD") continue;
        const body = await response.text();
        assert.match(body, /27\b/, path);
        const plain = body.replaceAll("&amp;", "&").replaceAll("\\", "");
        assert.ok(plain.includes(reason), `${path}: ${body}`);
        assert.ok(plain.includes(`${SITE}/${language}/${newest}`), `${path}: ${body}`);
      }
    });
  }
  const data = await worker.fetch("/2026-W47.2/de/council.json");
  const { error } = (await data.json()) as { error: Record<string, unknown> };
  assert.equal(error.code, "retracted");
  assert.equal(error.retracted, "2026-11-27");
  assert.deepEqual(error.reason, REASON);
  for (const path of [
    "/2026-W47.2",
    "/2026-W47.2/",
    "/2026-W47.2/council.pdf",
    "/2026-W47.2/en",
    "/2026-W47.2/en/council/",
  ]) {
    assert.equal((await worker.fetch(path)).status, 410, path);
  }
});

test("a retracted edition is linked nowhere, and what it corrected no longer leads to it", async () => {
  const before = await worker.fetch("/2026-W47/en/council.pdf", { method: "HEAD" });
  assert.equal(linked(before, "successor-version"), "/2026-W48/en/council.pdf");
  const after = await worker.fetch("/2026-W48/en/council.pdf", { method: "HEAD" });
  assert.equal(linked(after, "predecessor-version"), "/2026-W47/en/council.pdf");
  assert.doesNotMatch(await text("/2026-W47/en/council"), /2026-W47\.2/);
});

test("when the newest is retracted, readers get the one before it", async () => {
  await retractEdition(worker, "2026-W48", { on: "2026-11-28", reason: REASON });
  assert.equal((await worker.fetch("/2026-W48/de/council.pdf")).status, 410);
  const response = await worker.fetch("/de/ferry.txt");
  assert.equal(response.status, 200);
  assert.match(await response.text(), /2026-W47\b/);
  assert.equal(response.headers.get("Content-Location"), `${SITE}/2026-W47/de/ferry.txt`);
});

test("whoever looked before the newest was retracted had found something new, and no page says otherwise", async () => {
  await issueWithoutFerry(worker, "2026-W49");
  await logRun(worker, "2026-12-07T05:00:00.000Z");
  assert.match(await text("/en/council"), /Checked on 7\u00a0December 2026, nothing new since 30\u00a0November 2026/);
  await retractEdition(worker, "2026-W49", { on: "2026-12-08", reason: REASON });
  const page = await text("/en/council");
  assert.match(page, /2026-W47/);
  assert.doesNotMatch(page, /7\u00a0December/);
});

test("when every edition is retracted, readers are told when, why and where the list is; programs too", async () => {
  await retractEdition(worker, "2026-W47", { on: "2026-12-09", reason: { de: "Auch <falsch>." } });
  const said =
    "The newest edition, 2026-W49, was retracted on 8\u00a0December 2026, and there is no other to read at present. " +
    `${REASON.de} All editions: ${SITE}/en/editions`;
  for (const page of [
    "",
    "council",
    "harbour-end",
    "atlantis",
    "council/all",
    "changes",
    "newsletter",
    "council/card",
  ]) {
    const response = await worker.fetch(`/en/${page}`, { headers: { Accept: "text/html" } });
    assert.equal(response.status, 410, page);
    assert.equal(response.headers.get("Cache-Control"), "no-store", page);
    const html = await response.text();
    assert.ok(html.includes(`<a href="/en/editions">${SITE}/en/editions</a>`), html);
    assert.ok(!html.includes('href="/en/"'), "contents that are gone are not linked");
  }
  for (const ending of ["txt", "pdf", "png", "bib"]) assert.equal(await text(`/en/council.${ending}`), `${said}\n`);
  const json = await worker.fetch("/en/council.json");
  assert.deepEqual(((await json.json()) as { error: unknown }).error, {
    status: 410,
    code: "gone",
    message: said,
    given: "2026-W49",
    retracted: "2026-12-08",
    reason: REASON,
    choices: [{ name: `${SITE}/en/editions`, href: "/en/editions" }],
  });
  assert.match(
    await text("/2026-W47/de/council.txt"),
    /^Die Ausgabe 2026-W47 wurde .* Auch <falsch>\. Alle Ausgaben: /,
  );
  assert.match(await text("/2026-W40/de/council"), /href="\/editions"/);
  const { items } = JSON.parse(await text("/en/feed.json")) as { items: readonly { id: string }[] };
  assert.equal(items.length, 4);
  for (const { id } of items) assert.match(id, /#retracted$/);
  const listed = [...(await text("/sitemap.xml")).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc);
  assert.deepEqual(
    listed,
    languages.map((language) => `${SITE}/${language}/editions`),
  );
  const health = await worker.fetch("/health");
  const { status, retracted } = (await health.json()) as Record<string, unknown>;
  assert.deepEqual([health.status, status], [503, "retracted"]);
  assert.deepEqual(retracted, { id: "2026-W49", on: "2026-12-08", reason: REASON });
});
