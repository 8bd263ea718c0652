/**
 * Where two pictures differ, for eyes that are told where to look. In: pictures, the side of the squares whose means are
 * compared, and how far they may be apart. Out: in one sentence each, the squares that differ, and how much all do. Edges
 * that are smoothed in other ways are no difference.
 */
import type { Picture } from "./picture.ts";

export interface Comparison {
  /** Pixels on a side of a square. */
  readonly side: number;
  /** In what places are told: this many for a pixel. */
  readonly unit: number;
  /** Shades of 255, in one square and in the mean of all. */
  readonly tolerance: { readonly square: number; readonly mean: number };
}

export function differencesBetween(
  found: Picture,
  expected: Picture,
  { side, unit, tolerance }: Comparison,
): readonly string[] {
  if (found.width !== expected.width || found.height !== expected.height) return ["it is of another size"];
  const across = Math.floor(found.width / side);
  const due = means(expected, side);
  const shades = means(found, side).map((shade, i) => shade - (due[i] ?? 0));
  const mean = shades.reduce((sum, shade) => sum + Math.abs(shade), 0) / shades.length;
  const point = (square: number): number => Math.round(square * side * unit);
  return [
    ...shades.flatMap((shade, i) =>
      Math.abs(shade) <= tolerance.square
        ? []
        : [`at ${point(i % across)}, ${point(Math.floor(i / across))} it is ${Math.round(-shade)} darker`],
    ),
    ...(mean <= tolerance.mean ? [] : [`in the mean it is ${mean.toFixed(2)} off`]),
  ];
}

function means({ width, height, pixels }: Picture, side: number): readonly number[] {
  const [across, down] = [Math.floor(width / side), Math.floor(height / side)];
  return Array.from({ length: across * down }, (_, i) => {
    const [left, top] = [(i % across) * side, Math.floor(i / across) * side];
    let sum = 0;
    for (let y = top; y < top + side; y++) {
      for (let x = left; x < left + side; x++) sum += pixels[y * width + x] ?? 0;
    }
    return sum / side ** 2;
  });
}
