/**
 * Spaces that no rule says anything of, as nearly all are. In: a text, where a word of it begins and the space behind it.
 * Out: whether that is known at a look. It is one function that calls another for new signs alone, for a sheet has a thousand
 * spaces, and in an isolate that has compiled nothing yet calls cost more than the work; what it does not know, the rules decide.
 */
import { CAPITAL, KINDS, kindOf, LETTER, SMALL } from "./characters.ts";

const COMMA = 0x2c;

/**
 * The word begins at `from`, behind a space or at the start; it has no other space in it. `titles` has the first two
 * letters of each title, as `startsOf` counts them.
 */
export function isOrdinary(text: string, from: number, at: number, titles: ReadonlySet<number>): boolean {
  // Words of one letter, and the ends of a text.
  if (at - from < 2 || at + 1 === text.length) return false;
  const nextUnit = text.charCodeAt(at + 1);
  const next = KINDS[nextUnit] || kindOf(nextUnit);
  if ((next & LETTER) === 0) return false;
  const lastUnit = text.charCodeAt(at - 1);
  const last = KINDS[lastUnit] || kindOf(lastUnit);
  if ((last & LETTER) === 0) return lastUnit === COMMA;
  const firstUnit = text.charCodeAt(from);
  const first = KINDS[firstUnit] || kindOf(firstUnit);
  const secondUnit = text.charCodeAt(from + 1);
  const second = KINDS[secondUnit] || kindOf(secondUnit);
  // Numbers, quotations and numerals in letters begin otherwise.
  if ((first & LETTER) === 0 || (second & SMALL) === 0) return false;
  if ((next & CAPITAL) === 0) return true;
  if (titles.has(firstUnit * 0x10000 + secondUnit)) return false;
  if ((first & CAPITAL) === 0) return true;
  // A name may have a numeral: Leo XIV.
  if (at + 2 === text.length) return false;
  const afterUnit = text.charCodeAt(at + 2);
  return ((KINDS[afterUnit] || kindOf(afterUnit)) & SMALL) !== 0;
}

/** The first two letters of words, as they are written small and with a capital. */
export function startsOf(words: Iterable<string>): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const word of words) {
    for (const first of [word.charAt(0), word.charAt(0).toUpperCase()]) {
      starts.add(first.charCodeAt(0) * 0x10000 + word.charCodeAt(1));
    }
  }
  return starts;
}
