/**
 * Text within the content stream (ISO 32000-1, 9.4): where it begins, in which font, and the codes it shows. In: placed
 * texts one after the other. Out: operators, each move counted from the line before, for equal leading then gives equal
 * text. It knows no marked content.
 */
import type { PlacedText } from "../../model/page.ts";
import type { FaceId } from "../../model/template.ts";
import { FACES } from "../../typeset/faces.ts";
import type { Codes, FaceCodes } from "./codes.ts";
import { fontName } from "./fonts.ts";
import type { Savings } from "./savings.ts";
import { decimal, number } from "./syntax.ts";

export class TextObject {
  readonly #height: number;
  readonly #codes: Codes;
  readonly #savings: Savings;
  readonly #operators: string[];
  readonly #names = new Map<FaceId, string>();
  #open = false;
  #font = "";
  #face: FaceCodes | undefined;
  /** Where the line begins that moves are counted from, in hundredths of a point. */
  #x = 0;
  #y = 0;
  /** Where the next glyph would stand without a move, in points. */
  #pen = 0;
  /** A gap before the next glyph, in thousandths of an em, as TJ takes it. */
  #gap = "";

  constructor(height: number, codes: Codes, savings: Savings, operators: string[]) {
    this.#height = height;
    this.#codes = codes;
    this.#savings = savings;
    this.#operators = operators;
    for (const face of codes.faces.keys()) this.#names.set(face, fontName(codes, face));
  }

  begin(): void {
    if (this.#open) return;
    this.#operators.push("BT");
    this.#open = true;
    this.#x = 0;
    this.#y = 0;
    this.#pen = Number.NaN;
  }

  end(): void {
    if (this.#open) this.#operators.push("ET");
    this.#open = false;
  }

  /** To the place of a text and into its font. */
  move({ face, size, x, y }: PlacedText): void {
    const font = `/${this.#names.get(face)} ${number(size)} Tf`;
    if (font !== this.#font) this.#operators.push(font);
    this.#font = font;
    this.#face = this.#codes.faces.get(face);
    const across = Math.round(x * 100);
    const up = Math.round((this.#height - y) * 100);
    // Text that goes on along its line is moved within the string that shows it.
    const ahead = ((x - this.#pen) * 1000) / size;
    this.#gap = "";
    if (up === this.#y && Math.abs(ahead) < 500) {
      if (Math.abs(ahead) >= 1) {
        this.#gap = String(-Math.round(ahead));
        this.#pen += (Math.round(ahead) * size) / 1000;
      }
    } else {
      this.#pen = x;
      this.#operators.push(`${decimal(across - this.#x)} ${decimal(up - this.#y)} Td`);
      this.#x = across;
      this.#y = up;
    }
  }

  /** Strings and the shifts between them, as TJ takes them: away, in thousandths of an em. */
  showing({ face: faceId, size, glyphs, characters, shifts }: PlacedText, from: number, to: number): string {
    const face = this.#face as FaceCodes;
    const { advance } = FACES[faceId];
    let units = 0;
    let codes = "";
    let array = this.#gap;
    this.#gap = "";
    let carried = 0;
    for (let i = from; i < to; i++) {
      const character = characters[i] as string;
      const glyph = glyphs[i] as number;
      codes += face.code(glyph, character);
      units += advance(glyph);
      carried += shifts[i] as number;
      if (Math.abs(carried) < this.#savings.finest || i === glyphs.length - 1) continue;
      array += `(${codes})${tenth(-carried)}`;
      units += carried;
      codes = "";
      carried = 0;
    }
    this.#pen += (units * size) / 1000;
    return codes === "" ? `[${array}]TJ` : array === "" ? `(${codes})Tj` : `[${array}(${codes})]TJ`;
  }
}

/** Most kerns are whole. */
const tenth = (value: number): string => String(Number.isInteger(value) ? value : Math.round(value * 10) / 10 + 0);
