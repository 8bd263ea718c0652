/**
 * The shapes that tell actors and answers apart without colour. In: a mark or an answer, and the square it stands in.
 * Out: shapes in points. They are decoration: the words beside them say the same, so none belongs to the tagged text.
 */
import type { Answer } from "../../model/briefing.ts";
import type { Mark } from "../../model/library.ts";
import type { PathStep, PlacedShape } from "../../model/page.ts";
import type { Colour } from "../../model/template.ts";

/** How far the handles of a Bézier curve stand out to come within 0.03 % of a quarter circle. */
const KAPPA = 0.5523;

export function circlePath(cx: number, cy: number, r: number): readonly PathStep[] {
  const k = r * KAPPA;
  return [
    ["move", cx + r, cy],
    ["curve", cx + r, cy + k, cx + k, cy + r, cx, cy + r],
    ["curve", cx - k, cy + r, cx - r, cy + k, cx - r, cy],
    ["curve", cx - r, cy - k, cx - k, cy - r, cx, cy - r],
    ["curve", cx + k, cy - r, cx + r, cy - k, cx + r, cy],
    ["close"],
  ];
}

const polygon = (points: readonly (readonly [number, number])[]): readonly PathStep[] => [
  ...points.map(([x, y], i): PathStep => [i === 0 ? "move" : "line", x, y]),
  ["close"],
];

const filled = (path: readonly PathStep[], fill: Colour): PlacedShape => ({
  kind: "shape",
  owner: null,
  path,
  fill,
  stroke: null,
});

const stroked = (path: readonly PathStep[], colour: Colour, width: number): PlacedShape => ({
  kind: "shape",
  owner: null,
  path,
  fill: null,
  stroke: { colour, width },
});

/** A solid mark in a square of `size` points whose top left corner is at x, y. */
export function markShape(mark: Mark, x: number, y: number, size: number, colour: Colour): PlacedShape {
  const [cx, cy, r] = [x + size / 2, y + size / 2, size / 2];
  switch (mark) {
    case "circle":
      return filled(circlePath(cx, cy, r), colour);
    case "square":
      return filled([["rect", x + size * 0.06, y + size * 0.06, size * 0.88, size * 0.88]], colour);
    case "triangle":
      return filled(
        polygon([
          [cx, y],
          [x + size, y + size * 0.94],
          [x, y + size * 0.94],
        ]),
        colour,
      );
    case "diamond":
      return filled(
        polygon([
          [cx, y],
          [x + size, cy],
          [cx, y + size],
          [x, cy],
        ]),
        colour,
      );
    case "pentagon":
      return filled(polygon(around(cx, cy, 5, () => r)), colour);
    case "hexagon":
      return filled(polygon(around(cx, cy, 6, () => r)), colour);
    case "star":
      return filled(polygon(around(cx, cy, 10, (i) => (i % 2 === 0 ? r : r * 0.42))), colour);
    case "cross": {
      const [near, far] = [size * 0.32, size * 0.06];
      const across: readonly PathStep[] = [["rect", x + far, y + near, size - 2 * far, size - 2 * near]];
      return filled([["rect", x + near, y + far, size - 2 * near, size - 2 * far], ...across], colour);
    }
  }
}

/** Corners on circles around a centre, the first of them above it. */
function around(
  cx: number,
  cy: number,
  corners: number,
  radius: (corner: number) => number,
): readonly (readonly [number, number])[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return [cx + radius(i) * Math.sin(angle), cy - radius(i) * Math.cos(angle)] as const;
  });
}

/**
 * An answer in a square of `size` points: a disc for yes, half a disc, a crossed ring for no, a ring with a dot, a
 * dash.
 */
export function answerShapes(
  answer: Answer,
  x: number,
  y: number,
  size: number,
  colour: Colour,
): readonly PlacedShape[] {
  const line = size * 0.12;
  const [cx, cy, r] = [x + size / 2, y + size / 2, size / 2 - line / 2];
  const ring = stroked(circlePath(cx, cy, r), colour, line);
  const k = r * KAPPA;
  switch (answer.value) {
    case "yes":
      return [filled(circlePath(cx, cy, size / 2), colour)];
    case "conditional":
      return [
        ring,
        filled(
          [
            ["move", cx, cy - r],
            ["curve", cx - k, cy - r, cx - r, cy - k, cx - r, cy],
            ["curve", cx - r, cy + k, cx - k, cy + r, cx, cy + r],
            ["close"],
          ],
          colour,
        ),
      ];
    case "no": {
      const d = r * Math.SQRT1_2;
      return [
        ring,
        stroked(
          [
            ["move", cx - d, cy + d],
            ["line", cx + d, cy - d],
          ],
          colour,
          line,
        ),
      ];
    }
    case "unclear":
      return [ring, filled(circlePath(cx, cy, size * 0.12), colour)];
    case "not-stated":
      return [
        stroked(
          [
            ["move", x + size * 0.15, cy],
            ["line", x + size * 0.85, cy],
          ],
          colour,
          line,
        ),
      ];
  }
}
