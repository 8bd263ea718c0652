/**
 * What is recorded of a sheet besides its files. In: the stores, an edition, and for each sheet its topic, language and
 * the hash of its PDF. Out: the row. It reads the library that is corrected, once, and writes nothing.
 */
import { composeNews, openNewsroom } from "../compose/compose-news.ts";
import { writeFragment } from "../formats/feed/write-fragment.ts";
import type { Edition } from "../model/edition.ts";
import { inLanguage } from "../model/text.ts";
import type { Topic } from "../model/topic.ts";
import { type EditionEntry, editionById } from "./edition-index.ts";
import { readEdition } from "./read-edition.ts";
import type { SheetRow } from "./sheet-index.ts";
import { textsOf } from "./topic-texts.ts";

export type DescribeSheet = (topic: Topic, language: string, pdf: string) => SheetRow;

export async function sheetsOf(
  db: D1Database,
  bucket: R2Bucket,
  { id, digest }: Pick<EditionEntry, "id" | "digest">,
  edition: Edition,
): Promise<DescribeSheet> {
  const { correction, library } = edition;
  const wrong = correction === null ? null : await editionById(db, correction.corrects);
  const newsroom = openNewsroom(edition, wrong === null ? null : (await readEdition(bucket, wrong)).library);
  return (topic, language, pdf) => {
    const news = composeNews(newsroom, topic, language);
    return {
      edition: id,
      digest,
      language,
      topic: topic.id,
      title: inLanguage(textsOf(library, topic).title, language).text,
      pdf,
      news_title: news?.title ?? null,
      news: news === null ? null : writeFragment(news.parts, language),
    };
  };
}
