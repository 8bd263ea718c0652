/**
 * The way from a web page to its feed: for programs in its head, for readers in its navigation. In: the site, a language,
 * and the topic or none. Out: markup, or a link. A feed belongs to no edition, so pages of all editions lead to the same.
 */
import { urlOf } from "../../model/address.ts";
import type { Briefing } from "../../model/briefing.ts";
import { CHANGES } from "../../model/topic.ts";
import { FEED_ENDINGS, type FeedEnding, feedAddress } from "../feed/feed-endings.ts";
import { visibleText } from "../visible-text.ts";
import { block, type Markup, together } from "./markup.ts";
import type { PageLink } from "./page-navigation.ts";
import { wordsOf } from "./sheet-context.ts";

export interface FeedPage {
  readonly language: string;
  /** Null for the feed of everything. */
  readonly topic: string | null;
}

/** The page of changes is about everything. */
export function feedTopic({ topic }: Briefing): string | null {
  return topic === CHANGES ? null : topic;
}

/** Autodiscovery, as browsers and feed readers look for it; `title` is the page's, none where it is about everything. */
export function feedHeadLinks(site: string, { language, topic }: FeedPage, title: string | null): Markup {
  const name = title === null ? "Einblatt" : `Einblatt: ${visibleText(title)}`;
  const links = (Object.keys(FEED_ENDINGS) as FeedEnding[]).map((ending) => {
    const [type = ""] = FEED_ENDINGS[ending].contentType.split(";");
    const href = urlOf(site, feedAddress(language, topic, ending));
    return block("link", { rel: "alternate", type, title: `${name} (${FEED_ENDINGS[ending].name})`, href });
  });
  return together(links);
}

export function feedPageLink({ language, topic }: FeedPage): PageLink {
  return { name: wordsOf(language).feed.link, href: urlOf("", feedAddress(language, topic)) };
}
