/**
 * In which respects a statement is not what it was. In: the statement before and now, and the reader's language. Out: the
 * respects in the order in which they matter. What differs only in other languages is told as that and no more.
 */

import type { ChangedAspect } from "../../model/change-words.ts";
import type { Statement } from "../../model/library.ts";
import { inLanguage, type Localized } from "../../model/localized.ts";
import { sameWords } from "../../model/same-words.ts";
import { tellsTheSame } from "../../model/told-of.ts";

/** Fields that are one value, and so differ or do not. */
const PLAIN = ["kind", "speaker", "asOf", "actor", "issue", "supersedes"] as const;

export function changedAspects(before: Statement, now: Statement, language: string): readonly ChangedAspect[] {
  const shown = (text: Localized | undefined): string => (text === undefined ? "" : inLanguage(text, language).text);
  const aspects: ChangedAspect[] = [];
  if (!sameWords(shown(before.text), shown(now.text))) aspects.push("text");
  if (!tellsTheSame(before.citations, now.citations)) aspects.push("citations");
  const [was, is] = [before.answer, now.answer];
  if (was?.value !== is?.value || !sameWords(shown(was?.gloss), shown(is?.gloss))) aspects.push("answer");
  aspects.push(...PLAIN.filter((field) => before[field] !== now[field]));
  const [then, today] = [before, now].map(({ jointSpeakers = [], voice = {} }) => [jointSpeakers, voice]);
  if (!aspects.includes("speaker") && !tellsTheSame(then, today)) aspects.push("speaker");
  if (!aspects.includes("asOf") && before.dated !== now.dated) aspects.push("asOf");
  return aspects.length > 0 ? aspects : ["translation"];
}
