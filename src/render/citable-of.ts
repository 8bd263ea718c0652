/**
 * What there is to cite of a sheet. In: the stores, an edition's entry, a topic and a language. Out: the citable. Of what
 * was pressed the index knows everything; else the PDF is fetched, which makes and keeps it once, for its hash is part
 * of the citation.
 */

import { textsOf } from "../compose/context/topic-texts.ts";
import { fill } from "../compose/wording/format-words.ts";
import { wordsOf } from "../formats/html/sheet-context.ts";
import { urlOf } from "../model/address.ts";
import type { Citable } from "../model/citable.ts";
import { inLanguage } from "../model/localized.ts";
import { longTitle } from "../model/long-title.ts";
import type { EditionEntry, EditionTopic } from "../store/edition-index.ts";
import { readEditionIn } from "../store/read-edition.ts";
import { type SheetFacts, sheetFacts } from "../store/sheet-index.ts";
import { type FileStores, fetchFile, fileFacts } from "./fetch-file.ts";
import { plainPdf } from "./variant.ts";

export interface Cited {
  readonly entry: EditionEntry;
  readonly topic: EditionTopic;
  readonly language: string;
}

export async function citableOf(db: D1Database, files: FileStores, cited: Cited): Promise<Citable> {
  const { entry, topic, language } = cited;
  const known = await sheetFacts(db, entry, language, topic.id);
  const { longTitle: title, pdf } = known ?? (await factsFromFile(files, cited));
  const { citing } = wordsOf(language);
  return {
    topic: topic.id,
    language,
    title,
    edition: entry.id,
    issued: entry.issued.slice(0, 10),
    genre: citing.genre,
    url: urlOf(entry.site, { edition: entry.id, language, topic: topic.id }),
    note: fill(citing.hash, { hash: pdf }),
  };
}

async function factsFromFile(files: FileStores, { entry, topic, language }: Cited): Promise<SheetFacts> {
  const variant = plainPdf(topic, language);
  const { library } = await readEditionIn(files.bucket, entry, language);
  const title = inLanguage(textsOf(library, topic, language).title, language).text;
  const subject = inLanguage(library.subject.title, language).text;
  // Programs that recorded no sheets cited them by the topic alone, and what they cite stays as it was.
  const titles = { title, longTitle: entry.program === files.program ? longTitle(title, subject) : title };
  const known = await fileFacts(files, entry, variant);
  if (known !== null) return { ...titles, pdf: known.hash };
  const { body, hash } = await fetchFile(files, entry, variant);
  if (!(body instanceof Uint8Array)) await body.cancel();
  return { ...titles, pdf: hash };
}
