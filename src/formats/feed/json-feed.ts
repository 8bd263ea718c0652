/**
 * A feed as JSON Feed 1.1. In: a feed. Out: JSON. It says what the other two say.
 */
import { generateJsonFeed } from "feedsmith";
import { urlOf } from "../../model/address.ts";
import type { Feed } from "../../model/feed.ts";
import { AUTHOR } from "../author.ts";
import { feedAddress, feedHome } from "./feed-endings.ts";
import { feedText } from "./feed-text.ts";

export function writeJsonFeed({ language, site, topic, title, description, items }: Feed): string {
  const feed = generateJsonFeed({
    title: feedText(title),
    description: feedText(description),
    language,
    home_page_url: urlOf(site, feedHome(language, topic)),
    feed_url: urlOf(site, feedAddress(language, topic, "json")),
    authors: [{ name: AUTHOR, url: urlOf(site, { language }) }],
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: feedText(item.title),
      content_html: item.html,
      date_published: new Date(item.published),
      date_modified: new Date(item.published),
      language,
    })),
  });
  // The library leaves out a list that is empty, and the format wants it.
  return `${JSON.stringify({ items: [], ...(feed as object) }, null, 2)}\n`;
}
