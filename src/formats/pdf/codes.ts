/**
 * Which code stands for which character. In: the glyphs of a page as they are shown. Out: the number of each, and what
 * fonts must embed so that they show them. Every document numbers characters in the same way, in all its faces: those of
 * every day have one byte, ASCII the same as in ASCII, and all others two. It embeds nothing.
 *
 * A glyph that stands for two characters, such as the hyphen at a line's end, has the code of each, so that each copies
 * as itself; and a face that draws one character in two ways has it under two codes.
 */
import { REPERTOIRE } from "../../model/repertoire.ts";
import type { FaceId } from "../../model/template.ts";
import type { Face } from "../../typeset/text/face.ts";
import { FACES } from "../../typeset/text/faces.ts";
import { literal } from "./syntax.ts";

/** The first code and, less one, the last of a single byte; what bytes from there on begin is of two. */
export const FIRST = 0x20;
export const SINGLES = 0xf0;

/**
 * Of a single byte besides ASCII, in the order of Unicode: what our languages are written with. What is not here may
 * stand on a sheet as well and takes a byte more.
 */
const EVERYDAY = [
  ..."\u00a0§«\u00ad°¶·»½ÄÖ×Üßàáäèéöü",
  ..."ЄІЇАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяєіїҐґ",
  ..."\u2011–—‘’‚“”„…\u202f€→−≠",
  ...["ff", "fi", "fl", "ffi", "ffl"],
];

/** The character of each number; none has the number 0, which is .notdef's. */
const CHARACTERS: readonly string[] = charactersByNumber();

function charactersByNumber(): readonly string[] {
  const characters = new Array<string>(FIRST).fill("");
  for (let unit = FIRST; unit < 0x7f; unit++) characters.push(String.fromCharCode(unit));
  characters.push(...EVERYDAY);
  const known = new Set(characters);
  while (characters.length < SINGLES) characters.push("");
  for (const [first, last] of REPERTOIRE) {
    for (let unit = first; unit <= last; unit++) {
      const character = String.fromCharCode(unit);
      if (!known.has(character)) characters.push(character);
    }
  }
  return characters;
}

/** What nearly all documents need; always the same value. */
export const SINGLE_CHARACTERS: readonly string[] = CHARACTERS.slice(0, SINGLES);

/** The number of each character that is one unit of UTF-16, 0 where it has none; the repertoire ends before. */
const BY_UNIT = new Uint16Array(0x2800);
/** The number of each other. */
const BY_TEXT = new Map<string, number>();
CHARACTERS.forEach((character, number) => {
  if (character.length === 1) BY_UNIT[character.charCodeAt(0)] = number;
  else if (character !== "") BY_TEXT.set(character, number);
});

/** One byte or two, ready to stand in a literal string. */
function codeOf(number: number): string {
  const beyond = number - SINGLES;
  const code = beyond < 0 ? String.fromCharCode(number) : String.fromCharCode(SINGLES + (beyond >> 8), beyond & 0xff);
  return literal(code).slice(1, -1);
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
  /** The glyph of each number, 0 where the document shows none. */
  glyphs = new Uint16Array(CHARACTERS.length);
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

  /** The code under which a glyph stands for a character. */
  use(glyph: number, character: string): string {
    const code = codeOf(this.#number(glyph, character));
    if (this.known[glyph] === undefined) {
      this.known[glyph] = character;
      this.codes[glyph] = code;
    }
    return code;
  }

  /** A face's second glyph for a character goes under the same character's second number, and so on. */
  #number(glyph: number, character: string): number {
    for (let key = character; ; key += "\0") {
      const number = this.#codes.numberOf(key);
      if (number >= this.glyphs.length) {
        const longer = new Uint16Array(2 * number);
        longer.set(this.glyphs);
        this.glyphs = longer;
      }
      const known = this.glyphs[number];
      if (known !== 0 && known !== glyph) continue;
      this.glyphs[number] = glyph;
      if (number >= this.end) this.end = number + 1;
      return number;
    }
  }
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
      other = CHARACTERS.length + this.#others.size;
      this.#others.set(character, other);
    }
    return other;
  }

  /** The character of each number, up to the last that a face uses; those of every day all together. */
  characters(): readonly string[] {
    let end = SINGLES;
    for (const face of this.#faces.values()) end = Math.max(end, face.end);
    if (end === SINGLES) return SINGLE_CHARACTERS;
    const characters = CHARACTERS.slice(0, end);
    for (const [key, number] of this.#others) characters[number] = key.replaceAll("\0", "");
    for (let number = SINGLES; number < end; number++) {
      let used = false;
      for (const { glyphs } of this.#faces.values()) used ||= (glyphs[number] ?? 0) !== 0;
      if (!used) characters[number] = "";
    }
    return characters;
  }
}
