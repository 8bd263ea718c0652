/**
 * The feed of a topic, or of everything, as the index has it now. In: the editions that brought something, the newest
 * one, the topic's title, a language and the time zone that days are counted in. Out: a feed. A retracted edition's item
 * is replaced by one that says so, under an identifier of its own, so that it reaches those who had read the other.
 */

import { addressRun } from "../compose/context/links.ts";
import { dateInWords, fill } from "../compose/wording/format-words.ts";
import { feedHome } from "../formats/feed/feed-endings.ts";
import { writeFragment } from "../formats/feed/write-fragment.ts";
import { wordsOf } from "../formats/html/sheet-context.ts";
import { ARCHIVE, urlOf } from "../model/address.ts";
import type { Paragraph, Run } from "../model/briefing.ts";
import type { Retraction } from "../model/edition.ts";
import type { Feed, FeedItem } from "../model/feed.ts";
import { inLanguage, type Localized } from "../model/localized.ts";
import type { ListedEdition } from "../store/edition-index.ts";
import type { Issued } from "../store/sheet-index.ts";
import { changesInWords } from "./write-archive.ts";

export interface FeedRequest {
  readonly language: string;
  /** Null means everything. */
  readonly topic: string | null;
  /** The topic's, or the subject's. */
  readonly title: string;
  /** Without a slash at its end. */
  readonly site: string;
}

export function feedOf(issued: readonly Issued[], newest: Pick<ListedEdition, "issued">, request: FeedRequest): Feed {
  const { language, topic, title, site } = request;
  const words = wordsOf(language);
  const items = issued.map((each) => itemOf(each, request));
  return {
    language,
    site,
    topic,
    title: `Einblatt: ${title}`,
    description: topic === null ? words.feed.about : fill(words.feed.aboutTopic, { title }),
    licence: words.licence,
    updated: items[0]?.published ?? newest.issued,
    items,
  };
}

function itemOf({ entry, topic: sheet, news }: Issued, { language, topic, site }: FeedRequest): FeedItem {
  const { id, retraction } = entry;
  // What the topic was called then: the address of that edition's sheet holds that name.
  const page = { ...feedHome(language, topic === null ? null : sheet), edition: id };
  const item = { id: urlOf(entry.site, page), url: urlOf(site, page), published: entry.issued };
  if (retraction !== null) return retracted(item, entry, retraction, { language, site });
  if (news !== null) return { ...item, ...news };
  return { ...item, ...inShort(entry, item.url, language) };
}

/** Its page answers that it is gone, so the item leads to the list of editions, which keeps the reason. */
function retracted(
  { id, published }: Pick<FeedItem, "id" | "published">,
  { id: edition }: ListedEdition,
  { on, reason }: Retraction,
  { language, site }: Pick<FeedRequest, "language" | "site">,
): FeedItem {
  const words = wordsOf(language);
  const said = fill(words.page.archive.retracted, { date: dateInWords(on, words, "long") });
  const day = new Date(on).toISOString();
  return {
    id: `${id}#retracted`,
    url: `${urlOf(site, { language, topic: ARCHIVE })}#e${edition}`,
    title: fill(words.feed.itemRetracted, { id: edition }),
    html: writeFragment([paragraph({ text: `${said} `, voice: "strong" }, told(reason, language))], language),
    // Of a retraction only the day is known; it cannot be before the edition.
    published: day > published ? day : published,
  };
}

/** Of editions whose sheets were not recorded the index knows how much of what was new, of all topics together. */
function inShort(
  { id, changes, correction }: ListedEdition,
  url: string,
  language: string,
): Pick<FeedItem, "title" | "html"> {
  const words = wordsOf(language);
  const where = paragraph({ text: `${words.permanent} `, voice: "strong" }, addressRun(url, "plain"));
  const counts = changesInWords(changes, words, language);
  if (correction === null) {
    const title = changes === null ? fill(words.feed.itemFirst, { id }) : fill(words.edition, { id });
    return { title, html: writeFragment([paragraph({ text: `${counts}.`, voice: "plain" }), where], language) };
  }
  const corrected = fill(words.corrected, { date: dateInWords(correction.on, words, "long") });
  const note = paragraph({ text: `${corrected} `, voice: "strong" }, told(correction.note, language));
  return {
    title: fill(words.feed.itemCorrection, { id, corrects: correction.corrects }),
    html: writeFragment([note, where], language),
  };
}

/** A text that is not there in the reader's language says which it is in. */
function told(text: Localized, language: string): Run {
  const shown = inLanguage(text, language);
  return { text: shown.text, voice: "plain", ...(shown.lang === language ? {} : { lang: shown.lang }) };
}

function paragraph(...runs: readonly Run[]): Paragraph {
  return { kind: "paragraph", style: "body", runs };
}
