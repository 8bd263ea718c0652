/**
 * Outlines on a coarser grid, for a file that would be too large: rounded coordinates repeat and so deflate better. In:
 * glyphs as a subset holds them, one after the other. Out: the same bytes with points moved by half a step, or a little
 * more where a distance of one byte cannot reach. No length, flag or metric changes, and points that stood level still
 * do.
 */

import { flagsOf, X_SAME_OR_POSITIVE, X_SHORT, Y_SAME_OR_POSITIVE, Y_SHORT } from "../glyf.ts";

/** Rounds the glyph that begins at `at` to multiples of `step`; a composite is left, since its parts are glyphs too. */
export function roundOutline(view: DataView, at: number, step: number): void {
  if (view.getInt16(at) <= 0) return;
  const { flags, end } = flagsOf(view, at);
  const place = roundAxis(view, end, flags, X_SHORT, X_SAME_OR_POSITIVE, step);
  roundAxis(view, place, flags, Y_SHORT, Y_SAME_OR_POSITIVE, step);
}

/** Coordinates are told as distances from the point before; what one is rounded by, the next makes up for. */
function roundAxis(
  view: DataView,
  start: number,
  flags: readonly number[],
  short: number,
  sameOrPositive: number,
  step: number,
): number {
  let place = start;
  let owed = 0;
  for (const flag of flags) {
    if (flag & short) {
      const sign = flag & sameOrPositive ? 1 : -1;
      const given = sign * view.getUint8(place) + owed;
      // A byte and the sign in its flag reach from 0 to 255.
      const size = Math.max(0, Math.min(255 - (255 % step), step * Math.round((sign * given) / step)));
      owed = given - sign * size;
      view.setUint8(place, size);
      place += 1;
    } else if (!(flag & sameOrPositive)) {
      const given = view.getInt16(place) + owed;
      const rounded = step * Math.round(given / step);
      owed = given - rounded;
      view.setInt16(place, rounded);
      place += 2;
    }
  }
  return place;
}
