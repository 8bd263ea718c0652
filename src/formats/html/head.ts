/**
 * What a web page says about itself to machines. In: a briefing. Out: the description, the newest edition's address as
 * the one to find, this edition's as the one to cite, the same sheet in other formats and languages, what citations and
 * previews are made from, and what it is to schema.org. Every address is absolute and built by `urlOf`.
 */
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../../templates/languages.ts";
import { type Address, oembedUrlOf, urlOf } from "../../model/address.ts";
import type { Briefing } from "../../model/briefing.ts";
import { LICENCE } from "../../model/licence.ts";
import { CARD_FORMAT, ENDINGS, otherEndings } from "../endings.ts";
import { visibleText } from "../visible-text.ts";
import { chosenEdition, chosenTemplate, keepsToOnePage } from "./chosen-template.ts";
import { writeCitationTags } from "./citation-tags.ts";
import { feedHeadLinks, feedTopic } from "./feed-links.ts";
import { block, type Markup, together } from "./markup.ts";
import { reportOf } from "./report.ts";
import { writeSocial } from "./social.ts";
import { writeStructuredData } from "./structured-data.ts";

export function writeHead(briefing: Briefing): Markup {
  const { topic, edition, language, summary, title, longTitle, issued, links, particulars } = briefing;
  const { origin } = new URL(links.permanent);
  const all = briefing.template === "all";
  const page: Address = { language, topic, ...(all ? { below: "all" } : {}) };
  const [template, since] = [chosenTemplate(briefing), chosenEdition(briefing)];
  const onePage = keepsToOnePage(briefing);
  const sheet = (address: Partial<Address>): string =>
    urlOf(origin, {
      ...page,
      ...(template === undefined ? {} : { template }),
      ...(since === undefined ? {} : { since }),
      ...address,
    });
  const newest = urlOf(origin, page);
  const own = all ? links.all : links.permanent;
  const card =
    particulars.card === null
      ? null
      : urlOf(origin, { language, topic: particulars.card.topic, edition, ending: CARD_FORMAT.ending });
  const link = (rel: string, href: string, more: Readonly<Record<string, string>> = {}): Markup =>
    block("link", { rel, href, ...more });
  const meta = (name: string, content: string): Markup => block("meta", { name, content: visibleText(content) });
  return together([
    meta("description", summary),
    meta("date", issued),
    link("canonical", newest),
    link("cite-as", own),
    link("license", LICENCE),
    ...Object.keys(LANGUAGES).map((hreflang) => link("alternate", sheet({ language: hreflang }), { hreflang })),
    link("alternate", sheet({ language: DEFAULT_LANGUAGE }), { hreflang: "x-default" }),
    ...otherEndings(onePage).map((ending) => {
      const [type = ""] = ENDINGS[ending].contentType.split(";");
      return link("alternate", sheet({ edition, ending }), { type });
    }),
    feedHeadLinks(origin, { language, topic: feedTopic(briefing) }, feedTopic(briefing) === null ? null : title),
    ...(onePage ? discovery(origin, links.permanent, longTitle) : []),
    writeCitationTags(briefing),
    writeSocial({
      title: longTitle,
      description: summary,
      url: newest,
      language,
      image: card === null ? null : { url: card, alt: particulars.card?.alt ?? "" },
      article: { published: issued, section: particulars.section },
    }),
    writeStructuredData(
      reportOf(briefing, { site: origin, own, newest, pdf: onePage ? sheet({ edition, ending: "pdf" }) : null, card }),
    ),
  ]);
}

/** Where another site's program learns how to embed this sheet: of this edition, for it is this one that was linked. */
function discovery(site: string, sheet: string, title: string): readonly Markup[] {
  return (["json", "xml"] as const).map((format) => {
    const type = `${format === "json" ? "application/json" : "text/xml"}+oembed`;
    return block("link", { rel: "alternate", type, href: oembedUrlOf(site, sheet, format), title: visibleText(title) });
  });
}
