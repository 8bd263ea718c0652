/**
 * The shapes that tell actors and answers apart without colour, as inline SVG. In: a mark or an answer. Out: a drawing
 * the size of a capital, hidden from readers of the text, which says the same in words. Everything is drawn in the
 * colour of the words beside it; only the sign of disagreement takes the accent.
 */
import type { Answer } from "../../model/briefing.ts";
import type { Mark } from "../../model/library.ts";
import { element, type Markup, together } from "./markup.ts";

const MARKS: Readonly<Record<Mark, Markup>> = {
  circle: element("circle", { cx: 8, cy: 8, r: 6.4 }),
  square: element("path", { d: "M2.2 2.2h11.6v11.6H2.2z" }),
  triangle: element("path", { d: "M8 1.6 15 14H1z" }),
  diamond: element("path", { d: "M8 .8 15.2 8 8 15.2.8 8z" }),
  pentagon: element("path", { d: "M8 1 15 6.1 12.3 14.3H3.7L1 6.1z" }),
  hexagon: element("path", { d: "M8 .8 14.2 4.4v7.2L8 15.2 1.8 11.6V4.4z" }),
  star: element("path", { d: "M8 .6 9.9 5.4l5.1.3-4 3.2 1.4 5L8 11.1l-4.4 2.8 1.4-5-4-3.2 5.1-.3z" }),
  cross: element("path", { d: "M5.6 1.4h4.8v4.2h4.2v4.8h-4.2v4.2H5.6v-4.2H1.4V5.6h4.2z" }),
};

/** As in print: a disc, half a disc, a crossed ring, a ring with a dot; a short dash for what nobody says. */
const ANSWERS: Readonly<Record<Answer["value"], Markup>> = {
  yes: element("circle", { cx: 8, cy: 8, r: 7 }),
  conditional: together([ring(), element("path", { d: "M8 1.8a6.2 6.2 0 0 0 0 12.4z" })]),
  no: together([ring(), element("path", { class: "line", d: "M3.7 12.3l8.6-8.6" })]),
  unclear: together([ring(), element("circle", { cx: 8, cy: 8, r: 2 })]),
  "not-stated": element("path", { d: "M2.4 7h11.2v2H2.4z" }),
};

function ring(): Markup {
  return element("circle", { class: "line", cx: 8, cy: 8, r: 6.2 });
}

export function markShape(mark: Mark): Markup {
  return shape(`mark mark-${mark}`, 16, MARKS[mark]);
}

/** A contested answer carries two arrows that point apart. */
export function answerShape({ value, contested }: Answer): Markup {
  if (!contested) return shape(`answer-shape answer-${value}`, 16, ANSWERS[value]);
  const apart = element("path", { class: "apart", d: "m18 8 3.6-3.6v2.6h4.8V4.4L30 8l-3.6 3.6V9h-4.8v2.6z" });
  return shape(`answer-shape answer-${value} contested`, 31, ANSWERS[value], apart);
}

function shape(classes: string, width: number, ...drawing: readonly Markup[]): Markup {
  return element(
    "svg",
    { class: classes, viewBox: `0 0 ${width} 16`, "aria-hidden": "true", focusable: "false" },
    ...drawing,
  );
}
