/**
 * How TrueType keeps outlines (OpenType spec, glyf), as far as more than one format reads them. In: a view of outlines
 * and the place of a glyph. Out: flags and offsets. It changes nothing and draws nothing.
 */

/** Point flags. */
export const ON_CURVE = 0x01;
export const X_SHORT = 0x02;
export const Y_SHORT = 0x04;
const REPEAT = 0x08;
export const X_SAME_OR_POSITIVE = 0x10;
export const Y_SAME_OR_POSITIVE = 0x20;

/** Composite glyph flags. */
export const ARGS_ARE_WORDS = 0x0001;
export const ARGS_ARE_XY = 0x0002;
export const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
export const HAS_XY_SCALE = 0x0040;
export const HAS_TWO_BY_TWO = 0x0080;

/** Where the head of a glyph ends: contours and the box around them. */
export const HEAD = 10;

/** The flag of every point of a simple glyph that has contours, and where they end and the coordinates begin. */
export function flagsOf(view: DataView, at: number): { readonly flags: readonly number[]; readonly end: number } {
  const contours = view.getInt16(at);
  const ends = at + HEAD;
  const points = view.getUint16(ends + 2 * (contours - 1)) + 1;
  let place = ends + 2 * contours;
  place += 2 + view.getUint16(place);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(place++);
    flags.push(flag);
    if (flag & REPEAT) {
      for (let left = view.getUint8(place++); left > 0; left--) flags.push(flag);
    }
  }
  return { flags, end: place };
}

/** Offset of the component record after the one at `at`, or 0 after the last. */
export function nextComponent(outlines: DataView, at: number): number {
  const flags = outlines.getUint16(at);
  if (!(flags & MORE_COMPONENTS)) return 0;
  const scale = flags & HAS_SCALE ? 2 : flags & HAS_XY_SCALE ? 4 : flags & HAS_TWO_BY_TWO ? 8 : 0;
  return at + 4 + (flags & ARGS_ARE_WORDS ? 4 : 2) + scale;
}
