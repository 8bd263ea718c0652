/**
 * What a web page says about itself to machines. In: a briefing. Out: the description, the newest edition's address as
 * the one to find, this edition's as the one to cite, and the same sheet in other formats and languages. Every address
 * is absolute and built by `urlOf`.
 */
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../../templates/languages.ts";
import { type Address, oembedUrlOf, urlOf } from "../../model/address.ts";
import type { Briefing } from "../../model/briefing.ts";
import { ENDINGS, otherEndings } from "../endings.ts";
import { visibleText } from "../visible-text.ts";
import { chosenEdition, chosenTemplate, keepsToOnePage } from "./chosen-template.ts";
import { block } from "./markup.ts";

export function writeHead(briefing: Briefing): string {
  const { topic, edition, language, summary, title, issued, links } = briefing;
  const { origin } = new URL(links.permanent);
  const all = briefing.template === "all";
  const page: Address = { language, topic, ...(all ? { below: "all" } : {}) };
  const [template, since] = [chosenTemplate(briefing), chosenEdition(briefing)];
  const sheet = (address: Partial<Address>): string =>
    urlOf(origin, {
      ...page,
      ...(template === undefined ? {} : { template }),
      ...(since === undefined ? {} : { since }),
      ...address,
    });
  const newest = urlOf(origin, page);
  const link = (rel: string, href: string, more: Readonly<Record<string, string>> = {}): string =>
    block("link", { rel, href, ...more });
  const meta = (name: string, content: string): string => block("meta", { name, content: visibleText(content) });
  const property = (name: string, content: string): string =>
    block("meta", { property: name, content: visibleText(content) });
  return [
    meta("description", summary),
    meta("date", issued),
    link("canonical", newest),
    link("cite-as", all ? links.all : links.permanent),
    link("license", "https://creativecommons.org/licenses/by/4.0/"),
    ...Object.keys(LANGUAGES).map((hreflang) => link("alternate", sheet({ language: hreflang }), { hreflang })),
    link("alternate", sheet({ language: DEFAULT_LANGUAGE }), { hreflang: "x-default" }),
    ...otherEndings(keepsToOnePage(briefing)).map((ending) => {
      const [type = ""] = ENDINGS[ending].contentType.split(";");
      return link("alternate", sheet({ edition, ending }), { type });
    }),
    ...(keepsToOnePage(briefing) ? discovery(origin, links.permanent, title) : []),
    property("og:type", "article"),
    property("og:site_name", "Einblatt"),
    property("og:title", title),
    property("og:description", summary),
    property("og:url", newest),
    property("og:locale", language),
  ].join("");
}

/** Where another site's program learns how to embed this sheet: of this edition, for it is this one that was linked. */
function discovery(site: string, sheet: string, title: string): readonly string[] {
  return (["json", "xml"] as const).map((format) => {
    const type = `${format === "json" ? "application/json" : "text/xml"}+oembed`;
    return block("link", { rel: "alternate", type, href: oembedUrlOf(site, sheet, format), title: visibleText(title) });
  });
}
