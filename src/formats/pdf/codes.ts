/**
 * Which code stands for which character. In: the glyphs of a page as they are shown. Out: the code of each, and what
 * fonts must embed so that they show them. Every document numbers characters in the same way, in all its faces, and a
 * code is the number in two bytes, which is what Identity-H says (ISO 32000-1, 9.7.5.2). It embeds nothing.
 *
 * A glyph that stands for two characters, such as the hyphen at a line's end, has the code of each, so that each copies
 * as itself; and a face that draws one character in two ways has it under two codes. A ligature has a code for each of
 * its letters: the first shows it, the others nothing. So no code copies as more than one letter, which programs that
 * write a PDF anew, Ghostscript above all, do not keep.
 */
import { REPERTOIRE } from "../../model/repertoire.ts";
import type { FaceId } from "../../model/template.ts";
import type { Face } from "../../typeset/text/face.ts";
import { FACES } from "../../typeset/text/faces.ts";
import { LIGATURES } from "../../typeset/text/ligatures.ts";
import { literal } from "./syntax.ts";

/** The first number that is given to a character; ASCII has its own. */
const FIRST = 0x20;

/**
 * After ASCII, in the order of Unicode: what our languages are written with. What is not here may stand on a sheet as
 * well. A sign behind a letter makes it that letter's next number: f begins five ligatures and goes on in three of them.
 */
const LATIN = [
  ..."\u00a0§«\u00ad°¶·»½ÄÖ×Üßàáäèéöü",
  ..."\u2011–—‘’‚“”„…\u202f€→−≠",
  ...[1, 2, 3, 4, 5, 6].map((n) => `f${"\0".repeat(n)}`),
  ...["i\0", "l\0"],
];
const CYRILLIC = [..."ЄІЇАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяєіїҐґ"];

/** The character of each number, and which of its numbers it is; none has the number 0, which is .notdef's. */
const KEYS: readonly string[] = keysByNumber();
/** One more than the last number of what is not rare, without Cyrillic and with it. */
const ENDS = [0x7f + LATIN.length, 0x7f + LATIN.length + CYRILLIC.length] as const;

function keysByNumber(): readonly string[] {
  const keys = new Array<string>(FIRST).fill("");
  for (let unit = FIRST; unit < 0x7f; unit++) keys.push(String.fromCharCode(unit));
  keys.push(...LATIN, ...CYRILLIC);
  const known = new Set(keys);
  for (const [first, last] of REPERTOIRE) {
    for (let unit = first; unit <= last; unit++) {
      const character = String.fromCharCode(unit);
      if (!known.has(character)) keys.push(character);
    }
  }
  return keys;
}

const copied = (key: string): string => key.replaceAll("\0", "");

/** What nearly all documents need, by where it ends; always the same values. */
const EVERYDAY = new Map(ENDS.map((end) => [end, KEYS.slice(0, end).map(copied)]));

/** The number of each character that is one unit of UTF-16, 0 where it has none; the repertoire ends before. */
const BY_UNIT = new Uint16Array(0x2800);
/** The number of each other. */
const BY_TEXT = new Map<string, number>();
KEYS.forEach((key, number) => {
  if (key.length === 1) BY_UNIT[key.charCodeAt(0)] = number;
  else if (key !== "") BY_TEXT.set(key, number);
});

/** Two bytes, ready to stand in a literal string. */
function codeOf(number: number): string {
  return literal(String.fromCharCode(number >> 8, number & 0xff)).slice(1, -1);
}

/** One face in one document. */
export class FaceCodes {
  readonly id: FaceId;
  readonly face: Face;
  /** Under which the page's resources know it. */
  readonly name: string;
  readonly advances: Uint16Array;
  /** By glyph: the character it stood for first, mostly the only one, and its code. */
  readonly known: (string | undefined)[];
  readonly codes: string[];
  /** The glyph of each number, 0 where the document shows none, and how far it advances, in thousandths of an em. */
  glyphs = new Uint16Array(KEYS.length);
  widths = new Uint16Array(KEYS.length);
  /** One more than the last number in use. */
  end = 1;
  readonly #codes: Codes;

