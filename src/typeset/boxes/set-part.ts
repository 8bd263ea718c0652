/**
 * Headings, paragraphs and list items as boxes. In: a part of the briefing and a measure. Out: a box. What stands in
 * columns or needs a drawing is set elsewhere; this knows only how words hang below a mark, a label or nothing.
 */
import type { Answer, Heading, ListItem, Paragraph } from "../../model/briefing.ts";
import type { StyleName } from "../../model/template.ts";
import { type Box, stack, type Type } from "./box.ts";
import { answerShapes, markShape } from "./marks.ts";
import type { SetContext } from "./set-context.ts";
import { setRuns, widthOf } from "./set-runs.ts";

/** The style of an item's words by the list it stands in. */
export type ItemStyles = Readonly<Partial<Record<Paragraph["style"], StyleName>>>;

/** The side of a heading's mark in em of its words. */
const MARK = 0.62;

export function setHeading(context: SetContext, heading: Heading, measure: number): Box {
  const type = context.type(`heading-${heading.level}`);
  const { mark } = heading;
  if (mark === undefined) return setRuns(context, heading.runs, heading, type, measure);
  const size = type.size * MARK;
  const indent = markIndent(type);
  return hang(setRuns(context, heading.runs, heading, type, measure - indent), indent, (x, y, placed) => {
    placed.push(markShape(mark, x, capTop(type, y, size), size, context.template.colours.accent));
  });
}

/** How far words stand in from a heading's mark, in points. */
export function markIndent(type: Type): number {
  return type.size * MARK * 1.45;
}

export function setParagraph(context: SetContext, paragraph: Paragraph, measure: number, style?: StyleName): Box {
  const type = context.type(style ?? paragraph.style);
  const { answer } = paragraph;
  if (answer === undefined) return setRuns(context, paragraph.runs, paragraph, type, measure);
  const indent = answerIndent(type);
  const box = setRuns(context, paragraph.runs, paragraph, type, measure - indent);
  return hang(box, indent, answerMark(context, answer, type));
}

/** How far words stand in from an answer's shape, in points. */
export function answerIndent(type: Type): number {
  return type.size * 1.15;
}

export function answerMark(context: SetContext, answer: Answer, type: Type): Box["place"] {
  const size = type.size * 0.8;
  return (x, y, placed) => {
    placed.push(...answerShapes(answer, x, capTop(type, y, size), size, context.template.colours.accent));
  };
}

/** An item: its parts one below the other, hanging from its label where it has one. */
export function setItem(context: SetContext, item: ListItem, measure: number, styles: ItemStyles): Box {
  const label = item.label;
  const type = context.type("item-label");
  const runs = [{ text: label ?? "", voice: "strong" }] as const;
  const indent = label === undefined ? 0 : Math.max(type.size * 1.35, widthOf(context, runs, type) + type.size * 0.5);
  const words = stack(
    item.parts.map((part) => {
      const style = styles[part.style] ?? part.style;
      return { box: setParagraph(context, part, measure - indent, style), above: context.type(style).above };
    }),
  );
  if (label === undefined) return words;
  const first = item.parts[0];
  const { leading, drop } = context.type(first === undefined ? "body" : (styles[first.style] ?? first.style));
  // The label shares the first baseline, whatever the leading of the words beside it.
  const number = setRuns(context, runs, item, { ...type, leading, drop }, indent);
  return hang(words, indent, number.place);
}

/** The top of a square of `size` whose middle is the middle of the capitals on the first line. */
function capTop(type: Type, y: number, size: number): number {
  return y + type.leading / 2 - size / 2;
}

function hang(box: Box, indent: number, first: Box["place"]): Box {
  return {
    height: box.height,
    place(x, y, placed) {
      first(x, y, placed);
      box.place(x + indent, y, placed);
    },
  };
}
