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

  draw({ path, fill, stroke }: PlacedShape): void {
    if (fill !== null) this.fill(fill);
    if (stroke !== null) this.#setStroke(`${rgb(stroke.colour)} RG ${number(stroke.width)} w`);
    const y = (value: number): string => number(this.#height - value);
    for (const step of path) {
      switch (step[0]) {
        case "move":
          this.#operators.push(`${number(step[1])} ${y(step[2])} m`);
          break;
        case "line":
          this.#operators.push(`${number(step[1])} ${y(step[2])} l`);
          break;
        case "curve":
          this.#operators.push(
            `${number(step[1])} ${y(step[2])} ${number(step[3])} ${y(step[4])} ${number(step[5])} ${y(step[6])} c`,
          );
          break;
        case "rect":
          this.#operators.push(`${number(step[1])} ${y(step[2] + step[4])} ${number(step[3])} ${number(step[4])} re`);
          break;
        case "close":
          this.#operators.push("h");
      }
    }
    this.#operators.push(fill === null ? "S" : stroke === null ? "f" : "B");
  }

  #setStroke(stroke: string): void {
    if (this.#stroke === stroke) return;
    this.#stroke = stroke;
    this.#operators.push(stroke);
  }
}

function rgb(colour: Colour): string {
  return [1, 3, 5].map((i) => number(Number.parseInt(colour.slice(i, i + 2), 16) / 255, 3)).join(" ");
}
