/**
 * The formats of feeds by their ending in a URL, and where a feed is. In: nothing, or a feed's page. Out: the table from
 * which web pages lead to feeds, and addresses. It writes nothing, so that what is written may read it.
 */
import type { Address } from "../../model/address.ts";

export type FeedEnding = "atom" | "rss" | "json";

/** In the order in which they are offered to whoever has no preference. */
export const FEED_ENDINGS: Readonly<Record<FeedEnding, { readonly contentType: string; readonly name: string }>> = {
  atom: { contentType: "application/atom+xml; charset=utf-8", name: "Atom" },
  rss: { contentType: "application/rss+xml; charset=utf-8", name: "RSS" },
  json: { contentType: "application/feed+json; charset=utf-8", name: "JSON Feed" },
};

/** Without an ending it is the one that the reader's program prefers. A feed belongs to no edition. */
export function feedAddress(language: string, topic: string | null, ending?: FeedEnding): Address {
  return {
    language,
    below: "feed",
    ...(topic === null ? {} : { topic }),
    ...(ending === undefined ? {} : { ending }),
  };
}

/** The page that a feed tells of. */
export function feedHome(language: string, topic: string | null): Address {
  return { language, ...(topic === null ? {} : { topic }) };
}
