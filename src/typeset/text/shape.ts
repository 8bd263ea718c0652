/**
 * From characters to glyphs of one face, with kerning. In: characters that stand together, and a face. Out: how wide they
 * are, or the glyphs themselves, in thousandths of an em of their own size. It knows no line, no measure and no colour; a
 * character that the face lacks becomes a visible box that still copies as itself.
 */
import { FALLBACK } from "../../model/repertoire.ts";
import { GLUE, THIN_GLUE } from "./characters.ts";
import { type Face, LOW } from "./face.ts";
import { lettersOf } from "./ligatures.ts";

/** Controls, bidi marks and other characters without a shape: they are not set, and so cannot reorder a line. */
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
/** Breaks are found by pattern; one that somebody typed would hide the word from a search. */
const SOFT_HYPHEN = 0xad;
const SPACE = 0x20;

const GLUE_CODE = GLUE.charCodeAt(0);
const THIN_CODE = THIN_GLUE.charCodeAt(0);
/** Below it, what is copied is the character itself (Unicode, Alphabetic Presentation Forms). */
const FIRST_LIGATURE = 0xfb00;
/** A thin space is three fifths of a space, about an eighth of an em (Duden: a "schmales Leerzeichen"). */
const THINNER = -0.4;

/** Glyphs as they are placed, each with what it copies as and what is added to its advance. */
export class Shaped {
  readonly glyphs: number[];
  readonly characters: string[];
  readonly shifts: number[];
  /** Of all glyphs and shifts so far. */
  width = 0;
  #count = 0;

  /** `most` is how many glyphs there will be at the most: lists of known length cost half of those that grow. */
  constructor(most: number) {
    this.glyphs = new Array(most);
    this.characters = new Array(most);
    this.shifts = new Array(most);
  }

  /** The advance of `glyph` is given, for only whoever adds it knows the face. */
  add(glyph: number, character: string, advance: number, shift: number): void {
    this.glyphs[this.#count] = glyph;
    this.characters[this.#count] = character;
    this.shifts[this.#count] = shift;
    this.width += advance + shift;
    this.#count += 1;
  }

  /** The glyphs of a part of a text, kerned among themselves. */
  addText(text: string, from: number, to: number, face: Face): void {
    const { low, advances, leftClasses, rightClasses, kernColumns, kernMatrix, kernValues } = face.lookups;
    const { glyphs, characters, shifts } = this;
    const start = this.#count;
    let count = start;
    let width = this.width;
    let left = 0;
    for (let at = from; at < to; at++) {
      let code = text.charCodeAt(at);
      let glyph = code < LOW && code !== SOFT_HYPHEN ? (low[code] as number) : 0;
      let character = "";
      let shift = 0;
      if (glyph === 0) {
        code = codePoint(text, at, to);
        glyph = glyphFor(face, code);
        character = copied(text, at, code);
        if (code > 0xffff) at += 1;
        if (glyph < 0) continue;
        if (code === THIN_CODE) shift = THINNER * (advances[glyph] as number);
      } else {
        character = CHARACTERS[code] as string;
      }
      if (count > start) {
        const pair = (leftClasses[left] as number) * kernColumns + (rightClasses[glyph] as number);
        const kern = kernValues[kernMatrix[pair] as number] as number;
        if (kern !== 0) {
          shifts[count - 1] = (shifts[count - 1] as number) + kern;
          width += kern;
        }
      }
      glyphs[count] = glyph;
      characters[count] = character;
      shifts[count] = shift;
      width += (advances[glyph] as number) + shift;
      count += 1;
      left = glyph;
    }
    this.width = width;
    this.#count = count;
  }

  /** To be called when everything is there: where a character had no glyph, there are fewer than were foreseen. */
  end(): void {
    if (this.#count === this.glyphs.length) return;
    for (const list of [this.glyphs, this.characters, this.shifts]) list.length = this.#count;
  }
}

/** The characters below LOW, for outside Latin-1 each would be made anew wherever it stands. */
const CHARACTERS: readonly string[] = Array.from({ length: LOW }, (_, code) => String.fromCharCode(code));

/**
 * As String.prototype.codePointAt, which V8 13.6 was seen to compile so that it read past the end of a sliced string: half
 * a character at the end of a text became the whole one that stood in the string it was cut from.
 */
function codePoint(text: string, at: number, end = text.length): number {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff || at + 1 === end) return high;
  const low = text.charCodeAt(at + 1);
  return low < 0xdc00 || low > 0xdfff ? high : 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

/** The glyph of a code point; -1 where nothing is to be set. */
function glyphFor(face: Face, code: number): number {
  if (code === GLUE_CODE || code === THIN_CODE) return face.glyph(SPACE);
  const glyph = face.glyph(code);
  if (glyph !== 0 && code !== SOFT_HYPHEN) return glyph;
  return code === SOFT_HYPHEN || SHAPELESS.test(String.fromCodePoint(code)) ? -1 : face.glyph(FALLBACK);
}

/** How wide characters are that stand together, all of a text or a part of it; -1 where none of them is set. */
export function measure(text: string, face: Face, from = 0, to = text.length): number {
  const { low, advances, leftClasses, rightClasses, kernColumns, kernMatrix, kernValues } = face.lookups;
  let width = 0;
  let left = -1;
  for (let at = from; at < to; at++) {
    let code = text.charCodeAt(at);
    let glyph = code < LOW && code !== SOFT_HYPHEN ? (low[code] as number) : 0;
    if (glyph === 0) {
      code = codePoint(text, at, to);
      if (code > 0xffff) at += 1;
      glyph = glyphFor(face, code);
      if (glyph < 0) continue;
      if (code === THIN_CODE) width += THINNER * (advances[glyph] as number);
    }
    if (left >= 0) {
      const pair = (leftClasses[left] as number) * kernColumns + (rightClasses[glyph] as number);
      width += kernValues[kernMatrix[pair] as number] as number;
    }
    width += advances[glyph] as number;
    left = glyph;
  }
  return left < 0 ? -1 : width;
}

/** Visits each character with the width of all before it, and the kern between them and it. */
export function walk(text: string, face: Face, visit: (at: number, before: number, kern: number) => void): void {
  let width = 0;
  let left = -1;
  for (let at = 0; at < text.length; at++) {
    const code = codePoint(text, at);
    const glyph = glyphFor(face, code);
    if (glyph >= 0) {
      const kern = left < 0 ? 0 : face.kern(left, glyph);
      visit(at, width, kern);
      width += kern + face.advance(glyph) * (code === THIN_CODE ? 1 + THINNER : 1);
      left = glyph;
    }
    if (code > 0xffff) at += 1;
  }
}

/** What a character is when it is copied. */
function copied(text: string, at: number, code: number): string {
  if (code === GLUE_CODE || code === THIN_CODE) return " ";
  return code < FIRST_LIGATURE ? (text[at] as string) : lettersOf(String.fromCodePoint(code));
}
