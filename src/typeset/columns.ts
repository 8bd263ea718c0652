/**
 * Boxes in columns. In: boxes in reading order and how many columns there are. Out: one box. Columns of groups stand
 * side by side; balanced columns take the boxes in order and are as short as that order allows.
 */
import { type Box, stack } from "./box.ts";

export interface Unit {
  readonly box: Box;
  readonly above: number;
  /** What stands above the unit when a column begins with it: the heading of a group that goes on. */
  readonly again?: Box;
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
      place: (x, y) => row.flatMap((box, c) => box.place(x + c * (width + gutter), y)),
    });
  }
  return stack(rows.map((box) => ({ box, above: rowGap })));
}

/** The units in order, in columns of the least height that holds them all. */
export function balance(units: readonly Unit[], width: number, columns: number, gutter: number): Box {
  const full = units.filter(({ box }) => box.height > 0);
  if (columns === 1) return stack(full);
  let low = Math.max(
    0,
    ...full.map(({ box, above, again }) => box.height + (again === undefined ? 0 : again.height + above)),
  );
  let high = stack(full).height;
  // Half a point is less than an eye sees at the foot of a column.
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (columnsWithin(full, middle) <= columns) high = middle;
    else low = middle;
  }
  const stacks = splitAt(full, columnsWithin(full, low) <= columns ? low : high).map(stack);
  return {
    height: Math.max(0, ...stacks.map((box) => box.height)),
    place: (x, y) => stacks.flatMap((box, c) => box.place(x + c * (width + gutter), y)),
  };
}

function columnsWithin(units: readonly Unit[], limit: number): number {
  return splitAt(units, limit).length;
}

/** Fills columns one after the other; no unit is taller than `limit`. */
function splitAt(units: readonly Unit[], limit: number): readonly (readonly Unit[])[] {
  const columns: Unit[][] = [];
  let height = Number.POSITIVE_INFINITY;
  for (const unit of units) {
    const next = height + unit.above + unit.box.height;
    if (next > limit) {
      const { again } = unit;
      const top = again === undefined || columns.length === 0 ? [] : [{ box: again, above: 0 }];
      columns.push([...top, unit]);
      height = unit.box.height + top.reduce((sum, { box }) => sum + box.height + unit.above, 0);
    } else {
      columns.at(-1)?.push(unit);
      height = next;
    }
  }
  return columns;
}
