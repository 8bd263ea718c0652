/**
 * Boxes in columns. In: boxes in reading order and how many columns there are. Out: one box. Columns of groups stand
 * side by side; balanced columns take the boxes in order, are as short as that order allows, and may divide a box
 * between two of its lines.
 */
import type { Placed } from "../../model/page.ts";
import { type Box, stack } from "./box.ts";

export interface Unit {
  readonly box: Box;
  /** In points, like all heights; on a grid, a whole number of lines. */
  readonly above: number;
  /** What stands above the unit when a column begins with it: the heading of a group that goes on. */
  readonly again?: Box;
  /** How many lines must stay together at either end when a column ends within the unit; absent where none may. */
  readonly keep?: number;
}

/** Width of one of `columns` columns in points. */
export function columnWidth(measure: number, columns: number, gutter: number): number {
  return (measure - gutter * (columns - 1)) / columns;
}

/** One column a box, in rows of `columns`; every row is as tall as its tallest box. */
export function sideBySide(boxes: readonly Box[], width: number, columns: number, gutter: number, rowGap: number): Box {
  const rows: Box[] = [];
  for (let i = 0; i < boxes.length; i += columns) {
    const row = boxes.slice(i, i + columns);
    rows.push({
      height: Math.max(...row.map(({ height }) => height)),
      place: (x, y, placed) => placeSideBySide(row, x, y, width + gutter, placed),
    });
  }
  return stack(rows.map((box) => ({ box, above: rowGap })));
}

function placeSideBySide(boxes: readonly Box[], x: number, y: number, step: number, placed: Placed[]): void {
  boxes.forEach((box, column) => {
    box.place(x + column * step, y, placed);
  });
}

/** The units in order, in columns of the fewest lines that hold them all; every line is `grid` points high. */
export function balance(units: readonly Unit[], width: number, columns: number, gutter: number, grid: number): Box {
  const full = units.filter(({ box }) => box.height > 0);
  const least = Math.max(0, ...full.map(({ box, keep }) => (keep === undefined ? box.height : 0)));
  let limit = Math.max(least, Math.floor(stack(full).height / grid / columns) * grid);
  let stacks = splitWithin(full, limit, grid, columns);
  while (stacks === null) {
    limit += grid;
    stacks = splitWithin(full, limit, grid, columns);
  }
  const boxes = stacks.map(stack);
  return {
    height: Math.max(0, ...boxes.map((box) => box.height)),
    place: (x, y, placed) => placeSideBySide(boxes, x, y, width + gutter, placed),
  };
}

/** What sums of floating-point numbers stray, in points. */
const HAIR = 0.01;

/** The units in columns no taller than `limit`, or null; a box is divided only where that saves a line. */
function splitWithin(units: readonly Unit[], limit: number, grid: number, columns: number): Columns | null {
  const tallest = Math.max(0, ...units.map(({ box }) => box.height));
  const whole = tallest > limit + HAIR ? null : splitAt(units, limit, grid, false);
  if (whole !== null && whole.length <= columns) return whole;
  const divided = splitAt(units, limit, grid, true);
  return divided.length <= columns ? divided : null;
}

type Columns = readonly (readonly Unit[])[];

/** Fills columns one after the other; what may not be divided and fits nowhere has a column of its own. */
function splitAt(units: readonly Unit[], limit: number, grid: number, divide: boolean): Columns {
  const columns: Unit[][] = [[]];
  let height = 0;
  /** Nothing stands in the column but a heading that stands there again. */
  let isFresh = true;
  for (const unit of units) {
    const { above, again } = unit;
    const keep = divide ? unit.keep : undefined;
    let { box } = unit;
    for (;;) {
      const column = columns.at(-1) as Unit[];
      // A heading that stands again stands close to what it heads.
      const gap = isFresh ? 0 : above;
      const top = height + gap;
      const first = box.height <= limit - top + HAIR ? 0 : linesThatFit(box, limit - top, keep, grid);
      if (first === 0 && (isFresh || top + box.height <= limit + HAIR)) {
        column.push({ ...unit, box, above: gap });
        height = top + box.height;
        isFresh = false;
        break;
      }
      if (first > 0) {
        column.push({ ...unit, box: linesOf(box, 0, first, grid), above: gap });
        box = linesOf(box, first, Math.round(box.height / grid), grid);
      }
      columns.push(again === undefined ? [] : [{ box: again, above: 0 }]);
      height = again?.height ?? 0;
      isFresh = true;
    }
  }
  return columns;
}

/** How many lines of a box that is too tall may stay, so that neither part is a stray line; 0 for none. */
function linesThatFit(box: Box, room: number, keep: number | undefined, grid: number): number {
  if (keep === undefined) return 0;
  const lines = Math.min(Math.floor(room / grid + HAIR), Math.round(box.height / grid) - keep);
  return lines >= keep ? lines : 0;
}

/** The lines from one up to, but not with, another, as a box of their own. */
function linesOf(box: Box, from: number, to: number, grid: number): Box {
  return {
    height: (to - from) * grid,
    place: (x, y, placed) => {
      const top = y - from * grid;
      const whole: Placed[] = [];
      box.place(x, top, whole);
      for (const item of whole) {
        const line = Math.floor((heightOf(item) - top) / grid);
        if (line >= from && line < to) placed.push(item);
      }
    },
  };
}

/** A height on the page by which an item belongs to a line: the baseline of text, where a path begins. */
function heightOf(item: Placed): number {
  if (item.kind === "text") return item.y;
  const [step] = item.path;
  return step === undefined || step[0] === "close" ? 0 : step[2];
}
