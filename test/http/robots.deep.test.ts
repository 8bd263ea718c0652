/**
 * The sitemap against a crawl of all pages, for one edition, and with more addresses than one list may hold; and every link
 * of llms.txt. In: two editions, of which the second has a topic less and one under another name, and a retracted third.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { CAPS } from "../../src/model/fields.ts";
import { topicsOf } from "../../src/model/topic.ts";
import type { SitePage } from "../../src/pages/site-pages.ts";
import { writeSitemap, writeSitemapPart } from "../../src/pages/write-sitemap.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { textOf } from "../support/answers.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import { issueEdition, retractEdition } from "../support/issue.ts";
import { holdTogether, urlsIn } from "../support/sitemap.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const FIRST = smallLibrary({ statements: [statement("first"), statement("second", { issue: "territory" })] });
/** One topic less, and another under a new name. */
const SECOND = {
  ...FIRST,
  issues: FIRST.issues.flatMap((issue) => (issue.id === "ceasefire" ? [{ ...issue, id: "truce" }] : [])),
  statements: [statement("first", { issue: "truce" })],
  aliases: [{ id: "ceasefire", topic: "truce" }],
};

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ library: FIRST });
  const issued = "2026-11-23T05:00:00.000Z";
  await issueEdition(worker, { id: "2026-W48", issued, library: SECOND, before: { id: "2026-W47", library: FIRST } });
  const next = { id: "2026-W49", issued: "2026-11-30T05:00:00.000Z" };
  await issueEdition(worker, { ...next, library: FIRST, before: { id: "2026-W48", library: SECOND } });
  await retractEdition(worker, "2026-W49", { on: "2026-12-02", reason: { de: "Gefälscht." } });
});
after(async () => await worker.stop());

test("the sitemap has every page that a crawl finds, and no other; each answers by itself", async () => {
  const listed = urlsIn(await textOf(worker, "/sitemap.xml"));
  const found = await crawl();
  assert.deepEqual(listed.map(({ loc }) => loc).toSorted(), [...found].toSorted());
  assert.ok(listed.length > 30 && listed.some(({ loc }) => loc === `${SITE}/2026-W47/de/territory`));
  holdTogether(listed);
  await atOnce(listed, async ({ loc, lastmod = "" }) => {
    const response = await worker.fetch(loc);
    assert.equal(response.status, 200, loc);
    await response.arrayBuffer();
    const expected = loc.includes("/editions") ? "2026-12-02" : loc.includes("W47") ? "2026-11-19" : "2026-11-23";
    assert.ok(lastmod.startsWith(expected), `${loc} ${lastmod}`);
  });
});

/** All web pages that links lead to from `/`, and that say of themselves that they are the one to find. */
async function crawl(): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const pages = new Set<string>();
  for (let next = [`${SITE}/`]; next.length > 0; ) {
    for (const url of next) seen.add(url);
    const links = await atOnce(next, async (url) => await linksFrom(url, pages));
    next = [...new Set(links.flat())].filter((url) => !seen.has(url));
  }
  return pages;
}

/** Where an address leads; whether it is a page to find is noted. */
async function linksFrom(url: string, pages: Set<string>): Promise<readonly string[]> {
  // First the head, for which no file is made: most links lead to other formats.
  const { headers, status } = await worker.fetch(url, { method: "HEAD" });
  const to = headers.get("Location");
  if (to !== null) return [new URL(to, url).href];
  if (status !== 200 || headers.get("Content-Type")?.startsWith("text/html") !== true) return [];
  const body = await textOf(worker, url);
  const header = /<([^>]+)>; rel="canonical"/.exec(headers.get("Link") ?? "")?.[1];
  const canonical = header ?? /<link rel="canonical" href="([^"]+)">/.exec(body)?.[1];
  if (canonical === url) pages.add(url);
  return [...body.matchAll(/<a [^>]*?href="([^"]+)"/g)].flatMap(([, href = ""]) => {
    const { origin, pathname, search } = new URL(href.replaceAll("&amp;", "&"), url);
    return origin === SITE ? [origin + pathname + search] : [];
  });
}

test("what a site of one edition lists is there", async () => {
  const one = await startWorker();
  try {
    const urls = urlsIn(await textOf(one, "/sitemap.xml"));
    assert.equal(urls.length, (topicsOf(one.library).length * 3 + 3) * languages.length);
    await atOnce(urls, async ({ loc }) => {
      assert.equal((await one.fetch(loc, { method: "HEAD" })).status, 200, loc);
    });
    assert.equal((await one.fetch("/llms.txt")).status, 200);
  } finally {
    await one.stop();
  }
});

test("more addresses than one list may hold are divided, each in one list, none over the protocol's limits", () => {
  const topics = Array.from({ length: CAPS.issues }, (_, i) => String(i).padStart(CAPS.name, "x"));
  const pages = topics.flatMap((topic): SitePage[] => [
    { address: { topic }, changed: "2026-11-23T05:00:00.000Z" },
    { address: { topic, below: "all" }, changed: "2026-11-23T05:00:00.000Z" },
  ]);
  const index = writeSitemap(pages, SITE);
  assert.equal(XMLValidator.validate(index), true);
  const lists = new XMLParser().parse(index).sitemapindex.sitemap as readonly { loc: string }[];
  assert.equal(lists.length, 4);
  const locs = lists.flatMap(({ loc }, i) => {
    assert.equal(loc, `${SITE}/sitemap-${i + 1}.xml`);
    const part = writeSitemapPart(pages, SITE, i + 1) ?? "";
    assert.ok(new TextEncoder().encode(part).length < 50_000_000);
    const urls = urlsIn(part);
    assert.ok(urls.length <= 50_000);
    return urls.map((url) => url.loc);
  });
  assert.equal(new Set(locs).size, pages.length * languages.length);
  assert.equal(locs.length, pages.length * languages.length);
  for (const number of [0, 5, Number.NaN]) assert.equal(writeSitemapPart(pages, SITE, number), null);
});

test("every link of llms.txt leads somewhere", async () => {
  const links = [...(await textOf(worker, "/llms.txt")).matchAll(/\]\((http[^)\s]+)\): /g)].map(([, url = ""]) => url);
  assert.ok(links.length > 10);
  await atOnce(links, async (url) => {
    const response = await worker.fetch(url);
    assert.equal(response.status, 200, url);
    await response.arrayBuffer();
  });
});
