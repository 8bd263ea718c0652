/**
 * Text within the content stream (ISO 32000-1, 9.4): where it begins, in which font, and the codes it shows. In: placed
 * texts one after the other. Out: operators, each move counted from the line before, for equal leading then gives equal
 * text. It knows no marked content.
 */
import type { Owner, PlacedText } from "../../model/page.ts";
import type { Codes, FaceCodes } from "./codes.ts";
import { decimal, number } from "./syntax.ts";

const END = ")]TJ";
/** What needs no space behind it: another, or a hyphen at which the word goes on. */
const ENDS = [" ", "\u00a0", "\u00ad"];
/** Thousandths of an em below which a shift is carried on to the next glyph: what is written has one decimal. */
const FINEST = 0.1;

export class TextObject {
  readonly #height: number;
  readonly #codes: Codes;
  readonly #operators: string[];
  #open = false;
  #face: FaceCodes | undefined;
  #size = 0;
  /** Where the line begins that moves are counted from, in hundredths of a point. */
  #x = 0;
  #y = 0;
  #leading = 0;
  /** Where the next glyph would stand without a move, in points. */
  #pen = 0;
  /** A gap before the next glyph, in thousandths of an em, as TJ takes it. */
  #gap = "";
  /** The place of the operator that showed a word whose end no space tells yet, and its face. */
  #unended = -1;
  #shown: FaceCodes | undefined;
  #owner: Owner | null = null;

  constructor(height: number, codes: Codes, operators: string[]) {
    this.#height = height;
    this.#codes = codes;
    this.#operators = operators;
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
  move({ face, size, x, y, owner }: PlacedText): void {
    // Within a paragraph a line ends with a space, or in the midst of a word; labels of a plot have one owner.
    const apart = owner === null || owner.kind === "timeline" || owner !== this.#owner;
    this.#owner = owner;
    if (this.#face?.id !== face || this.#size !== size) {
      this.#face = this.#codes.face(face);
      this.#size = size;
      this.#operators.push(`/${this.#face.name} ${number(size)} Tf`);
    }
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
      if (apart) this.#endWord();
      this.#pen = x;
      // TD keeps its distance for the lines after, which T* then sets as far below.
      if (across === this.#x && this.#y - up === this.#leading) this.#operators.push("T*");
      else this.#operators.push(`${decimal(across - this.#x)} ${decimal(up - this.#y)} TD`);
      this.#leading = this.#y - up;
      this.#x = across;
      this.#y = up;
    }
  }

  /** Strings and the shifts between them, as TJ takes them: away, in thousandths of an em. */
  show({ size, glyphs, characters, shifts }: PlacedText, from: number, to: number): void {
    const face = this.#face as FaceCodes;
    const { known, codes, advances } = face;
    let units = 0;
    let carried = 0;
    let array = this.#gap;
    let string = "";
    this.#gap = "";
    for (let i = from; i < to; i++) {
      const glyph = glyphs[i] as number;
      const character = characters[i] as string;
      string += known[glyph] === character ? codes[glyph] : face.use(glyph, character);
      units += advances[glyph] as number;
      const shift = shifts[i] as number;
      if (shift === 0 && carried === 0) continue;
      carried += shift;
      if (Math.abs(carried) < FINEST || i === glyphs.length - 1) continue;
      array += `(${string})${tenth(-carried)}`;
      string = "";
      units += carried;
      carried = 0;
    }
    this.#pen += (units * size) / 1000;
    this.#operators.push(string === "" ? `[${array}]TJ` : `[${array}(${string})]TJ`);
    const open = string !== "" && !ENDS.includes(characters[to - 1] as string);
    this.#unended = open ? this.#operators.length - 1 : -1;
    this.#shown = face;
  }

  /** A space behind the last word of a paragraph, for programs that do not look at places would join it to the next. */
  #endWord(): void {
    const [at, face] = [this.#unended, this.#shown];
    this.#unended = -1;
    if (at < 0 || face === undefined) return;
    const space = face.use(face.face.glyph(0x20), " ");
    this.#operators[at] = `${this.#operators[at]?.slice(0, -END.length)}${space}${END}`;
  }
}

/** Most kerns are whole. */
const tenth = (value: number): string => String(Number.isInteger(value) ? value : Math.round(value * 10) / 10 + 0);
