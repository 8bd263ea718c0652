/**
 * What machines are told of a page: its card in words, what it is about, whose work it is and on what it rests. In: the
 * context, after every section has cited, and what the page is called. Out: values. It repeats what the page says and adds
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
): Particulars {
  const { edition, language, words, cited, cache } = context;
  const { correction } = edition;
  return {
    section,
    subject: inLanguage(edition.library.subject.title, language).text,
    about,
    card: cache.keep("card", () => cardFacts(edition, topic, language)),
    authorship: authorshipOf(edition, words),
    correction: correction === null ? null : { on: correction.on, note: inLanguage(correction.note, language).text },
    sources: cited.map((article) => sourceFacts(article, language)),
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

function sourceFacts(article: Article, language: string): SourceFacts {
  const { kind, outlet, author, date } = article;
  const description = inLanguage(article.description, language).text;
  return { kind, language: article.language, outlet, author, date, description };
}
