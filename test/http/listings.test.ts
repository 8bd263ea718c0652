/**
 * What lists what there is: the list of all editions, as a page in every language and as data, with corrections and
 * retractions among them; and for programs robots.txt, the sitemap and llms.txt, as maintained parsers read them. The
 * sitemap is held against a crawl of all pages in `robots.deep.test.ts`.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import robotsParser from "robots-parser";
import { topicsOf } from "../../src/model/topic.ts";
import { writeArchive } from "../../src/pages/write-archive.ts";
import { type ListedEdition, listEditions } from "../../src/store/edition-index.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { textOf } from "../support/answers.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { CORRECTION, issueCorrection, MONDAYS, PRESSED, withoutFerry } from "../support/harbour-editions.ts";
import { issueEdition, retractEdition } from "../support/issue.ts";
import { holdTogether, urlsIn } from "../support/sitemap.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const MARKED = "A [name](x) <b> & co";
/** A topic and all disputes less, and names that are full of signs. */
const NEWEST = {
  ...withoutFerry(HARBOUR),
  disputes: [],
  actors: HARBOUR.actors.map((actor) => ({ ...actor, name: { de: MARKED, en: MARKED, uk: MARKED } })),
};

let worker: TestWorker;
let entries: readonly ListedEdition[];
before(async () => {
  worker = await startWorker();
  const W48 = { id: "2026-W48", issued: MONDAYS["2026-W48"] };
  await issueEdition(worker, { ...W48, library: HARBOUR, before: PRESSED });
  await issueCorrection(worker);
  // In Berlin it is the third by then.
  await issueEdition(worker, { id: "2027-W01", issued: "2027-01-02T23:30:00.000Z", library: NEWEST, before: PRESSED });
  await retractEdition(worker, "2026-W48", { on: "2026-11-27", reason: { de: "Die Quelle war gefälscht." } });
  entries = await listEditions(worker.LIBRARY);
});
after(async () => await worker.stop());

const text = async (path: string) => await textOf(worker, path);

/** The entry of an edition as words. */
const said = (page: string, id: string): string =>
  (new RegExp(`<li id="e${id.replace(".", "\\.")}">([\\s\\S]*?)</li>`).exec(page)?.[1] ?? "").replace(
    /<[^>]+>|\n/g,
    " ",
  );

test("in every language: newest first, with days, changes, corrections and retractions", async () => {
  for (const language of languages) {
    const response = await worker.fetch(`/${language}/editions`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("Content-Language"), language);
    assert.equal(response.headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600");
    const page = await response.text();
    assert.deepEqual(
      [...page.matchAll(/<li id="e([^"]+)">/g)].map(([, id]) => id),
      ["2027-W01", "2026-W48", "2026-W47.2", "2026-W47"],
    );
    assert.deepEqual(
      [...page.matchAll(/<h2>(\d+)/g)].map(([, year]) => year),
      ["2027", "2026"],
    );
    const links = [...page.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href = ""]) => href);
    await atOnce(links, async (href) => {
      assert.equal((await worker.fetch(href, { method: "HEAD" })).status, 200, href);
    });
    assert.doesNotMatch(page, /<a href="\/2026-W48\//, "a retracted edition is no link");
    assert.ok(!page.includes("<falschen>") && !page.includes("<wrong>"));
    const note = said(page, "2026-W47.2");
    assert.ok(note.includes(language === "en" ? "&lt;wrong&gt;" : "&lt;falschen&gt;"), note);
    assert.ok(said(page, "2026-W48").includes("Die Quelle war gefälscht."));
    assert.match(page, /<span lang="de">Die Quelle|language="de"|lang="de"/);
  }
  const page = await text("/en/editions");
  const withdrawn = HARBOUR.statements.length - NEWEST.statements.length;
  assert.match(
    said(page, "2027-W01"),
    new RegExp(`the newest.*Issued on 3\u00a0January 2027.*${withdrawn} withdrawn statements, .* against 2026-W47`),
  );
  assert.match(said(page, "2026-W48"), /Nothing new against 2026-W47.*Retracted on 27\u00a0November 2026:/);
  assert.match(said(page, "2026-W47.2"), /Corrects 2026-W47:/);
  assert.match(said(page, "2026-W47"), /The first edition.*Corrected by 2026-W47\.2/);
});

test("as data: what the document says, key by key", async () => {
  const response = await worker.fetch("/editions.json");
  assert.equal(response.headers.get("Content-Type"), "application/json; charset=utf-8");
  const list = (await response.json()) as { newest: string; editions: Record<string, unknown>[] };
  assert.equal(list.newest, "2027-W01");
  assert.deepEqual(
    list.editions.map(({ id }) => id),
    ["2027-W01", "2026-W48", "2026-W47.2", "2026-W47"],
  );
  assert.equal(list.editions[2]?.url, `${SITE}/2026-W47.2/`);
  assert.deepEqual(list.editions[2]?.correction, { corrects: "2026-W47", on: "2026-11-25", note: CORRECTION });
  const doc = readFileSync("docs/editions.md", "utf8");
  const documented = (name: string): readonly string[] => {
    const [, table = ""] = new RegExp(`^## ${name}\n\\| key \\| value \\|\n((?:\\|.*\n)+)`, "m").exec(doc) ?? [];
    return [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, key = ""]) => key);
  };
  assert.deepEqual(documented("list"), Object.keys(list));
  for (const edition of list.editions) assert.deepEqual(documented("entry"), Object.keys(edition));
});

