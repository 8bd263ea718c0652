/**
 * The outline of a glyph as contours of points. In: a face's tables and a glyph. Out: points in thousandths of an em,
 * the axis up, composites put together. It knows no size and no place on a card.
 */
import type { FaceTables } from "../../typeset/text/face.ts";
import {
  ARGS_ARE_WORDS,
  ARGS_ARE_XY,
  flagsOf,
  HAS_SCALE,
  HAS_TWO_BY_TWO,
  HAS_XY_SCALE,
  HEAD,
  nextComponent,
  ON_CURVE,
  X_SAME_OR_POSITIVE,
  X_SHORT,
  Y_SAME_OR_POSITIVE,
  Y_SHORT,
} from "../glyf.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
  /** Off the curve, it is the control point of a quadratic Bézier. */
  readonly on: boolean;
}

export type Contour = readonly Point[];

const NO_OUTLINE: readonly Contour[] = [];

export function outlineOf(tables: FaceTables, glyph: number): readonly Contour[] {
  const { glyf, loca } = tables;
  const start = 2 * (loca[glyph] as number);
  if (start === 2 * (loca[glyph + 1] as number)) return NO_OUTLINE;
  const view = new DataView(glyf.buffer, glyf.byteOffset, glyf.byteLength);
  return view.getInt16(start) < 0 ? composite(tables, view, start) : simple(view, start);
}

function simple(view: DataView, start: number): readonly Contour[] {
  const { flags, end } = flagsOf(view, start);
  const xs = axis(view, end, flags, X_SHORT, X_SAME_OR_POSITIVE);
  const ys = axis(view, xs.end, flags, Y_SHORT, Y_SAME_OR_POSITIVE);
  const points = flags.map(
    (flag, i): Point => ({ x: xs.places[i] as number, y: ys.places[i] as number, on: (flag & ON_CURVE) !== 0 }),
  );
  let first = 0;
  return Array.from({ length: view.getInt16(start) }, (_, contour) => {
    const last = view.getUint16(start + HEAD + 2 * contour) + 1;
    const own = points.slice(first, last);
    first = last;
    return own;
  });
}

/** Coordinates are told as distances from the point before. */
function axis(view: DataView, start: number, flags: readonly number[], short: number, sameOrPositive: number) {
  let end = start;
  let at = 0;
  const places = flags.map((flag) => {
    if (flag & short) at += view.getUint8(end++) * (flag & sameOrPositive ? 1 : -1);
    else if (!(flag & sameOrPositive)) {
      at += view.getInt16(end);
      end += 2;
    }
    return at;
  });
  return { places, end };
}

function composite(tables: FaceTables, view: DataView, start: number): readonly Contour[] {
  const contours: Contour[] = [];
  for (let at = start + HEAD; at > 0; at = nextComponent(view, at)) {
    const { a, b, c, d, dx, dy } = placeOf(view, at);
    for (const contour of outlineOf(tables, view.getUint16(at + 2))) {
      contours.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })));
    }
  }
  return contours;
}

/** How a component is scaled and moved; numbers of two bytes have fourteen bits behind the point. */
function placeOf(view: DataView, at: number) {
  const flags = view.getUint16(at);
  if (!(flags & ARGS_ARE_XY))
    throw new TypeError("A component that hangs on points is not among those our faces have.");
  const wide = (flags & ARGS_ARE_WORDS) !== 0;
  const [dx, dy] = wide ? [view.getInt16(at + 4), view.getInt16(at + 6)] : [view.getInt8(at + 4), view.getInt8(at + 5)];
  const scale = (n: number): number => view.getInt16(at + (wide ? 8 : 6) + 2 * n) / 0x4000;
  if (flags & HAS_SCALE) return { a: scale(0), b: 0, c: 0, d: scale(0), dx, dy };
  if (flags & HAS_XY_SCALE) return { a: scale(0), b: 0, c: 0, d: scale(1), dx, dy };
  if (flags & HAS_TWO_BY_TWO) return { a: scale(0), b: scale(1), c: scale(2), d: scale(3), dx, dy };
  return { a: 1, b: 0, c: 0, d: 1, dx, dy };
}
