/**
 * Shapes and colours within the content stream (ISO 32000-1, 8.4 to 8.6). In: placed shapes. Out: operators that draw
 * them. A colour is set where it changes.
 */
import type { PlacedShape } from "../../model/page.ts";
import type { Colour } from "../../model/template.ts";
import { number } from "./syntax.ts";

export class Paint {
  readonly #height: number;
  readonly #operators: string[];
  #fill: Colour | null = null;
  #stroke = "";

  constructor(height: number, operators: string[]) {
    this.#height = height;
    this.#operators = operators;
  }

  fill(colour: Colour): void {
    if (this.#fill === colour) return;
    this.#fill = colour;
    this.#operators.push(`${rgb(colour)} rg`);
  }

  draw(shape: PlacedShape): void {
    const { path, fill, stroke } = shape;
    if (fill !== null) this.fill(fill);
    if (stroke !== null) this.#setStroke(`${rgb(stroke.colour)} RG ${number(stroke.width)} w`);
    const grid = gridOf(shape);
    if (grid !== null) {
      const { x, y, side, cells } = grid;
      const turned = number(this.#height - y);
      this.#operators.push(`q ${side.toFixed(4)} 0 0 ${(-side).toFixed(4)} ${number(x)} ${turned} cm`);
      for (const cell of cells) this.#operators.push(cell);
      this.#operators.push("f Q");
      return;
    }
    const [first] = path;
    // Marks of one form are the same text wherever they stand, if they are drawn from where they begin.
    const moved = first?.[0] === "move" && path.length > MORE_THAN_A_LINE;
    const [left, top] = moved ? [first[1], first[2]] : [0, this.#height];
    if (moved) this.#operators.push(`q 1 0 0 1 ${number(left)} ${number(this.#height - top)} cm`);
    const at = (x: number, y: number): string => `${number(x - left)} ${number(top - y)}`;
    for (const step of path) {
      switch (step[0]) {
        case "move":
          this.#operators.push(`${at(step[1], step[2])} m`);
          break;
        case "line":
          this.#operators.push(`${at(step[1], step[2])} l`);
          break;
        case "curve":
          this.#operators.push(`${at(step[1], step[2])} ${at(step[3], step[4])} ${at(step[5], step[6])} c`);
          break;
        case "rect":
          this.#operators.push(`${at(step[1], step[2] + step[4])} ${number(step[3])} ${number(step[4])} re`);
          break;
        case "close":
          this.#operators.push("h");
      }
    }
    this.#operators.push(`${fill === null ? "S" : stroke === null ? "f" : "B"}${moved ? " Q" : ""}`);
  }

  #setStroke(stroke: string): void {
    if (this.#stroke === stroke) return;
    this.#stroke = stroke;
    this.#operators.push(stroke);
  }
}

/** A line from one place to another is shorter as it is. */
const MORE_THAN_A_LINE = 2;

/** Fewer rectangles are not worth a grid of their own. */
const WORTH_A_GRID = 20;

/**
 * Filled rectangles on a grid of squares, as a code has them: counted in squares they are short whole numbers. The grid
 * begins where the first rectangle does and is as fine as that is high. What stands below its like is one with it.
 */
function gridOf({ path, fill, stroke }: PlacedShape): Grid | null {
  const [first] = path;
  if (path.length < WORTH_A_GRID || first?.[0] !== "rect" || fill === null || stroke !== null) return null;
  const [, x, y, , side] = first;
  const cells: Cell[] = [];
  /** By left edge: the last cell there. */
  const above: Cell[] = [];
  for (const step of path) {
    if (step[0] !== "rect") return null;
    const left = whole((step[1] - x) / side);
    const top = whole((step[2] - y) / side);
    const width = whole(step[3] / side);
    const height = whole(step[4] / side);
    // What is not whole makes the sum no number.
    if (!(left + top + width + height >= 0) || left < 0) return null;
    const last = above[left];
    if (last !== undefined && last.width === width && last.top + last.height === top) last.height += height;
    else {
      above[left] = { left, top, width, height };
      cells.push(above[left]);
    }
  }
  return { x, y, side, cells: cells.map(({ left, top, width, height }) => `${left} ${top} ${width} ${height} re`) };
}

function whole(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value - rounded) > 0.001 ? Number.NaN : rounded + 0;
}

interface Cell {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  height: number;
}

interface Grid {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly cells: readonly string[];
}

const COLOURS = new Map<Colour, string>();

/** Operands of rg and RG. A template has a handful of colours. */
function rgb(colour: Colour): string {
  let operands = COLOURS.get(colour);
  if (operands === undefined) {
    const parts = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255);
    operands = parts.map((part) => String(Math.round(part * 1000) / 1000).replace(/^0\./, ".")).join(" ");
    COLOURS.set(colour, operands);
  }
  return operands;
}
