/**
 * Every format of feeds in one table. In: a feed. Out: text. A new format is an entry here and in `feed-endings.ts`, and a
 * file beside them; routes and links loop over the table.
 */
import type { Feed } from "../../model/feed.ts";
import { writeAtom } from "./atom.ts";
import type { FeedEnding } from "./feed-endings.ts";
import { writeJsonFeed } from "./json-feed.ts";
import { writeRss } from "./rss.ts";

export const FEEDS: Readonly<Record<FeedEnding, (feed: Feed) => string>> = {
  atom: writeAtom,
  rss: writeRss,
  json: writeJsonFeed,
};
