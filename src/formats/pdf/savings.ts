/**
 * What a file gives up where it would otherwise grow beyond its limit, the cheapest first. In: nothing. Out: the limit
 * and the ladder, each rung with all that those above it gave up. Which rung a page needs is found by writing it.
 */
import type { FaceId } from "../../model/template.ts";

/** Every file has fewer bytes. */
export const LIMIT = 40_000;

export interface Savings {
  /** How hard streams are deflated, and those hardest to make smaller. */
  readonly level: number;
  readonly quick: number;
  /** The metadata deflated too, at the cost of programs that look for it without knowing PDF. */
  readonly packMetadata: boolean;
  /** Thousandths of an em below which a shift is carried on to the next glyph. */
  readonly finest: number;
  /** A word that a line's end divides says what it is. */
  readonly wholeWords: boolean;
  /** Thousandths of an em that outlines are rounded to. */
  readonly step: number;
  /** Characters that no face has say what they are as ActualText, and not by a code of their own. */
  readonly boxes: boolean;
  /** The face that stands in for another. */
  readonly standIns: Readonly<Partial<Record<FaceId, FaceId>>>;
}

const NOTHING: Savings = {
  level: 3,
  quick: 2,
  packMetadata: false,
  finest: 0.1,
  wholeWords: true,
  step: 1,
  boxes: false,
  standIns: {},
};
const PACKED: Savings = { ...NOTHING, level: 9, quick: 9, packMetadata: true };
const COARSE: Savings = { ...PACKED, finest: 40, wholeWords: false };
const ROUNDED: Savings = { ...COARSE, step: 4 };
const BOXED: Savings = { ...ROUNDED, boxes: true };
const REGULAR: Savings = { ...BOXED, standIns: { "text-bold": "text", display: "text", "label-bold": "label" } };
const ONE_FACE: Savings = {
  ...BOXED,
  finest: 200,
  step: 24,
  standIns: { text: "label", "text-bold": "label", display: "label", "label-bold": "label" },
};

export const LADDER: readonly Savings[] = [NOTHING, PACKED, COARSE, ROUNDED, BOXED, REGULAR, ONE_FACE];
