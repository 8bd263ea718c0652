/**
 * Feeds, of everything and of each topic. In: a request whose route has matched. Out: the feed as the index has it now,
 * or a redirect, or a refusal. It belongs to no edition, so it is made at each request and stored nowhere; no edition is
 * loaded for it.
 */
import type { Context } from "hono";
import { FEED_ENDINGS, type FeedEnding, feedAddress } from "../../formats/feed/feed-endings.ts";
import { FEEDS } from "../../formats/feed/feeds.ts";
import { wordsOf } from "../../formats/html/sheet-context.ts";
import { urlOf } from "../../model/address.ts";
import { type Topic, topicsOf } from "../../model/topic.ts";
import { feedOf } from "../../pages/feed-of.ts";
import { topicTitle } from "../../render/topic-title.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import { issuedOn } from "../../store/sheet-index.ts";
import { CURRENT } from "../answer/cache-control.ts";
import { modifiedAt } from "../answer/last-modified.ts";
import { redirect } from "../answer/redirect.ts";
import { Refusal } from "../answer/refusal.ts";
import { respondWith } from "../answer/respond.ts";
import { part } from "../ask/call-parts.ts";
import { chooseType } from "../ask/negotiate.ts";
import { parseEnding, parseLanguage, parseTopic, splitEnding } from "../ask/parse-request.ts";
import { preferredLanguage } from "../ask/reader-language.ts";
import { type Site, siteOf } from "../site.ts";

type Call = Context<Site>;

/** Half a year of weeks; who wants more finds all editions in their list. */
const ITEMS = 30;
const [OVERVIEW] = topicsOf({ actors: [], issues: [] });
const endings = Object.keys(FEED_ENDINGS) as FeedEnding[];

/** `/de/feed.atom`, `/de/kyiv/feed.atom`; without an ending the one that the reader's program prefers. */
export async function feed(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const { catalogue } = c.var;
  // Whoever subscribed is told of a retraction, even where no edition is left: a feed that is refused is unsubscribed.
  const newest = await catalogue.last();
  if (newest === null) throw new Refusal((await catalogue.isIndexLost()) ? "rebuilding" : "empty");
  const named = c.req.param("topic");
  const topic = parseTopic(named ?? OVERVIEW?.id ?? "", newest.topics, `/${language}/`);
  const own = named === undefined ? null : topic.id;
  const { ending: given } = splitEnding(part(c, "page"));
  const ending = given === null ? preferred(c) : parseEnding(given, endings, urlOf("", feedAddress(language, own)));
  // What was told under an older name of the topic is told on.
  const names = [topic.id, ...newest.aliases.filter((alias) => alias.topic === topic.id).map(({ id }) => id)];
  const [issued, title] = await Promise.all([
    issuedOn(c.env.LIBRARY, language, names, ITEMS),
    titleOf(c, newest, topic, language),
  ]);
  const feed = feedOf(issued, newest, { language, topic: own, title, site: siteOf(c) });
  const headers = {
    "Content-Language": language,
    "Cache-Control": CURRENT,
    ...(given === null ? { Vary: "Accept" } : {}),
  };
  const modified = modifiedAt([catalogue.changedBy(newest)], c.var.now());
  return await respondWith(c.req.raw, FEED_ENDINGS[ending].contentType, FEEDS[ending](feed), headers, modified);
}

/** What a retracted edition called it is not said again; then its name in the address has to do. */
async function titleOf(c: Call, newest: EditionEntry, topic: Topic, language: string): Promise<string> {
  if (newest.retraction !== null) return topic.kind === "overview" ? wordsOf(language).page.archive.title : topic.id;
  return await topicTitle(c.env.LIBRARY, c.env.SHEETS, newest, topic, language);
}

/** `/feed`, `/feed.rss`: to the same in the reader's language. */
export function feedToReader(c: Call): Response {
  const { ending } = splitEnding(part(c, "page"));
  const base = urlOf("", feedAddress(preferredLanguage(c.req.raw), null));
  return redirect(c.req.url, ending === null ? base : `${base}.${parseEnding(ending, endings, base)}`);
}

/** Atom for whoever asks for something else, such as a browser that a reader pasted the address into. */
function preferred(c: Call): FeedEnding {
  const ofType: Readonly<Record<string, FeedEnding>> = {
    "application/atom+xml": "atom",
    "application/rss+xml": "rss",
    "application/feed+json": "json",
    "application/json": "json",
  };
  return ofType[chooseType(c.req.header("Accept"), Object.keys(ofType)) ?? ""] ?? "atom";
}
