/**
 * What programs look for at fixed addresses: robots.txt and the sitemap as maintained parsers read them, the sitemap
 * against a crawl of all pages, and llms.txt in the form that it promises.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import robotsParser from "robots-parser";
import { CAPS } from "../../src/model/library.ts";
import { topicsOf } from "../../src/model/topic.ts";
import type { SitePage } from "../../src/pages/site-pages.ts";
import { writeSitemap, writeSitemapPart } from "../../src/pages/write-sitemap.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { issueEdition, retractEdition } from "../support/issue.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { SITE, startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const everywhere = (text: string) => ({ de: text, en: text, uk: text });
const FIRST = smallLibrary({ statements: [statement("first"), statement("second", { issue: "territory" })] });
/** One topic less, and another under a new name. */
const SECOND = {
  ...FIRST,
  issues: FIRST.issues.flatMap((issue) => (issue.id === "ceasefire" ? [{ ...issue, id: "truce" }] : [])),
  statements: [statement("first", { issue: "truce" })],
  actors: FIRST.actors.map((actor) => ({ ...actor, name: everywhere("A [name](x) <b> & co") })),
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

const textAt = async (path: string): Promise<string> => {
  const response = await worker.fetch(path);
  assert.equal(response.status, 200, path);
  return await response.text();
};

interface Url {
  readonly loc: string;
  readonly lastmod?: string;
  readonly "xhtml:link": readonly {
    readonly "@_rel": string;
    readonly "@_hreflang": string;
    readonly "@_href": string;
  }[];
}

function urlsIn(xml: string): readonly Url[] {
  assert.equal(XMLValidator.validate(xml), true);
  const isArray = (name: string): boolean => ["url", "sitemap", "xhtml:link"].includes(name);
  return new XMLParser({ ignoreAttributes: false, isArray }).parse(xml).urlset.url as readonly Url[];
}

test("robots.txt lets everything be found and names the sitemap", async () => {
  const robots = robotsParser(`${SITE}/robots.txt`, await textAt("/robots.txt"));
  assert.deepEqual(robots.getSitemaps(), [`${SITE}/sitemap.xml`]);
  for (const { loc } of urlsIn(await textAt("/sitemap.xml"))) assert.equal(robots.isAllowed(loc, "Googlebot"), true);
  for (const path of ["/de/kyiv.pdf", "/2026-W47/de/", "/llms.txt"])
    assert.equal(robots.isAllowed(SITE + path, "GPTBot"), true);
});

test("the sitemap has every page that a crawl finds, and no other; each answers by itself", async () => {
  const listed = urlsIn(await textAt("/sitemap.xml"));
  const found = await crawl();
  assert.deepEqual(listed.map(({ loc }) => loc).toSorted(), [...found].toSorted());
  assert.ok(listed.length > 30 && listed.some(({ loc }) => loc === `${SITE}/2026-W47/de/territory`));
  for (const { loc, lastmod = "", "xhtml:link": alternates } of listed) {
    const response = await worker.fetch(loc);
    assert.equal(response.status, 200, loc);
    await response.arrayBuffer();
    assert.deepEqual(
      alternates.map((link) => link["@_hreflang"]),
      [...languages, "x-default"],
    );
    // Every translation is listed itself, with the same translations.
    for (const { "@_href": href, "@_rel": rel } of alternates) {
      assert.equal(rel, "alternate");
      assert.deepEqual(listed.find((other) => other.loc === href)?.["xhtml:link"], alternates);
    }
    assert.match(lastmod, /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/);
    const expected = loc.includes("/editions") ? "2026-12-02" : loc.includes("W47") ? "2026-11-19" : "2026-11-23";
    assert.ok(lastmod.startsWith(expected), `${loc} ${lastmod}`);
  }
});

/** All web pages that links lead to from `/`, and that say of themselves that they are the one to find. */
async function crawl(): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const pages = new Set<string>();
  const queue = [`${SITE}/`];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const response = await worker.fetch(url);
    const body = await response.text();
    const to = response.headers.get("Location");
    if (to !== null) queue.push(new URL(to, url).href);
    if (response.status !== 200 || response.headers.get("Content-Type")?.startsWith("text/html") !== true) continue;
    const header = /<([^>]+)>; rel="canonical"/.exec(response.headers.get("Link") ?? "")?.[1];
    const canonical = header ?? /<link rel="canonical" href="([^"]+)">/.exec(body)?.[1];
    if (canonical === url) pages.add(url);
    for (const [, href = ""] of body.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const { origin, pathname, search } = new URL(href.replaceAll("&amp;", "&"), url);
      if (origin === SITE) queue.push(origin + pathname + search);
    }
  }
  return pages;
}

test("what a site of one edition, or of none, lists is there", async () => {
  const one = await startWorker({ library: FIRST });
  const none = await startWorker({ seeded: false });
  try {
    for (const [site, pages] of [
      [one, (topicsOf(FIRST).length * 3 + 3) * languages.length],
      [none, languages.length],
    ] as const) {
      const urls = urlsIn(await (await site.fetch("/sitemap.xml")).text());
      assert.equal(urls.length, pages);
      for (const { loc } of urls) assert.equal((await site.fetch(loc, { method: "HEAD" })).status, 200, loc);
      assert.equal((await site.fetch("/llms.txt")).status, 200);
    }
  } finally {
    await one.stop();
    await none.stop();
  }
});

test("more addresses than one list may hold are divided, each in one list, none over the protocol's limits", async () => {
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
  assert.equal((await worker.fetch("/sitemap-1.xml")).status, 404);
});

test("llms.txt: a title, a summary, sections of links that all lead somewhere, and how to quote", async () => {
  const text = await textAt("/llms.txt");
  const lines = text.trimEnd().split("\n");
  assert.match(lines[0] ?? "", /^# Einblatt: The subject$/);
  assert.match(lines[2] ?? "", /^> /);
  assert.equal(lines.filter((line) => /^# /.test(line)).length, 1);
  const sections = text.split(/^## /m).slice(1);
  assert.deepEqual(
    sections.map((section) => section.split("\n")[0]),
    ["Briefings", "Nothing left out", "How to cite", "What changed"],
  );
  for (const section of sections) {
    const [, ...items] = section.trim().split("\n").filter(Boolean);
    assert.ok(items.length > 0);
    for (const item of items) {
      const [, name = "", url = ""] = /^- \[((?:[^\]\\]|\\.)+)\]\((http[^)\s]+)\): \S/.exec(item) ?? [];
      assert.notEqual(name, "", item);
      const response = await worker.fetch(url);
      assert.equal(response.status, 200, url);
      await response.arrayBuffer();
    }
  }
  assert.match(text, /\[A \\\[name\\\]\(x\) .*co\]/, "a title is text");
  for (const { id } of topicsOf(SECOND)) assert.ok(text.includes(`${SITE}/en/${id}.md`), id);
  for (const sign of ["≠", "2¶5", "Do not quote one side alone"]) assert.ok(text.includes(sign), sign);
});

test("none of them is sent again where nothing changed", async () => {
  for (const path of ["/robots.txt", "/sitemap.xml", "/llms.txt"]) {
    const tag = (await worker.fetch(path)).headers.get("ETag") ?? "";
    assert.equal((await worker.fetch(path, { headers: { "If-None-Match": tag } })).status, 304, path);
  }
});