  constructor(id: FaceId, name: string, codes: Codes) {
    this.id = id;
    this.face = FACES[id];
    this.name = name;
    this.advances = this.face.tables.advances;
    this.known = new Array<string | undefined>(this.advances.length);
    this.codes = new Array<string>(this.advances.length);
    this.#codes = codes;
  }

  /** The code under which a glyph stands for a character; that of a ligature is as many codes as it has letters. */
  use(glyph: number, character: string): string {
    const advance = this.advances[glyph] as number;
    const code = LIGATURES.has(character)
      ? this.#ligature(glyph, character, advance)
      : codeOf(this.#number(glyph, character, advance));
    if (this.known[glyph] === undefined) {
      this.known[glyph] = character;
      this.codes[glyph] = code;
    }
    return code;
  }

  /** The letters after the first are spaces as wide as they would be alone, so that each can be marked and copied. */
  #ligature(glyph: number, letters: string, advance: number): string {
    const blank = this.face.glyph(0x20);
    let width = advance;
    let code = "";
    for (const letter of letters.slice(1)) {
      const own = this.advances[this.face.glyph(letter.charCodeAt(0))] as number;
      width -= own;
      code += codeOf(this.#number(blank, `${letter}\0`, own));
    }
    return codeOf(this.#number(glyph, `${letters[0]}\0`, width)) + code;
  }

  /** A face's second glyph for a character goes under the same character's second number, and so on. */
  #number(glyph: number, first: string, width: number): number {
    for (let key = first; ; key += "\0") {
      const number = this.#codes.numberOf(key);
      if (number >= this.glyphs.length) {
        this.glyphs = longer(this.glyphs, 2 * number);
        this.widths = longer(this.widths, 2 * number);
      }
      const known = this.glyphs[number];
      if (known !== 0 && known !== glyph) continue;
      this.glyphs[number] = glyph;
      this.widths[number] = width;
      if (number >= this.end) this.end = number + 1;
      return number;
    }
  }
}

function longer(list: Uint16Array, length: number): Uint16Array<ArrayBuffer> {
  const result = new Uint16Array(length);
  result.set(list);
  return result;
}

/** The codes of one document. */
export class Codes {
  readonly #faces = new Map<FaceId, FaceCodes>();
  /** Characters that only this document has, in the order in which they are shown, and their numbers. */
  readonly #others = new Map<string, number>();

  face(id: FaceId): FaceCodes {
    let face = this.#faces.get(id);
    if (face === undefined) {
      face = new FaceCodes(id, `F${this.#faces.size + 1}`, this);
      this.#faces.set(id, face);
    }
    return face;
  }

  faces(): Iterable<FaceCodes> {
    return this.#faces.values();
  }

  numberOf(character: string): number {
    const number = (character.length === 1 ? BY_UNIT[character.charCodeAt(0)] : BY_TEXT.get(character)) || 0;
    if (number !== 0) return number;
    let other = this.#others.get(character);
    if (other === undefined) {
      other = KEYS.length + this.#others.size;
      this.#others.set(character, other);
    }
    return other;
  }

  /** The character of each number, up to the last that a face uses; those of every day all together, the same list each time. */
  characters(): readonly string[] {
    let end = 1;
    for (const face of this.#faces.values()) end = Math.max(end, face.end);
    const everyday = EVERYDAY.get(ENDS.find((each) => each >= end) ?? 0);
    if (everyday !== undefined) return everyday;
    const characters = KEYS.slice(0, end).map(copied);
    for (const [key, number] of this.#others) characters[number] = copied(key);
    for (let number = ENDS[1]; number < end; number++) {
      let used = false;
      for (const { glyphs } of this.#faces.values()) used ||= (glyphs[number] ?? 0) !== 0;
      if (!used) characters[number] = "";
    }
    return characters;
  }
}
