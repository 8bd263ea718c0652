/**
 * What a topic is called and what it is about, for lists of topics. In: a library, a topic and a language. Out: both in
 * that language or, where it is missing, in others. A sheet says the same in its masthead.
 */

import type { Library } from "../../model/library.ts";
import { inLanguage, type Localized } from "../../model/localized.ts";
import type { Topic } from "../../model/topic.ts";
import { indexLibrary } from "./library-index.ts";

/** Issues that the overview is said to be about by name; all of them stand below it. */
const NAMED = 8;

export function textsOf(library: Library, topic: Topic, language: string): { title: Localized; about: Localized } {
  const index = indexLibrary(library);
  const issue = topic.kind === "issue" ? index.issues.get(topic.id) : undefined;
  if (issue !== undefined) return { title: issue.title, about: issue.question };
  const actor = topic.kind === "actor" ? index.actors.get(topic.id) : undefined;
  if (actor !== undefined) return { title: actor.name, about: actor.standsFor };
  const { issues, subject } = library;
  const named = issues.slice(0, NAMED).map(({ title }) => inLanguage(title, language));
  const line = [...named.map(({ text }) => text), ...(issues.length > NAMED ? ["…"] : [])].join(" · ");
  // Where titles are in several languages, the line is said to be in that of the first.
  return { title: subject.title, about: { [named[0]?.lang ?? language]: line } };
}
