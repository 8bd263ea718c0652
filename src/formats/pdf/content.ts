/**
 * The page's content stream (ISO 32000-1, 8 and 9): operators for placed text and shapes. In: items and the fonts of the
 * document. Out: operators as text. It turns the axis, since a PDF counts from the bottom, and decides nothing else.
 */
import { Buffer } from "node:buffer";
import { PDFHexString } from "pdf-lib";
import type { Placed, PlacedShape, PlacedText } from "../../model/page.ts";
import type { Colour } from "../../model/template.ts";
import type { Fonts, FontUse } from "./fonts.ts";
import { type Stretch, stretchesOf } from "./whole-words.ts";

export class Content {
  readonly #height: number;
  readonly #fonts: Fonts;
  readonly #operators: string[] = [];
  #fill: Colour | null = null;

  constructor(height: number, fonts: Fonts) {
    this.#height = height;
    this.#fonts = fonts;
  }

  /** What nobody reads aloud: rules, tints, marks that words repeat. */
  artifact(items: readonly Placed[]): void {
    if (items.length === 0) return;
    this.#operators.push("/Artifact BMC");
    this.#draw(items);
    this.#operators.push("EMC");
  }

  marked(type: string, id: number, items: readonly Placed[]): void {
    this.#operators.push(`/${type} <</MCID ${id}>> BDC`);
    this.#draw(items);
    this.#operators.push("EMC");
  }

  /** One byte a character: operators are ASCII, and strings hold two characters for each CID. */
  bytes(): Uint8Array {
    return Buffer.from(this.#operators.join("\n"), "latin1");
  }

  #draw(items: readonly Placed[]): void {
    const texts = items.filter((item) => item.kind === "text");
    let inText = false;
    let line = 0;
    for (const item of items) {
      if ((item.kind === "text") !== inText) {
        this.#operators.push(inText ? "ET" : "BT");
        inText = !inText;
      }
      if (item.kind === "text") this.#text(item, stretchesOf(texts, line++));
      else this.#shape(item);
    }
    if (inText) this.#operators.push("ET");
  }

  #text(item: PlacedText, stretches: readonly Stretch[]): void {
    const font = this.#fonts.use(item.face);
    this.#setFill(item.colour);
    this.#operators.push(
      `/${font.name} ${number(item.size)} Tf 1 0 0 1 ${number(item.x)} ${number(this.#height - item.y)} Tm`,
    );
    for (const stretch of stretches) {
      const shown = `[${showing(item, stretch, font)}] TJ`;
      this.#operators.push(
        stretch.actual === null
          ? shown
          : `/Span <</ActualText ${PDFHexString.fromText(stretch.actual)} >> BDC ${shown} EMC`,
      );
    }
  }

  #shape(item: PlacedShape): void {
    if (item.fill !== null) this.#setFill(item.fill);
    if (item.stroke !== null) {
      this.#operators.push(`${rgb(item.stroke.colour)} RG ${number(item.stroke.width)} w`);
    }
    const y = (value: number): string => number(this.#height - value);
    for (const step of item.path) {
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
    this.#operators.push(item.fill === null ? "S" : item.stroke === null ? "f" : "B");
  }

  #setFill(colour: Colour): void {
    if (this.#fill === colour) return;
    this.#fill = colour;
    this.#operators.push(`${rgb(colour)} rg`);
  }
}

/** Strings and the shifts between them, as TJ takes them: away, in thousandths of an em, a tenth being finer than print. */
function showing({ glyphs, characters, shifts }: PlacedText, { from, to }: Stretch, font: FontUse): string {
  let codes = "";
  let array = "";
  for (let i = from; i < to; i++) {
    codes += font.code(glyphs[i] ?? 0, characters[i] ?? "");
    const shift = shifts[i] ?? 0;
    if (Math.abs(shift) < 0.1 || i === glyphs.length - 1) continue;
    array += `(${codes})${number(-shift, 1)}`;
    codes = "";
  }
  return codes === "" ? array : `${array}(${codes})`;
}

/** Hundredths of a point are a quarter of a hair at 2,400 dots an inch. */
export function number(value: number, digits = 2): string {
  const scale = 10 ** digits;
  // Adding zero turns -0 into 0. No number of ours is so large or small that JavaScript writes an exponent.
  return String(Math.round(value * scale) / scale + 0);
}

function rgb(colour: Colour): string {
  return [1, 3, 5].map((i) => number(Number.parseInt(colour.slice(i, i + 2), 16) / 255, 3)).join(" ");
}
