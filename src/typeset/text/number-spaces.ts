/**
 * The spaces before and after a number. In: a text, the word before a space and the language's custom. Out: what stands
 * for the space, or null where it is one like any other. A number stays with its unit and with a word that it counts,
 * but not with the verb after a year, nor after what it merely numbers: Artikel 5 gilt.
 */
import { GLUE, isCapital, isDigit, isLetter, THIN_GLUE } from "./characters.ts";
import { type Custom, isAmong } from "./customs.ts";
import { figuresAt, figuresBefore, isVowelless, lettersEnd, wordBefore, wordEnd } from "./places.ts";

/**
 * A number stays with a word of as many letters: Milliarden, kilometres, відсотків. The narrowest column of words is 10 em
 * wide; 300 000 and the widest word of ten letters in the library take 10.2 em, of fourteen 12.8.
 */
const COUNTED = 10;
const SECTION = "§";
const NUMERO = "№";
/** What a number stands close to. */
const SIGNS = new Set([..."%‰€₴₽₺$£°"].map((sign) => sign.charCodeAt(0)));
const BEFORE_NUMBERS = "$€₴₽₺£~≈±+−×<>≤≥=";

/** The number begins at `from`, perhaps after a sign, and the space behind it is at `at`. */
export function afterNumber(text: string, from: number, at: number, custom: Custom): string | null {
  const next = text.charCodeAt(at + 1);
  if (text[at - 1] === ",") return isDayBeforeYear(text, from, at, custom) ? GLUE : null;
  const suffix = suffixOf(text, from, at);
  if (suffix !== "" && !custom.ordinals.has(suffix)) return null;
  if (suffix === "" && !isDigit(text.charCodeAt(at - 1))) return null;
  if (SIGNS.has(next)) return custom.thinNumbers ? THIN_GLUE : GLUE;
  const figures = figuresBefore(text, at);
  if (isDigit(next))
    return custom.thinNumbers && figuresAt(text, at + 1) === 3 && figures > 0 && figures <= 3 ? THIN_GLUE : null;
  if (!isLetter(next)) return null;
  const word = text.slice(at + 1, wordEnd(text, at + 1)).toLowerCase();
  const isNumeral = isNumbered(text, from, custom);
  // After an article, ст. is the next one; after any other number it is a century.
  if (isAmong(custom.units, word) && !(isNumeral && custom.numbered.has(word)))
    return text[at + 1 + word.length] === "." || isVowelless(word) ? custom.unitSpace : GLUE;
  if (isYear(text, at - figures) || isNumeral) return null;
  return countedSpace(word, custom);
}

/** The space before a word that is counted. */
export function countedSpace(word: string, custom: Custom): string | null {
  return word.length <= COUNTED && !custom.particles.has(word) ? GLUE : null;
}

/** A number follows the space at `at`, and no number stands before it. */
export function beforeNumber(text: string, from: number, at: number, custom: Custom): string | null {
  const last = text[at - 1] as string;
  if (last === SECTION || last === NUMERO) return THIN_GLUE;
  if (at - from === 1 && (BEFORE_NUMBERS.includes(last) || isLetter(last.charCodeAt(0)))) return GLUE;
  if (!isLetter(last.charCodeAt(0))) return null;
  return figuresAt(text, at + 1) === 4 || numbers(text, from, at, custom) ? GLUE : null;
}

/** Whether the word before a number says what it numbers. */
function numbers(text: string, from: number, at: number, custom: Custom): boolean {
  const start = Math.max(from, text.lastIndexOf("-", at) + 1);
  const word = text.slice(start, at).toLowerCase();
  return isAmong(custom.numbered, word) || custom.months.has(word);
}

/** Whether a number that begins at a place is that of an article, a page, a paragraph, and counts nothing. */
function isNumbered(text: string, from: number, custom: Custom): boolean {
  const before = wordBefore(text, from);
  if (before < 0 || isDigit(text.charCodeAt(before))) return false;
  const end = from - 1;
  const last = text[end - 1] as string;
  if (last === SECTION || last === NUMERO) return true;
  if (last !== ".") {
    const single = end - before === 1 && isCapital(last.charCodeAt(0)) && !custom.particles.has(last.toLowerCase());
    return single || (isLetter(last.charCodeAt(0)) && numbers(text, before, end, custom));
  }
  const word = text.slice(before, end - 1).toLowerCase();
  return (
    (lettersEnd(text, before) === end - 1 && word.length === 1) || custom.numbered.has(word) || custom.months.has(word)
  );
}

/** Letters behind the last figure, without a hyphen: the er of 20er. */
function suffixOf(text: string, from: number, at: number): string {
  let start = at;
  while (start > from && isLetter(text.charCodeAt(start - 1))) start -= 1;
  if (start === at) return "";
  return isDigit(text.charCodeAt(text[start - 1] === "-" ? start - 2 : start - 1)) ? text.slice(start, at) : "-";
}

/** August 15, 2025. */
function isDayBeforeYear(text: string, from: number, at: number, { months }: Custom): boolean {
  const before = wordBefore(text, from);
  if (before < 0 || at - from > 3 || figuresAt(text, at + 1) !== 4) return false;
  return months.has(text.slice(before, lettersEnd(text, before)).toLowerCase());
}

/** Whether a number of four figures that begins at a place may be a year: what follows it is hardly what it counts. */
function isYear(text: string, at: number): boolean {
  return figuresAt(text, at) === 4 && (text[at] === "1" || (text[at] === "2" && "01".includes(text[at + 1] as string)));
}
