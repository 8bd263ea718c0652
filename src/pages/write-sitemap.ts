/**
 * The pages of the site for search engines, after the protocol of sitemaps.org. In: the pages and the site's address.
 * Out: XML: one list with each page in each language and its translations, or, where that would be too long, an index of
 * lists. It does not know which pages there are.
 */
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../templates/languages.ts";
import { block, element, escapeHtml, type Markup } from "../formats/html/markup.ts";
import { urlOf } from "../model/address.ts";
import type { SitePage } from "./site-pages.ts";

/** The protocol allows 50,000 addresses and 50 MB; so many, each with its translations, are about 10 MB. */
const ADDRESSES_A_LIST = 10_000;
export const SITEMAP = "sitemap";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** What `/sitemap.xml` answers. */
export function writeSitemap(pages: readonly SitePage[], site: string, most = ADDRESSES_A_LIST): string {
  const lists = listsOf(pages, most);
  return lists.length > 1 ? writeIndex(lists, site) : writeList(lists[0] ?? [], site);
}

/** What `/sitemap-2.xml` answers, counted from 1; null where there is no such list. */
export function writeSitemapPart(
  pages: readonly SitePage[],
  site: string,
  number: number,
  most = ADDRESSES_A_LIST,
): string | null {
  const lists = listsOf(pages, most);
  const list = lists.length > 1 ? lists[number - 1] : undefined;
  return list === undefined ? null : writeList(list, site);
}

/** Translations of a page stand in one list. */
function listsOf(pages: readonly SitePage[], most: number): readonly (readonly SitePage[])[] {
  const each = Math.max(1, Math.floor(most / Object.keys(LANGUAGES).length));
  return Array.from({ length: Math.ceil(pages.length / each) }, (_, i) => pages.slice(i * each, (i + 1) * each));
}

function writeIndex(lists: readonly (readonly SitePage[])[], site: string): string {
  const entries = lists.map((list, i) => {
    const changed = list.flatMap((page) => page.changed ?? []).toSorted();
    const loc = urlOf(site, { topic: `${SITEMAP}-${i + 1}`, ending: "xml" });
    return block("sitemap", {}, element("loc", {}, escapeHtml(loc)), lastmod(changed.at(-1) ?? null));
  });
  return HEAD + block("sitemapindex", { xmlns: SITEMAPS }, "\n", ...entries);
}

function writeList(pages: readonly SitePage[], site: string): string {
  const languages = Object.keys(LANGUAGES);
  const urls = pages.flatMap(({ address, changed }) => {
    const to = (language: string): string => urlOf(site, { ...address, language });
    const alternates = [
      ...languages.map((tag) => [tag, to(tag)] as const),
      ["x-default", to(DEFAULT_LANGUAGE)] as const,
    ];
    const links = alternates.map(([hreflang, href]) => element("xhtml:link", { rel: "alternate", hreflang, href }));
    return languages.map((language) =>
      block("url", {}, element("loc", {}, escapeHtml(to(language))), lastmod(changed), ...links),
    );
  });
  return HEAD + block("urlset", { xmlns: SITEMAPS, "xmlns:xhtml": "http://www.w3.org/1999/xhtml" }, "\n", ...urls);
}

function lastmod(changed: string | null): Markup {
  return changed === null ? "" : element("lastmod", {}, escapeHtml(changed));
}
