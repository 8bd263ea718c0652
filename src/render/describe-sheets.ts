/**
 * What is recorded of a sheet besides its files. In: an edition and its digest, and for each sheet its topic, language and
 * the hash of its PDF. Out: the row. It writes nothing.
 */
import { composeNews, openNewsroom } from "../compose/compose-news.ts";
import { textsOf } from "../compose/context/topic-texts.ts";
import { writeFragment } from "../formats/feed/write-fragment.ts";
import type { Edition } from "../model/edition.ts";
import { inLanguage } from "../model/localized.ts";
import { longTitle } from "../model/long-title.ts";
import type { Topic } from "../model/topic.ts";
import type { SheetRow } from "../store/sheet-index.ts";

export type DescribeSheet = (topic: Topic, language: string, pdf: string) => SheetRow;

export function sheetsOf(edition: Edition, digest: string): DescribeSheet {
  const newsroom = openNewsroom(edition);
  return (topic, language, pdf) => {
    const news = composeNews(newsroom, topic, language);
    const title = inLanguage(textsOf(edition.library, topic, language).title, language).text;
    return {
      edition: edition.id,
      digest,
      language,
      topic: topic.id,
      title,
      long_title: longTitle(title, inLanguage(edition.library.subject.title, language).text),
      pdf,
      news_title: news?.title ?? null,
      news: news === null ? null : writeFragment(news.parts, language),
    };
  };
}
