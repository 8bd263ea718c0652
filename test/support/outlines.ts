/**
 * The outlines of a face: which parts of an em a glyph covers, and how much of it. In: a face and a glyph. Out: its parts
 * (ü has two: u and the dots), each with area and box in font units. It reads glyf anew (OpenType, glyf) and shares no
 * code with the writer of subsets, so that a subset which lost an outline cannot lose it here too.
 */
import type { Face } from "../../src/typeset/text/face.ts";
import type { Box } from "./geometry.ts";

export interface OutlinePart {
  /** Square font units inside the contours; counters run the other way round and take away. */
  readonly area: number;
  /** The axis points up here: `top` is the larger. */
  readonly box: Box;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

const ARGS_ARE_WORDS = 0x0001;
const SCALED = 0x00c8;
const MORE_COMPONENTS = 0x0020;

const known = new Map<Face, Map<number, readonly OutlinePart[]>>();

/** Nothing for a space. */
export function outlineOf(face: Face, glyph: number): readonly OutlinePart[] {
  const glyphs = known.get(face) ?? new Map<number, readonly OutlinePart[]>();
  known.set(face, glyphs);
  const parts = glyphs.get(glyph) ?? readOutline(face, glyph);
  glyphs.set(glyph, parts);
  return parts;
}

function readOutline(face: Face, glyph: number): readonly OutlinePart[] {
  const { glyf, loca } = face.tables;
  const [start = 0, end = 0] = [loca[glyph], loca[glyph + 1]].map((half) => 2 * (half ?? 0));
  if (end <= start) return [];
  const view = new DataView(glyf.buffer, glyf.byteOffset + start, end - start);
  const contours = view.getInt16(0);
  if (contours < 0) return componentsOf(face, view);
  const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => view.getInt16(at)) as [number, number, number, number];
  return [{ area: simpleArea(view, contours), box: { left, top, right, bottom } }];
}

/** In our faces components are moved but stay at their own size. */
function componentsOf(face: Face, view: DataView): readonly OutlinePart[] {
  const parts: OutlinePart[] = [];
  for (let at = 10, more = true; more; ) {
    const flags = view.getUint16(at);
    if ((flags & SCALED) !== 0) throw new TypeError("a component is scaled; count that in");
    const words = (flags & ARGS_ARE_WORDS) !== 0;
    const dx = words ? view.getInt16(at + 4) : view.getInt8(at + 4);
    const dy = words ? view.getInt16(at + 6) : view.getInt8(at + 5);
    for (const { area, box } of outlineOf(face, view.getUint16(at + 2))) {
      const { left, top, right, bottom } = box;
      parts.push({ area, box: { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy } });
    }
    at += words ? 8 : 6;
    more = (flags & MORE_COMPONENTS) !== 0;
  }
  return parts.reduce(apart, []);
}

/** Parts whose boxes overlap, as the rings and the stroke of %, are one: no ink in a box is told from the other's. */
function apart(parts: readonly OutlinePart[], part: OutlinePart): readonly OutlinePart[] {
  const { left, top, right, bottom } = part.box;
  const beside = parts.filter(
    ({ box }) => box.left >= right || box.right <= left || box.bottom >= top || box.top <= bottom,
  );
  const whole = parts
    .filter((each) => !beside.includes(each))
    .reduce(
      ({ area, box }, other): OutlinePart => ({
        area: area + other.area,
        box: {
          left: Math.min(box.left, other.box.left),
          top: Math.max(box.top, other.box.top),
          right: Math.max(box.right, other.box.right),
          bottom: Math.min(box.bottom, other.box.bottom),
        },
      }),
      part,
    );
  return [...beside, whole];
}

function simpleArea(view: DataView, contours: number): number {
  const ends = Array.from({ length: contours }, (_, i) => view.getUint16(10 + 2 * i));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * contours;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = view.getUint8(at++);
    const repeats = (flag & 8) !== 0 ? view.getUint8(at++) : 0;
    for (let i = 0; i <= repeats; i++) flags.push(flag);
  }
  const coordinates = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) !== 0 ? view.getUint8(at++) : -view.getUint8(at++);
      else if ((flag & same) === 0) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  const points = flags.map((flag, i): Point => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & 1) !== 0 }));
  return Math.abs(ends.reduce((sum, end, i) => sum + contourArea(points.slice((ends[i - 1] ?? -1) + 1, end + 1)), 0));
}

/** Green's theorem over lines and quadratic curves; between two points off the curve lies one on it. */
function contourArea(points: readonly Point[]): number {
  const full = points.flatMap((point, i) => {
    const next = points[(i + 1) % points.length] as Point;
    return point.on || next.on ? [point] : [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, on: true }];
  });
  const first = full.findIndex(({ on }) => on);
  const at = (i: number): Point => full[(first + i) % full.length] as Point;
  let area = 0;
  for (let i = 0; i < full.length; ) {
    const [from, next] = [at(i), at(i + 1)];
    if (next.on) {
      area += cross(from, next) / 2;
      i += 1;
    } else {
      const to = at(i + 2);
      area += (cross(from, next) + cross(next, to)) / 3 + cross(from, to) / 6;
      i += 2;
    }
  }
  return area;
}

function cross(a: Point, b: Point): number {
  return a.x * b.y - a.y * b.x;
}
