/**
 * What the parts of a card are set with: one rung's types, and words that never take more lines than they may. In: a
 * template, a rung and the texts of the card. Out: boxes, and how much of the words had no room.
 */
import type { Answer, Run } from "../../model/briefing.ts";
import type { CardRung, CardTemplate } from "../../model/card.ts";
import type { Mark } from "../../model/library.ts";
import type { StyleName } from "../../model/template.ts";
import type { Box } from "../boxes/box.ts";
import { openSetContext, type SetContext } from "../boxes/set-context.ts";
import { answerIndent, markIndent, setHeading, setParagraph } from "../boxes/set-part.ts";
import { setRuns, widthOf } from "../boxes/set-runs.ts";
import { jointsIn } from "../text/cast.ts";
import type { TextCache } from "../text/text-cache.ts";
import { shorten } from "./shorten.ts";

export class CardSetter {
  readonly rung: CardRung;
  readonly context: SetContext;
  /** Characters for which there was no room, and words that had to be cut. */
  lost = 0;

  constructor(template: CardTemplate, rung: CardRung, texts: TextCache) {
    this.rung = rung;
    this.context = openSetContext(template, rung, texts);
  }

  above(style: StyleName): number {
    return this.context.type(style).above;
  }

  /** From the top of a line to its baseline. */
  drop(style: StyleName): number {
    return this.context.type(style).drop;
  }

  width(runs: readonly Run[], style: StyleName): number {
    return widthOf(this.context, runs, this.context.type(style));
  }

  words(runs: readonly Run[], style: StyleName, measure: number, most: number): Box {
    const type = this.context.type(style);
    return setRuns(this.context, this.#within(runs, style, measure, most), null, type, measure);
  }

  /** A name, beside its mark where it has one. */
  named(runs: readonly Run[], mark: Mark | null, style: `heading-${1 | 2}`, measure: number, most: number): Box {
    const level = style === "heading-1" ? 1 : 2;
    if (mark === null)
      return setHeading(
        this.context,
        { kind: "heading", level, runs: this.#within(runs, style, measure, most) },
        measure,
      );
    const some = this.#within(runs, style, measure - markIndent(this.context.type(style)), most);
    return setHeading(this.context, { kind: "heading", level, runs: some, mark }, measure);
  }

  /** An answer's word beside its disc. */
  answered(answer: Answer, runs: readonly Run[], measure: number, most: number): Box {
    const some = this.#within(runs, "answer", measure - answerIndent(this.context.type("answer")), most);
    return setParagraph(this.context, { kind: "paragraph", style: "answer", runs: some, answer }, measure);
  }

  #within(runs: readonly Run[], style: StyleName, measure: number, most: number): readonly Run[] {
    const type = this.context.type(style);
    const some = shorten(this.context, runs, type, measure, most);
    // A word that no place divides is cut where the line ends, which is no better than a character lost.
    const room = (measure / type.size) * 1000;
    const whole = this.context.texts.copy(some, type);
    this.lost += whole.filter(
      (word) => word.right - word.left > room && jointsIn(word.cast, word.voiced).length === 0,
    ).length;
    if (some !== runs) this.lost += 1 + lengthOf(runs) - lengthOf(some);
    return some;
  }
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
