/**
 * What the parts of one web page need to know of the whole. In: a briefing. Out: its language and the words of it, and the
 * places on the page that a link may lead to, so that no citation leads nowhere, and what a citation opens.
 */
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../../templates/languages.ts";
import type { Briefing, Part } from "../../model/briefing.ts";
import type { Words } from "../../model/words.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";

export interface SheetContext {
  readonly language: string;
  readonly words: Words;
  readonly anchors: ReadonlySet<string>;
  readonly evidence: Evidence;
}

export function sheetContext(briefing: Briefing): SheetContext {
  const anchors = new Set(briefing.sections.flatMap(({ parts }) => parts.flatMap(anchorsIn)));
  return { language: briefing.language, words: wordsOf(briefing.language), anchors, evidence: evidenceOf(briefing) };
}

export function wordsOf(language: string): Words {
  const words = LANGUAGES[language] ?? LANGUAGES[DEFAULT_LANGUAGE];
  if (words === undefined) throw new RangeError(`no words for language ${language}`);
  return words;
}

function anchorsIn(part: Part): readonly string[] {
  if (part.kind === "list") return part.items.map(({ anchor }) => anchor);
  return part.kind === "group" ? [part.anchor, ...part.parts.flatMap(anchorsIn)] : [];
}
