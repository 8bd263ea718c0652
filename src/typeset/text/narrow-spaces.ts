/**
 * Spaces that hold together what belongs together. In: a text and its language. Out: the text with private characters for
 * spaces at which no line may end, thin ones where the language wants them. They are copied as ordinary spaces, so the
 * words stay as they were entered. It looks at single characters, for patterns of all letters take milliseconds to
 * compile when a sheet is the first of its isolate; which words take what follows is told in `customs.ts`.
 */
import { afterStop } from "./abbreviations.ts";
import { GLUE, isCapital, isDash, isDigit, isLetter } from "./characters.ts";
import { type Custom, customOf, isAmong } from "./customs.ts";
import { afterNumber, beforeNumber, countedSpace } from "./number-spaces.ts";
import { isOrdinary } from "./ordinary-spaces.ts";
import { afterOpening, isNamed, isRoman, lettersEnd, startBefore, wordEnd } from "./places.ts";

/** A title in full stays with a name where both are no longer than this. */
const TITLED = 16;
/** One that is hardly longer than an abbreviation stays with any: Mr Zelenskyy. */
const SHORT_TITLE = 3;

export function bound(text: string, language: string): string {
  let at = text.indexOf(" ");
  if (at < 0) return text;
  const custom = customOf(language);
  // Spaces of other kinds stand within words: where there are any, each word is looked at.
  const isUsual = !(text.includes("\u00a0") || text.includes("\u2009") || text.includes("\u202f"));
  const parts: string[] = [];
  let from = 0;
  for (let word = 0; at >= 0; word = at + 1, at = text.indexOf(" ", word)) {
    if (isUsual && isOrdinary(text, word, at, custom.titleStarts)) continue;
    const space = spaceAt(text, at, custom);
    if (space === null) continue;
    parts.push(text.slice(from, at), space);
    from = at + 1;
  }
  if (from === 0) return text;
  parts.push(text.slice(from));
  // Joined and not added up: a sum of strings is a tree of them, in which every look at a character costs more.
  return parts.join("");
}

/** What stands for the space at a place of the text; null where it is a space like any other. */
function spaceAt(text: string, at: number, custom: Custom): string | null {
  // A dash stays with the word before it, in every language.
  if (isDash(text, at + 1)) return GLUE;
  const from = startBefore(text, at);
  if (from >= at) return null;
  if (text[at - 1] === ".") return afterStop(text, from, at, custom);
  if (isDigit(text.charCodeAt(from))) return afterNumber(text, from, at, custom);
  if (isDigit(text.charCodeAt(from + 1)) && !isLetter(text.charCodeAt(from)))
    return afterNumber(text, from + 1, at, custom);
  if (isDigit(text.charCodeAt(at + 1))) return beforeNumber(text, from, at, custom);
  return isLetter(text.charCodeAt(at - 1)) ? afterWord(text, from, at, custom) : null;
}

/** Words of one letter, titles, and numerals in letters: у Києві, Papst Leo XIV., XX століття. */
function afterWord(text: string, from: number, at: number, custom: Custom): string | null {
  const next = afterOpening(text, at + 1);
  const following = text.charCodeAt(next);
  if (!isLetter(following)) return null;
  if (at - from === 1) return custom.shortWords ? GLUE : null;
  if (isCapital(text.charCodeAt(from + 1)) && isRoman(text.slice(from, at)) && !isNamed(text, from))
    return countedSpace(text.slice(next, wordEnd(text, next)).toLowerCase(), custom);
  if (!isCapital(following)) return null;
  const end = lettersEnd(text, next);
  if (isCapital(text.charCodeAt(from)) && isNumeral(text, next, end)) return GLUE;
  if (at - from > SHORT_TITLE && at - from + end - next >= TITLED) return null;
  if (!isAmong(custom.titles, text.slice(from, at).toLowerCase())) return null;
  return custom.particles.has(text.slice(next, end).toLowerCase()) ? null : GLUE;
}

/** The numeral of a name: one of a single letter is known by its full stop, Karl V. */
function isNumeral(text: string, from: number, to: number): boolean {
  if (to - from > 1) return isCapital(text.charCodeAt(from + 1)) && isRoman(text.slice(from, to));
  return "IVX".includes(text[from] as string) && text[to] === ".";
}
