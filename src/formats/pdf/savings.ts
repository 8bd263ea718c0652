/**
 * What a large file saves, at no reader's cost. In: nothing. Out: the mark above which a file is written again, and how
 * each of the two is written. It takes nothing off the page: what is larger than the mark even so is written all the
 * same (docs/decisions/file-size.md).
 */

/** Bytes that a page of living text does not reach. */
export const MARK = 48_000;

export interface Savings {
  /** How hard streams are deflated, and those hardest to make smaller. */
  readonly level: number;
  readonly quick: number;
  /** The metadata deflated too, at the cost of programs that look for it without knowing PDF. */
  readonly packMetadata: boolean;
}

export const USUAL: Savings = { level: 3, quick: 2, packMetadata: false };
export const PACKED: Savings = { level: 9, quick: 9, packMetadata: true };
