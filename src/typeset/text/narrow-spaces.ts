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
import { afterOpening, isNamed, isRoman, lettersEnd, startBefore, wordEnd } from "./places.ts";

/** A title in full stays with a name where both are no longer than this. */
const TITLED = 16;
/** One that is hardly longer than an abbreviation stays with any: Mr Zelenskyy. */
const SHORT_TITLE = 3;

export function bound(text: string, language: string): string {
  const custom = customOf(language);
  let words = "";
  let from = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
    const space = spaceAt(text, at, custom);
    if (space === null) continue;
    words += text.slice(from, at) + space;
    from = at + 1;
  }
  return from === 0 ? text : words + text.slice(from);
}

/** What stands for the space at a place of the text; null where it is a space like any other. */
function spaceAt(text: string, at: number, custom: Custom): string | null {
  // A dash stays with the word before it, in every language.
  if (isDash(text, at + 1)) return GLUE;
  const from = startBefore(text, at);
  if (from >= at) return null;
  if (text[at - 1] === ".") return afterStop(text, from, at, custom);
  if (isDigit(text.charCodeAt(from))) return afterNumber(text, from, at, custom);
  if (isDigit(text.charCodeAt(from + 1)) && !isLetter(text[from] as string))
    return afterNumber(text, from + 1, at, custom);
  if (isDigit(text.charCodeAt(at + 1))) return beforeNumber(text, from, at, custom);
  return isLetter(text[at - 1] as string) ? afterWord(text, from, at, custom) : null;
}

/** Words of one letter, titles, and numerals in letters: у Києві, Papst Leo XIV., XX століття. */
function afterWord(text: string, from: number, at: number, custom: Custom): string | null {
  const next = afterOpening(text, at + 1);
  const following = text[next] ?? "";
  if (!isLetter(following)) return null;
  if (at - from === 1) return custom.shortWords ? GLUE : null;
  const second = text[from + 1] as string;
  if (isCapital(second) && isRoman(text.slice(from, at)) && !isNamed(text, from))
    return countedSpace(text.slice(next, wordEnd(text, next)).toLowerCase(), custom);
  if (!isCapital(following)) return null;
  const name = text.slice(next, lettersEnd(text, next));
  if (isCapital(text[from] as string) && isNumeral(name, text[next + name.length])) return GLUE;
  const title = text.slice(from, at).toLowerCase();
  const isShort = title.length <= SHORT_TITLE || title.length + name.length < TITLED;
  return isShort && isAmong(custom.titles, title) && !custom.particles.has(name.toLowerCase()) ? GLUE : null;
}

/** The numeral of a name: one of a single letter is known by its full stop, Karl V. */
function isNumeral(name: string, following: string | undefined): boolean {
  return isRoman(name) || (name.length === 1 && "IVX".includes(name) && following === ".");
}
