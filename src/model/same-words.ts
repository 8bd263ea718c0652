/**
 * Whether two texts say the same: letters, figures and signs count, punctuation and spaces do not, but where they stand in
 * a number. In: texts, or texts in several languages. Out: yes or no. Whether it matters is for the caller to know.
 */
import type { Localized } from "./localized.ts";

/** A comma within 1,5 is no punctuation; one behind a word is, whatever follows. */
const SILENT = /(?<!\p{N})[\p{P}\p{Z}]+|[\p{P}\p{Z}]+(?!\p{N})/gu;

export function sameWords(one: string, other: string): boolean {
  return one === other || spoken(one) === spoken(other);
}

/** A text without what makes no difference. */
export function spoken(text: string): string {
  return text.replace(SILENT, "");
}

/** In each of the languages; a translation more or less is a difference. */
export function sameTexts(one: Localized, other: Localized): boolean {
  const languages = Object.keys(one);
  return (
    languages.length === Object.keys(other).length &&
    languages.every((language) => sameWords(one[language] ?? "", other[language] ?? ""))
  );
}
