/**
 * What a file gives up where it would otherwise grow beyond its limit, the cheapest first. In: nothing. Out: the limit
 * and the ladder, each rung with all that the ones above it gave up. Which rung a page needs is found by writing it.
 */

/** Every file has fewer bytes. */
export const LIMIT = 40_000;

export interface Savings {
  /** How hard streams are deflated. */
  readonly level: number;
  /** The metadata deflated too, at the cost of programs that look for it without knowing PDF. */
  readonly packMetadata: boolean;
  /** Steps to the point in which text is placed. */
  readonly steps: number;
  /** Letters kern; where not, what a word's letters have to shift is made up for at the word's end. */
  readonly kerning: boolean;
  /** A word that a line's end divides says what it is. */
  readonly wholeWords: boolean;
}

const NOTHING: Savings = { level: 5, packMetadata: false, steps: 100, kerning: true, wholeWords: true };
const PACKED: Savings = { ...NOTHING, level: 9, packMetadata: true };
const COARSE: Savings = { ...PACKED, steps: 10, kerning: false };

export const LADDER: readonly Savings[] = [NOTHING, PACKED, COARSE];
