/** A sitemap as a maintained parser reads it. In: its XML. Out: the addresses it lists, or a failure where it is not valid. */
import assert from "node:assert/strict";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { LANGUAGES } from "../../templates/languages.ts";

export interface ListedUrl {
  readonly loc: string;
  readonly lastmod?: string;
  readonly "xhtml:link": readonly {
    readonly "@_rel": string;
    readonly "@_hreflang": string;
    readonly "@_href": string;
  }[];
}

export function urlsIn(xml: string): readonly ListedUrl[] {
  assert.equal(XMLValidator.validate(xml), true);
  const isArray = (name: string): boolean => ["url", "sitemap", "xhtml:link"].includes(name);
  return new XMLParser({ ignoreAttributes: false, isArray }).parse(xml).urlset.url as readonly ListedUrl[];
}

/** Every translation of a page is listed itself, with the same translations, and it is said when the page changed. */
export function holdTogether(listed: readonly ListedUrl[]): void {
  const byLoc = new Map(listed.map((url) => [url.loc, url]));
  for (const { lastmod = "", "xhtml:link": alternates } of listed) {
    assert.deepEqual(
      alternates.map((link) => link["@_hreflang"]),
      [...Object.keys(LANGUAGES), "x-default"],
    );
    for (const { "@_href": href, "@_rel": rel } of alternates) {
      assert.equal(rel, "alternate");
      assert.deepEqual(byLoc.get(href)?.["xhtml:link"], alternates);
    }
    assert.match(lastmod, /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/);
  }
}
