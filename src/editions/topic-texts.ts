/**
 * What a topic is called and what it is about, for lists of topics. In: a library and a topic. Out: both in all languages
 * that there are. A sheet says the same in its masthead.
 */
import { indexLibrary } from "../compose/library-index.ts";
import type { Library } from "../model/library.ts";
import { inLanguage, type Localized } from "../model/text.ts";
import type { Topic } from "../model/topic.ts";

/** Issues that the overview is said to be about by name; all of them stand below it. */
const NAMED = 8;

export function textsOf(library: Library, topic: Topic): { title: Localized; about: Localized } {
  const index = indexLibrary(library);
  const issue = topic.kind === "issue" ? index.issues.get(topic.id) : undefined;
  if (issue !== undefined) return { title: issue.title, about: issue.question };
  const actor = topic.kind === "actor" ? index.actors.get(topic.id) : undefined;
  if (actor !== undefined) return { title: actor.name, about: actor.standsFor };
  const { issues, subject } = library;
  const languages = Object.keys(subject.title);
  const line = (language: string) =>
    [
      ...issues.slice(0, NAMED).map(({ title }) => inLanguage(title, language).text),
      ...(issues.length > NAMED ? ["…"] : []),
    ].join(" · ");
  const about = Object.fromEntries(languages.map((language) => [language, line(language)]));
  return { title: subject.title, about };
}
