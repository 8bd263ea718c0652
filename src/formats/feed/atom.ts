/**
 * A feed as Atom (RFC 4287). In: a feed. Out: XML. Every date is an item's own and every identifier an address that
 * stays; where nothing changed, equal bytes.
 */
import { generateAtomFeed } from "feedsmith";
import { urlOf } from "../../model/address.ts";
import type { Feed } from "../../model/feed.ts";
import { AUTHOR } from "../author.ts";
import { FEED_ENDINGS, feedAddress, feedHome } from "./feed-endings.ts";
import { feedText } from "./feed-text.ts";

export function writeAtom({ language, site, topic, title, description, licence, updated, items }: Feed): string {
  const at = (date: string): Date => new Date(date);
  return generateAtomFeed({
    // The feed is the same in every format, and its name says none.
    id: urlOf(site, feedAddress(language, topic)),
    xml: { lang: language },
    title: { value: feedText(title), type: "text" },
    subtitle: { value: feedText(description), type: "text" },
    rights: { value: feedText(licence), type: "text" },
    authors: [{ name: AUTHOR, uri: urlOf(site, { language }) }],
    updated: at(updated),
    links: [
      { href: urlOf(site, feedAddress(language, topic, "atom")), rel: "self", type: mediaType(FEED_ENDINGS.atom) },
      { href: urlOf(site, feedHome(language, topic)), rel: "alternate", type: "text/html", hreflang: language },
    ],
    entries: items.map((item) => ({
      id: item.id,
      title: { value: feedText(item.title), type: "text" },
      links: [{ href: item.url, rel: "alternate", type: "text/html", hreflang: language }],
      published: at(item.published),
      updated: at(item.published),
      content: { value: item.html, type: "html" },
    })),
  });
}

function mediaType({ contentType }: { readonly contentType: string }): string {
  return contentType.split(";")[0] ?? contentType;
}
