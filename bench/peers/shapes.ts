/**
 * The shapes of actors and answers in a square of side 1, as paths. In: a mark or an answer. Out: paths to fill or
 * to stroke. Where they stand is the peer's own.
 */
import type { AnswerValue, Mark } from "../../src/model/library.ts";

export type Step =
  | readonly ["M" | "L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

export interface Shape {
  readonly steps: readonly Step[];
  /** Thickness of the line; filled where there is none. */
  readonly stroke?: number;
}

const LINE = 0.12;
const KAPPA = 0.5523;

function circle(r: number): readonly Step[] {
  const [near, far, k] = [0.5 - r, 0.5 + r, r * KAPPA];
  return [
    ["M", far, 0.5],
    ["C", far, 0.5 + k, 0.5 + k, far, 0.5, far],
    ["C", 0.5 - k, far, near, 0.5 + k, near, 0.5],
    ["C", near, 0.5 - k, 0.5 - k, near, 0.5, near],
    ["C", 0.5 + k, near, far, 0.5 - k, far, 0.5],
    ["Z"],
  ];
}

function lines(...points: readonly (readonly [number, number])[]): readonly Step[] {
  return points.map(([x, y], i): Step => [i === 0 ? "M" : "L", x, y]);
}

function closed(...points: readonly (readonly [number, number])[]): readonly Step[] {
  return [...lines(...points), ["Z"]];
}

export function markShapes(mark: Mark): readonly Shape[] {
  switch (mark) {
    case "circle":
      return [{ steps: circle(0.5) }];
    case "square":
      return [{ steps: closed([0.06, 0.06], [0.94, 0.06], [0.94, 0.94], [0.06, 0.94]) }];
    case "triangle":
      return [{ steps: closed([0.5, 0], [1, 0.94], [0, 0.94]) }];
    case "diamond":
      return [{ steps: closed([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]) }];
  }
}

export function answerShapes(answer: AnswerValue | "not-stated"): readonly Shape[] {
  const r = 0.5 - LINE / 2;
  const ring: Shape = { steps: circle(r), stroke: LINE };
  switch (answer) {
    case "yes":
      return [{ steps: circle(0.5) }];
    case "conditional":
      return [ring, { steps: [["M", 0.5, 0.5 + r], ...circle(r).slice(2, 4), ["Z"]] }];
    case "no": {
      const d = r * Math.SQRT1_2;
      return [ring, { steps: lines([0.5 - d, 0.5 + d], [0.5 + d, 0.5 - d]), stroke: LINE }];
    }
    case "unclear":
      return [ring, { steps: circle(LINE) }];
    case "not-stated":
      return [{ steps: lines([0.15, 0.5], [0.85, 0.5]), stroke: LINE }];
  }
}

/** As the data of an SVG path. */
export function pathData(steps: readonly Step[]): string {
  return steps.map(([step, ...at]) => step + at.map((n) => n.toFixed(3)).join(" ")).join("");
}
