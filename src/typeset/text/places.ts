/**
 * Places in a text, found character by character. In: a text and a place in it. Out: where the word before a space
 * begins, where letters and figures end, whether a word is a numeral or an abbreviation. It knows no language.
 */
import { isCapital, isDigit, isLetter } from "./characters.ts";

/** A space, no-break spaces, a thin one. */
const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0xa0 || unit === 0x2009 || unit === 0x202f;
const OPENING = new Set([..."([„“‚‘«»‹›"].map((sign) => sign.charCodeAt(0)));
const isDashed = (unit: number): boolean => unit === 0x2d || unit === 0x2013 || unit === 0x2014;
const VOWELS = "aeiouyäöüáéíóúаеєиіїоуюя";
/** Latin, and the Ukrainian letters that are typed for them. */
const ROMAN = "IVXL\u0406\u0425";

/** Where the word before a space begins, without what opens a quotation or a bracket. */
export function startBefore(text: string, space: number): number {
  let from = space;
  while (from > 0 && !isSpace(text.charCodeAt(from - 1))) from -= 1;
  return afterOpening(text, from);
}

/** Where the word before this one begins; -1 where this one is the first. */
export function wordBefore(text: string, from: number): number {
  return from > 1 && isSpace(text.charCodeAt(from - 1)) ? startBefore(text, from - 1) : -1;
}

export function afterOpening(text: string, from: number): number {
  let at = from;
  while (OPENING.has(text.charCodeAt(at))) at += 1;
  return at;
}

export function lettersEnd(text: string, from: number): number {
  let at = from;
  while (isLetter(text.charCodeAt(at))) at += 1;
  return at;
}

/** How many figures stand in a row from a place on. */
export function figuresAt(text: string, from: number): number {
  let count = 0;
  while (isDigit(text.charCodeAt(from + count))) count += 1;
  return count;
}

/** How many figures stand in a row before a place. */
export function figuresBefore(text: string, to: number): number {
  let count = 0;
  while (isDigit(text.charCodeAt(to - 1 - count))) count += 1;
  return count;
}

/** Where a word ends that may have signs within it, such as an apostrophe; a hyphen ends it, for a line may end there. */
export function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !isDashed(text.charCodeAt(end))) end += 1;
  while (end > from && !isLetter(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** Leo XIV., the XX century; one letter alone may be anything. */
export function isRoman(word: string): boolean {
  return word.length > 1 && [...word].every((letter) => ROMAN.includes(letter));
}

/** Whether a word, written small, has no vowel: then it is an abbreviation. */
export function isVowelless(small: string): boolean {
  for (const letter of small) if (VOWELS.includes(letter)) return false;
  return true;
}

/** Whether the word before this one is a number, in figures or Roman. */
export function isAfterNumber(text: string, from: number): boolean {
  const before = wordBefore(text, from);
  return before >= 0 && (isDigit(text.charCodeAt(before)) || isRoman(text.slice(before, lettersEnd(text, before))));
}

/** Whether a Roman numeral belongs to the name before it: Leo XIV. */
export function isNamed(text: string, start: number): boolean {
  const before = wordBefore(text, start);
  return before >= 0 && start - before > 2 && isCapital(text.charCodeAt(before));
}
