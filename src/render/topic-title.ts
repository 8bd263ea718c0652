/**
 * What a topic is called in an edition. In: the stores, the edition's entry, topics and a language. Out: titles. The
 * index knows those of every sheet that was pressed; else the edition is read.
 */

import { textsOf } from "../compose/context/topic-texts.ts";
import { inLanguage } from "../model/localized.ts";
import type { Topic } from "../model/topic.ts";
import type { EditionEntry } from "../store/edition-index.ts";
import { readEditionIn } from "../store/read-edition.ts";
import { sheetFacts, sheetTitles } from "../store/sheet-index.ts";

/** Of one topic; of the overview, the subject's. */
export async function topicTitle(
  db: D1Database,
  bucket: R2Bucket,
  entry: EditionEntry,
  topic: Topic,
  language: string,
): Promise<string> {
  const known = await sheetFacts(db, entry, language, topic.id);
  if (known !== null) return known.title;
  const { library } = await readEditionIn(bucket, entry, language);
  return inLanguage(textsOf(library, topic, language).title, language).text;
}

/** By topic, in the order of the contents. */
export async function topicTitles(
  db: D1Database,
  bucket: R2Bucket,
  entry: EditionEntry,
  language: string,
): Promise<ReadonlyMap<string, string>> {
  const known = await sheetTitles(db, entry, language);
  if (entry.topics.every(({ id }) => known.has(id)))
    return new Map(entry.topics.map(({ id }) => [id, known.get(id) ?? id]));
  const { library } = await readEditionIn(bucket, entry, language);
  return new Map(
    entry.topics.map(
      (topic) => [topic.id, inLanguage(textsOf(library, topic, language).title, language).text] as const,
    ),
  );
}
