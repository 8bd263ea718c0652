/**
 * What machines are told of a page: its card in words, what it is about, whose work it is and on what it rests. In: the
 * context, what the page is called and the articles it cites. Out: values. It repeats what the page says and adds
 * nothing to it.
 */
import type { Authorship, Particulars, SourceFacts } from "../model/briefing.ts";
import type { Edition } from "../model/edition.ts";
import type { Article } from "../model/library.ts";
import { inLanguage } from "../model/localized.ts";
import type { Topic } from "../model/topic.ts";
import type { Words } from "../model/words.ts";
import { composeCard } from "./compose-card.ts";
import type { ComposeContext } from "./context/compose-context.ts";
import { authorshipInWords } from "./sections/colophon.ts";

/** Stands for the whole edition where a page is about no topic. */
export const WHOLE: Topic = { id: "overview", kind: "overview" };

export function particularsOf(
  context: ComposeContext,
  topic: Topic,
  section: string,
  about: Particulars["about"],
  cited: readonly Article[],
): Particulars {
  const { edition, language, words, cache } = context;
  const { correction } = edition;
  return {
    section,
    subject: inLanguage(edition.library.subject.title, language).text,
    about,
    card: cache.keep("card", () => cardFacts(edition, topic, language)),
    authorship: authorshipOf(edition, words),
    correction: correction === null ? null : { on: correction.on, note: inLanguage(correction.note, language).text },
    sources: cited.map((article) => sourceFacts(context, article)),
  };
}

/** The card of a topic for those who do not see it. */
export function cardFacts(edition: Edition, topic: Topic, language: string): Particulars["card"] {
  return edition.cards ? { topic: topic.id, alt: composeCard(edition, topic, language).alt } : null;
}

function authorshipOf({ library }: Edition, words: Words): Authorship {
  const { writtenBy, reviewedBy } = library.subject.authorship;
  return {
    inWords: authorshipInWords(library, words),
    byMachine: writtenBy === "machine",
    reviewer: reviewedBy,
  };
}

function sourceFacts({ index, language }: ComposeContext, article: Article): SourceFacts {
  const { kind, outlet, author, date, title, url, archived, accessed, marks, short } = article;
  const description = inLanguage(article.description, language).text;
  const number = index.sources.get(article.id) ?? 0;
  return {
    ...{ number, kind, language: article.language, outlet, author, date, description },
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(archived === undefined ? {} : { archived }),
    ...(accessed === undefined ? {} : { accessed }),
    ...(marks === undefined ? {} : { marks: inLanguage(marks, language).text }),
    ...(short === undefined ? {} : { short: inLanguage(short, language).text }),
  };
}
