/**
 * The words of a library, letter by letter: every character can be printed, no letter or sign poses as another, every
 * text is there in every language and in no other. In: a draft's values. Out: mistakes and, for missing translations,
 * warnings. It does not know what the words mean.
 */

import { lookUpLanguage } from "../language-tag.ts";
import type { Language } from "../localized.ts";
import { inRepertoire } from "../repertoire.ts";
import { doubt, type Finding, mistake, type Path } from "./finding.ts";
import { insteadOf, nameOf } from "./instead.ts";
import { codePoint, lookAlikes } from "./look-alikes.ts";
import { type Draft, KINDS } from "./parse-shape.ts";
import { punctuationFaults } from "./punctuation.ts";

export function checkTexts(draft: Draft, languages: readonly string[]): Finding[] {
  const values = [
    ...(draft.subject === null ? [] : [{ path: ["subject"] as Path, value: draft.subject as unknown }]),
    ...KINDS.flatMap((kind): readonly { path: Path; value: unknown }[] => draft.entries[kind]),
  ];
  const all = JSON.stringify(values.map(({ value }) => value));
  const apostrophes = LETTER_APOSTROPHE.test(all) && /\p{Script=Cyrillic}’\p{Script=Cyrillic}/u.test(all);
  return values.flatMap(({ path, value }) => checkValue(path, value, { languages, apostrophes }));
}

/** Either sign is right in Ukrainian; where both are used, a search finds half of what there is. */
const LETTER_APOSTROPHE = /\p{Script=Cyrillic}\u02bc\p{Script=Cyrillic}/u;

const VERBATIM: ReadonlySet<string | number> = new Set(["file", "url", "archived", "quote"]);

interface Walk {
  readonly languages: readonly string[];
  /** The library has both signs. */
  readonly apostrophes: boolean;
}

/** Walks an entry; groups whose keys are all language tags are localized texts, for no schema has fields that short. */
function checkValue(path: Path, value: unknown, walk: Walk, language: Language | null = null): Finding[] {
  // What a source is called by others, where it is and what stands in it are not ours to mend; none of it is set in type.
  if (typeof value === "string" && VERBATIM.has(path.at(-1) ?? "")) return [];
  // Of what was entered before, only what cannot be printed is of interest: a rule that is newer must stop no edition.
  if (typeof value === "string" && walk.languages.length === 0) return checkSigns(path, value);
  if (typeof value === "string")
    return [
      ...checkText(path, value, language),
      ...(walk.apostrophes && LETTER_APOSTROPHE.test(value)
        ? [mistake(path, "has ʼ (U+02BC) for an apostrophe, where other texts of the library have ’; write ’ (U+2019)")]
        : []),
    ];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, i) => checkValue([...path, i], each, walk));
  const keys = Object.keys(value).filter((key) => key !== "id");
  const localized = keys.length > 0 && keys.every((key) => /^[a-z]{2,3}$/.test(key));
  const missing = localized ? walk.languages.filter((language) => !keys.includes(language)) : [];
  // Where no languages are given, as of what lies in D1, none is unknown.
  const unknown = localized && walk.languages.length > 0 ? keys.filter((key) => !walk.languages.includes(key)) : [];
  return [
    ...unknown.map((key) => mistake([...path, key], notALanguage(key, walk.languages))),
    ...Object.entries(value).flatMap(([key, each]) => checkValue([...path, key], each, walk, localized ? key : null)),
    ...missing.map((language) =>
      doubt([...path, language], `is not translated; ${language} readers see the ${keys[0]} text, marked as such`),
    ),
  ];
}

function notALanguage(tag: string, languages: readonly string[]): string {
  const meant = lookUpLanguage(tag, languages);
  const advice =
    meant === null ? "write one of these, or add the language first" : `for ${nameOfLanguage(meant)} write ${meant}`;
  return `is not a language of the sheets (${languages.join(", ")}), so nobody would see this text; ${advice}`;
}

/** In English, as all that is said to editors. */
function nameOfLanguage(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}

/** One text on its own. */
export function checkText(path: Path, text: string, language: Language | null): Finding[] {
  const findings = lookAlikes(text).map(({ advice }) => mistake(path, advice));
  findings.push(...punctuationFaults(text, language).map((advice) => mistake(path, advice)));
  return [...findings, ...checkSigns(path, text)];
}

/** Whether every character is one that the typefaces have. */
function checkSigns(path: Path, text: string): Finding[] {
  const findings: Finding[] = [];
  const composed = text.normalize("NFC");
  const characters = [...new Set(text)];
  const doubled = composed === text ? [] : characters.filter((each) => each.normalize("NFC") !== each);
  const foreign = characters.filter((character) => !inRepertoire(character.codePointAt(0) ?? 0));
  if (doubled.length > 0)
    findings.push(mistake(path, `has signs that are letters in disguise: ${doubled.map(plainly).join(", ")}`));
  else if (composed !== text)
    findings.push(mistake(path, "has letters made of two characters (such as u + ¨); write them as one (Unicode NFC)"));
  else if (foreign.length > 0)
    findings.push(
      mistake(
        path,
        `has characters that no typeface of ours can print: ${foreign.map((each) => `${nameOf(each)}: ${insteadOf(each)}`).join("; ")}`,
      ),
    );
  if (text !== text.trim()) findings.push(mistake(path, "begins or ends with a space; remove it"));
  return findings;
}

/** The Kelvin sign K is K, the Ohm sign the Greek letter. */
function plainly(character: string): string {
  const letter = character.normalize("NFC");
  const printed = inRepertoire(letter.codePointAt(0) ?? 0)
    ? `write ${letter} (${codePoint(letter)})`
    : insteadOf(letter);
  return `${nameOf(character)}: ${printed}`;
}
