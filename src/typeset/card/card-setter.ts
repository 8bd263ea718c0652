/**
 * What the parts of a card are set with: one rung's types, and words that never take more lines than they may. In: a
 * template, a rung and the typecase of the card. Out: boxes, and how much of the words had no room.
 */
import type { Answer, Run } from "../../model/briefing.ts";
import type { CardRung, CardTemplate } from "../../model/card.ts";
import type { Mark } from "../../model/library.ts";
import type { StyleName } from "../../model/template.ts";
import type { Box } from "../boxes/box.ts";
import { type Galley, openGalley } from "../boxes/set-context.ts";
import { answerIndent, markIndent, setHeading, setParagraph } from "../boxes/set-part.ts";
import { setRuns, widthOf } from "../boxes/set-runs.ts";
import { jointsIn } from "../text/cast.ts";
import type { Typecase } from "../text/text-cache.ts";
import { shorten } from "./shorten.ts";

export class CardForme {
  readonly rung: CardRung;
  readonly galley: Galley;
  /** Characters for which there was no room, and words that had to be cut. */
  lost = 0;

  constructor(template: CardTemplate, rung: CardRung, typecase: Typecase) {
    this.rung = rung;
    this.galley = openGalley(template, rung, typecase);
  }

  above(style: StyleName): number {
    return this.galley.type(style).above;
  }

  /** From the top of a line to its baseline. */
  drop(style: StyleName): number {
    return this.galley.type(style).drop;
  }

  width(runs: readonly Run[], style: StyleName): number {
    return widthOf(this.galley, runs, this.galley.type(style));
  }

  words(runs: readonly Run[], style: StyleName, measure: number, most: number): Box {
    const type = this.galley.type(style);
    return setRuns(this.galley, this.#within(runs, style, measure, most), null, type, measure);
  }

  /** A name, beside its mark where it has one. */
  named(runs: readonly Run[], mark: Mark | null, style: `heading-${1 | 2}`, measure: number, most: number): Box {
    const level = style === "heading-1" ? 1 : 2;
    if (mark === null)
      return setHeading(
        this.galley,
        { kind: "heading", level, runs: this.#within(runs, style, measure, most) },
        measure,
      );
    const some = this.#within(runs, style, measure - markIndent(this.galley.type(style)), most);
    return setHeading(this.galley, { kind: "heading", level, runs: some, mark }, measure);
  }

  /** An answer's word beside its disc. */
  answered(answer: Answer, runs: readonly Run[], measure: number, most: number): Box {
    const some = this.#within(runs, "answer", measure - answerIndent(this.galley.type("answer")), most);
    return setParagraph(this.galley, { kind: "paragraph", style: "answer", runs: some, answer }, measure);
  }

  #within(runs: readonly Run[], style: StyleName, measure: number, most: number): readonly Run[] {
    const type = this.galley.type(style);
    const some = shorten(this.galley, runs, type, measure, most);
    // A word that no place divides is cut where the line ends, which is no better than a character lost.
    const room = (measure / type.size) * 1000;
    const whole = this.galley.typecase.copy(some, type);
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