test("a list that has not changed is not sent again", async () => {
  for (const path of ["/de/editions", "/editions.json", "/robots.txt", "/sitemap.xml", "/llms.txt"]) {
    const first = await worker.fetch(path);
    const size = (await first.arrayBuffer()).byteLength;
    const tag = first.headers.get("ETag") ?? "";
    const again = await worker.fetch(path, { headers: { "If-None-Match": tag } });
    assert.equal(again.status, 304, path);
    const head = await worker.fetch(path, { method: "HEAD", headers: { "Accept-Encoding": "identity" } });
    assert.equal(head.headers.get("Content-Length"), String(size), path);
  }
});

test("every page of an edition leads to the list", async () => {
  const pages = ["", "council", "council/all"].flatMap((page) => [
    ...languages.map((language) => ["/2026-W47", language, page] as const),
    ["", "de", page] as const,
  ]);
  await atOnce(pages, async ([edition, language, page]) => {
    const html = await text(`${edition}/${language}/${page}`);
    assert.ok(html.includes(`href="/${language}/editions"`), `${edition}/${language}/${page}`);
  });
});

test("hundreds of editions are years that can be jumped to, in one page of bearable size", () => {
  const [entry] = entries;
  assert.ok(entry !== undefined);
  const many = Array.from({ length: 520 }, (_, i): ListedEdition => {
    const week = `${2036 - Math.floor(i / 52)}-W${String(52 - (i % 52)).padStart(2, "0")}`;
    return { ...entry, id: week, week };
  });
  const page = writeArchive({ entries: many, language: "uk", site: SITE, downloads: null });
  assert.equal([...page.matchAll(/<li id="e/g)].length, 520);
  assert.deepEqual(
    [...page.matchAll(/<a href="#y(\d+)">/g)].map(([, year]) => year),
    Array.from({ length: 10 }, (_, i) => String(2036 - i)),
  );
  assert.ok(new TextEncoder().encode(page).length < 400_000);
});

test("robots.txt lets everything be found and names the sitemap", async () => {
  const robots = robotsParser(`${SITE}/robots.txt`, await text("/robots.txt"));
  assert.deepEqual(robots.getSitemaps(), [`${SITE}/sitemap.xml`]);
  for (const { loc } of urlsIn(await text("/sitemap.xml"))) assert.equal(robots.isAllowed(loc, "Googlebot"), true);
  for (const path of ["/de/council.pdf", "/2026-W47/de/", "/llms.txt"])
    assert.equal(robots.isAllowed(SITE + path, "GPTBot"), true);
});

test("the sitemap has every page of the newest edition, and those of a topic that is no more where it last was", async () => {
  const listed = urlsIn(await text("/sitemap.xml"));
  holdTogether(listed);
  const pages = [
    ...["", "changes", "newsletter", "editions"],
    ...topicsOf(NEWEST).flatMap(({ id }) => [id, `${id}/all`, `${id}/newsletter`]),
  ];
  const expected = languages.flatMap((language) => [
    ...pages.map((page) => `${SITE}/${language}/${page}`),
    ...["ferry", "ferry/all", "ferry/newsletter"].map((page) => `${SITE}/2026-W47.2/${language}/${page}`),
  ]);
  assert.deepEqual(listed.map(({ loc }) => loc).toSorted(), expected.toSorted());
  await atOnce(listed, async ({ loc, lastmod = "" }) => {
    const response = await worker.fetch(loc, { method: "HEAD" });
    assert.equal(response.status, 200, loc);
    assert.ok(lastmod.startsWith(loc.includes("W47.2") ? "2026-11-25" : "2027-01-02"), `${loc} ${lastmod}`);
  });
  assert.equal((await worker.fetch("/sitemap-1.xml")).status, 404, "it is in one list");
});

test("llms.txt: a title, a summary, sections of links that all lead somewhere, and how to quote", async () => {
  const llms = await text("/llms.txt");
  const lines = llms.trimEnd().split("\n");
  assert.match(lines[0] ?? "", /^# Einblatt: \S/);
  assert.match(lines[2] ?? "", /^> /);
  assert.equal(lines.filter((line) => /^# /.test(line)).length, 1);
  const sections = llms.split(/^## /m).slice(1);
  assert.deepEqual(
    sections.map((section) => section.split("\n")[0]),
    ["Briefings", "Nothing left out", "How to cite", "What changed"],
  );
  for (const section of sections) {
    const [, ...items] = section.trim().split("\n").filter(Boolean);
    assert.ok(items.length > 0);
    await atOnce(items, async (item) => {
      const [, name = "", url = ""] = /^- \[((?:[^\]\\]|\\.)+)\]\((http[^)\s]+)\): \S/.exec(item) ?? [];
      assert.notEqual(name, "", item);
      assert.equal((await worker.fetch(url, { method: "HEAD" })).status, 200, url);
    });
  }
  assert.match(llms, /\[A \\\[name\\\]\(x\) .*co\]/, "a title is text");
  for (const { id } of topicsOf(NEWEST)) assert.ok(llms.includes(`${SITE}/en/${id}.md`), id);
  for (const sign of ["≠", "2¶5", "Do not quote one side alone"]) assert.ok(llms.includes(sign), sign);
});
