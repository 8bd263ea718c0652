/**
 * The space after a full stop. In: a text, the word with the stop and the language's custom. Out: what stands for the
 * space, or null where the stop may be that of a sentence. An initial stays with the name, a day with its month, an
 * abbreviation with what it says nothing without, and its parts with one another.
 */
import { GLUE, isCapital, isDigit, isLetter, isSmall } from "./characters.ts";
import type { Custom } from "./customs.ts";
import {
  afterOpening,
  figuresAt,
  figuresBefore,
  isAfterNumber,
  isNamed,
  isRoman,
  isVowelless,
  lettersEnd,
  wordBefore,
} from "./places.ts";

/** The longest part of an abbreviation of several: u. dgl. */
const PART = 4;

/** The word begins at `from`, its stop stands before the space at `at`. */
export function afterStop(text: string, from: number, at: number, custom: Custom): string | null {
  if (isDigit(text.charCodeAt(from))) return afterOrdinal(text, from, at, custom);
  const next = afterOpening(text, at + 1);
  const following = text.charCodeAt(next);
  const isNumber = isDigit(following);
  if (!isNumber && !isLetter(following)) return null;
  // Dipl.-Ing. Müller: the last part decides.
  const start = Math.max(from, text.lastIndexOf("-", at) + 1);
  if (at - start < 2) return null;
  if (at - start === 2 || text[at - 3] === ".") return afterInitial(text, start, at, next, custom);
  if (lettersEnd(text, start) !== at - 1) return null;
  const word = text.slice(start, at - 1);
  if (isRoman(word)) return isNamed(text, start) ? null : ordinalSpace(text, next, custom);
  const small = word.toLowerCase();
  const isNumeral = isNumber || isRoman(text.slice(next, lettersEnd(text, next)));
  if (custom.numbered.has(small) || custom.months.has(small)) return isNumeral ? GLUE : null;
  // What measures the number before it has nothing to do with what comes: 500 Mrd. Euro.
  if (isAfterNumber(text, from)) return null;
  if (custom.leading.has(small)) return GLUE;
  if (custom.closing.has(small) || !isVowelless(small) || isCapital(word.charCodeAt(1))) return null;
  return isNumber || isCapital(following) ? GLUE : null;
}

/** One letter before the stop: an initial, or a part of an abbreviation. */
function afterInitial(text: string, start: number, at: number, next: number, custom: Custom): string | null {
  const letter = text.charCodeAt(at - 2);
  const following = text.charCodeAt(next);
  if (!isLetter(letter)) return null;
  const end = lettersEnd(text, next);
  const small = text.slice(next, end).toLowerCase();
  const isLast = isLastPart(text, start, at);
  const endsToo = text[end] === "." && end > next;
  const isPart =
    endsToo && (small.length === 1 || (!isCapital(following) && small.length <= PART) || custom.closing.has(small));
  if (isPart && (!isCapital(letter) || isLast)) return custom.partSpace;
  if (isLast || (custom.particles.has(small) && !endsToo)) return null;
  const isNumber = isDigit(following);
  // 2025 р. Трамп: the letter belongs to the number. So it does in 5 м. 20, but not in ст. 5 ч. 2.
  const measures = isAfterNumber(text, start) && (!isNumber || custom.units.has(text[at - 2] as string));
  if (measures && !isCapital(letter)) return null;
  return isNumber || isCapital(following) ? GLUE : null;
}

/** Whether a small letter with its own stop stands before: the B of z. B. */
function isLastPart(text: string, start: number, at: number): boolean {
  const before =
    text[at - 3] === "." ? at - 4 : wordBefore(text, start) === start - 3 && text[start - 2] === "." ? start - 3 : -1;
  return isSmall(text.charCodeAt(before)) && !isLetter(text.charCodeAt(before - 1));
}

/** A day stays with its month and the month with its year, an ordinal with its word: 15. 8. 2025, 2. Runde. */
function afterOrdinal(text: string, from: number, at: number, custom: Custom): string | null {
  const figures = figuresBefore(text, at - 1);
  const next = at + 1;
  const following = figuresAt(text, next);
  if (figures === 0 || figures > 2) return null;
  if (following === 0) return ordinalSpace(text, next, custom);
  if (following <= 2) return text[next + following] === "." ? GLUE : null;
  const day = wordBefore(text, from);
  const isMonth = at - 1 - figures > from || (day >= 0 && text[from - 2] === "." && isDigit(text.charCodeAt(day)));
  return following === 4 && isMonth ? GLUE : null;
}

function ordinalSpace(text: string, next: number, custom: Custom): string | null {
  const small = text.slice(next, lettersEnd(text, next)).toLowerCase();
  if (custom.months.has(small)) return GLUE;
  return custom.stopOrdinals && isCapital(text.charCodeAt(next)) && !custom.particles.has(small) ? GLUE : null;
}
