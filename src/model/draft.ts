/**
 * A briefing before it is known how much of it fits: composed within any limits, as often as asked. In: nothing. Out: the
 * type that `compose/` gives and `typeset/` takes, so that neither needs to know the other.
 */
import type { Briefing, Limits } from "./briefing.ts";
import type { Language } from "./localized.ts";

export interface Draft {
  readonly topic: string;
  readonly language: Language;
  /** Words that are never divided at a line's end. */
  readonly names: readonly string[];
  /** How much of each kind there is, and no more than the template allows. */
  readonly most: Limits;
  /** About how many characters it has within limits; a guess that costs nothing, to begin the fit near its end. */
  copyLength(limits: Limits): number;
  /** The briefing itself. What is the same within two limits is the same object, so that it is set once. */
  within(limits: Limits): Briefing;
}
