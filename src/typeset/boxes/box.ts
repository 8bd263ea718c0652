/**
 * What everything set becomes: a box with a height that can be placed anywhere. In: boxes. Out: boxes. It knows neither
 * words nor templates; a type is the look of a style at one rung, resolved to points by the context.
 */
import type { Placed } from "../../model/page.ts";
import type { Colour, FaceId, StyleName } from "../../model/template.ts";

/** Something set: its height in points, and how to put it with its top left corner at a place. */
export interface Box {
  readonly height: number;
  /** Adds what stands in it to the page, in reading order. */
  place(x: number, y: number, placed: Placed[]): void;
}

/** One style at one rung, all in points. */
export interface Type {
  readonly style: StyleName;
  readonly face: FaceId;
  readonly strong: FaceId;
  readonly size: number;
  readonly leading: number;
  /** From the top of a line to its baseline. */
  readonly drop: number;
  readonly colour: Colour;
  readonly above: number;
}

export const EMPTY: Box = { height: 0, place: () => {} };

/** Boxes one below the other, each with its space above; the first one's is dropped. */
export function stack(boxes: readonly { readonly box: Box; readonly above: number }[]): Box {
  const full = boxes.filter(({ box }) => box.height > 0);
  let height = 0;
  const places = full.map(({ box, above }, i) => {
    const top = height + (i === 0 ? 0 : above);
    height = top + box.height;
    return top;
  });
  return {
    height,
    place(x, y, placed) {
      full.forEach(({ box }, i) => {
        box.place(x, y + (places[i] ?? 0), placed);
      });
    },
  };
}

/** Where a baseline stands in its line: the middle of the line is the middle of a capital letter. */
const CAPITAL_MIDDLE = 0.33;

export function dropOf(leading: number, size: number): number {
  return leading / 2 + CAPITAL_MIDDLE * size;
}

/** The type with lines of another height. */
export function withLeading(type: Type, leading: number): Type {
  return { ...type, leading, drop: dropOf(leading, type.size) };
}
