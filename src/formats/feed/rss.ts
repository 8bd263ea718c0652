/**
 * A feed as RSS 2.0, with the elements of other vocabularies that its validator asks for. In: a feed. Out: XML. RSS
 * wants a person's mail address as author, which Einblatt has none of, so Dublin Core names it.
 */
import { generateRssFeed } from "feedsmith";
import { urlOf } from "../../model/address.ts";
import type { Feed } from "../../model/feed.ts";
import { AUTHOR } from "../author.ts";
import { feedAddress, feedHome } from "./feed-endings.ts";
import { feedText } from "./feed-text.ts";

export function writeRss({ language, site, topic, title, description, licence, updated, items }: Feed): string {
  const at = (date: string): Date => new Date(date);
  return generateRssFeed({
    title: feedText(title),
    link: urlOf(site, feedHome(language, topic)),
    description: feedText(description),
    language,
    copyright: feedText(licence),
    lastBuildDate: at(updated),
    atom: {
      links: [{ href: urlOf(site, feedAddress(language, topic, "rss")), rel: "self", type: "application/rss+xml" }],
    },
    items: items.map((item) => ({
      title: feedText(item.title),
      link: item.url,
      description: item.html,
      guid: { value: item.id, isPermaLink: item.id === item.url },
      pubDate: at(item.published),
      dc: { creators: [AUTHOR] },
    })),
  });
}
