/**
 * What programs look for at fixed addresses: `robots.txt`, the sitemap and `llms.txt`. In: a request whose route has
 * matched. Out: text, made from the index at each request. All that is here may be found, and none of it is kept back.
 */
import type { Context } from "hono";
import { urlOf } from "../../model/address.ts";
import { type SitePage, sitePages } from "../../pages/site-pages.ts";
import { LLMS_LANGUAGE, writeLlms } from "../../pages/write-llms.ts";
import { SITEMAP, writeSitemap, writeSitemapPart } from "../../pages/write-sitemap.ts";
import { topicTitles } from "../../render/topic-title.ts";
import { lastMoment } from "../../store/edition-index.ts";
import { CURRENT } from "../answer/cache-control.ts";
import { type Modified, modifiedAt } from "../answer/last-modified.ts";
import { Refusal } from "../answer/refusal.ts";
import { respondWith } from "../answer/respond.ts";
import { type Site, siteOf } from "../site.ts";

type Call = Context<Site>;

const TEXT = "text/plain; charset=utf-8";
const XML = "application/xml; charset=utf-8";
const headers = { "Cache-Control": CURRENT };

export async function robots(c: Call): Promise<Response> {
  const map = urlOf(siteOf(c), { topic: SITEMAP, ending: "xml" });
  return await respondWith(c.req.raw, TEXT, `User-agent: *\nAllow: /\n\nSitemap: ${map}\n`, headers, null);
}

export async function sitemap(c: Call): Promise<Response> {
  const { pages, modified } = await pagesOf(c);
  return await respondWith(c.req.raw, XML, writeSitemap(pages, siteOf(c)), headers, modified);
}

/** `/sitemap-2.xml`, where all pages are more than one list may hold. */
export async function sitemapPart(c: Call): Promise<Response> {
  const number = Number(/\d+/.exec(c.req.path)?.[0]);
  const { pages, modified } = await pagesOf(c);
  const part = writeSitemapPart(pages, siteOf(c), number);
  if (part === null) throw new Refusal("address");
  return await respondWith(c.req.raw, XML, part, headers, modified);
}

async function pagesOf(c: Call): Promise<{ pages: readonly SitePage[]; modified: Modified | null }> {
  const { catalogue } = c.var;
  const [editions, newest] = await Promise.all([catalogue.all(), catalogue.current()]);
  if (newest === null) return { pages: sitePages(editions, null, []), modified: null };
  const pages = sitePages(editions, newest, await catalogue.gone(newest));
  // Both are remembered, and one may be behind: what is told is what both know of.
  const known = [lastMoment(editions), catalogue.changedBy(newest)].flatMap((moment) => moment ?? []);
  return { pages, modified: known.length < 2 ? null : modifiedAt(known.sort().slice(0, 1), c.var.now()) };
}

export async function llms(c: Call): Promise<Response> {
  const newest = await c.var.catalogue.current();
  const modified = modifiedAt([newest === null ? null : c.var.catalogue.changedBy(newest)], c.var.now());
  const { LIBRARY, SHEETS } = c.env;
  const titles = newest === null ? new Map() : await topicTitles(LIBRARY, SHEETS, newest, LLMS_LANGUAGE);
  return await respondWith(c.req.raw, TEXT, writeLlms(newest, titles, siteOf(c)), headers, modified);
}
