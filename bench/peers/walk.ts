/**
 * The way over a page for libraries that draw and do not lay out: strips from top to bottom, columns side by side. In:
 * content and a canvas. Out: calls of the canvas with places in points from the top left. It breaks no lines.
 */
import { type Block, CODE, type Column, type Content } from "../content.ts";
import { answerShapes, markShapes, type Shape } from "./shapes.ts";

export interface Canvas {
  /** Sets a block's words below y and says how high they are. */
  block(block: Block, x: number, y: number, width: number): number;
  /** The width of a block's words on one line. */
  width(block: Block): number;
  rectangle(x: number, y: number, width: number, height: number, colour: string): void;
  shape(shape: Shape, x: number, y: number, size: number, colour: string): void;
  /** Path data in units of `scale` points. */
  code(path: string, x: number, y: number, scale: number, colour: string): void;
}

/** How far the words stand in from a mark, in its size. */
const MARK = { size: 0.62, indent: 0.9 } as const;
const ANSWER = { size: 0.8, indent: 1.15 } as const;

export function walk(content: Content, canvas: Canvas): void {
  const { margins, accent } = content;
  const measure = content.width - margins.left - margins.right;

  const block = (each: Block, x: number, y: number, width: number): number => {
    const shapes = each.mark ? markShapes(each.mark) : each.answer ? answerShapes(each.answer) : [];
    if (shapes.length === 0) return canvas.block(each, x, y, width);
    const { size, indent } = each.mark ? MARK : ANSWER;
    const side = each.size * size;
    for (const shape of shapes) canvas.shape(shape, x, y + (each.leading - side) / 2, side, accent);
    return canvas.block(each, x + each.size * indent, y, width - each.size * indent);
  };
  const blocks = (list: readonly Block[], x: number, top: number, width: number): number =>
    list.reduce(
      (y, each, i) => y + (i === 0 ? 0 : each.above) + block(each, x, y + (i === 0 ? 0 : each.above), width),
      top,
    );
  const column = (pieces: Column, x: number, top: number, width: number): number => {
    let y = top;
    pieces.forEach((piece, i) => {
      if (i > 0) y += piece.above;
      if (piece.kind === "block") {
        y += block(piece, x, y, width);
        return;
      }
      const { label, indent, blocks: inside } = piece;
      const [first] = inside;
      if (label !== null && first !== undefined) canvas.block({ ...first, words: [label] }, x, y, indent);
      y = blocks(inside, x + indent, y, width - indent);
    });
    return y;
  };

  let y = margins.top;
  for (const strip of content.strips) {
    y += strip.above;
    if (strip.rule !== null) {
      canvas.rectangle(margins.left, y, measure, strip.rule.width, strip.rule.colour);
      y += strip.rule.width + strip.ruleGap;
    }
    const top = y;
    const width = strip.code === null ? measure : measure - CODE.side - CODE.gap;
    if (strip.legend !== null) {
      const wide = canvas.width(strip.legend);
      canvas.block(strip.legend, margins.left + measure - wide, y, wide + 1);
    }
    y = blocks(strip.across, margins.left, y, width);
    if (strip.code !== null) {
      const { path, modules } = strip.code;
      canvas.code(path, margins.left + measure - CODE.side, top + 6, CODE.side / modules, content.ink);
      y = Math.max(y, top + CODE.side + 12);
    }
    if (strip.columns.length === 0) continue;
    if (strip.across.length > 0) y += strip.columnsAbove;
    const each = (measure - strip.gutter * (strip.columns.length - 1)) / strip.columns.length;
    y = Math.max(
      ...strip.columns.map((pieces, i) => column(pieces, margins.left + i * (each + strip.gutter), y, each)),
    );
  }
  const over = y - (content.height - margins.bottom);
  if (over > 0) throw new RangeError(`the words are ${over.toFixed(1)} points too tall for the page`);
}

/** Where the first baseline of a block stands below its top. */
export function baselineOf({ leading, size }: Block): number {
  return leading / 2 + size * 0.33;
}
