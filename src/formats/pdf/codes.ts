/**
 * Which code stands for which glyph. In: the texts of a page. Out: one numbering of characters for all its faces, in the
 * order of Unicode, so that one map serves every font and a word has the same codes in each. It embeds nothing.
 *
 * A face that draws one character in two ways, such as figures of two heights, has it under two codes; and a glyph that
 * stands for two characters, such as the hyphen at a line's end, has one for each, so that each copies as itself.
 */
import type { PlacedText } from "../../model/page.ts";
import { FALLBACK } from "../../model/repertoire.ts";
import type { FaceId } from "../../model/template.ts";
import { FACES } from "../../typeset/faces.ts";
import type { Savings } from "./savings.ts";
import { literal } from "./syntax.ts";

const BOX = String.fromCodePoint(FALLBACK);

/** The glyphs of one face and the codes they have in the document. */
export class FaceCodes {
  /** By glyph: the character it stands for, as a rule the only one, and how that is shown. */
  readonly #characters: (string | undefined)[];
  readonly #codes: string[];
  /** The same for glyphs that stand for more than one. */
  readonly #others = new Map<string, { glyph: number; character: string; code: string }>();
  readonly #box: number;

  /** `box` is the glyph that has one code whatever it stands for, or -1. */
  constructor(glyphCount: number, box: number) {
    this.#characters = new Array<string | undefined>(glyphCount).fill(undefined);
    this.#codes = new Array<string>(glyphCount).fill("");
    this.#box = box;
  }

  isBox(glyph: number): boolean {
    return glyph === this.#box;
  }

  add({ glyphs, characters }: PlacedText): void {
    for (let i = 0; i < glyphs.length; i++) {
      const glyph = glyphs[i] as number;
      const character = glyph === this.#box ? BOX : (characters[i] as string);
      const known = this.#characters[glyph];
      if (known === character) continue;
      if (known === undefined) this.#characters[glyph] = character;
      else this.#others.set(glyph + character, { glyph, character, code: "" });
    }
  }

  /** Every glyph with each character it stands for. */
  uses(): readonly (readonly [glyph: number, character: string])[] {
    const uses: (readonly [number, string])[] = [];
    this.#characters.forEach((character, glyph) => {
      if (character !== undefined) uses.push([glyph, character]);
    });
    for (const { glyph, character } of this.#others.values()) uses.push([glyph, character]);
    return uses;
  }

  /** Two bytes, as Identity-H reads them, ready to stand in a literal string. */
  code(glyph: number, given: string): string {
    const character = glyph === this.#box ? BOX : given;
    return this.#characters[glyph] === character
      ? (this.#codes[glyph] as string)
      : (this.#others.get(glyph + character)?.code as string);
  }

  setCode(glyph: number, character: string, code: string): void {
    const other = this.#others.get(glyph + character);
    if (other === undefined) this.#codes[glyph] = code;
    else other.code = code;
  }
}

export interface Codes {
  readonly faces: ReadonlyMap<FaceId, FaceCodes>;
  /** The character of each code; none has the code 0, which is .notdef's. */
  readonly characters: readonly string[];
  /** The glyph of each code in each face, 0 where the face does not use it. */
  readonly glyphs: ReadonlyMap<FaceId, readonly number[]>;
}

export function codesOf(texts: Iterable<PlacedText>, { boxes }: Savings): Codes {
  const faces = new Map<FaceId, FaceCodes>();
  for (const text of texts) {
    let face = faces.get(text.face);
    if (face === undefined) {
      face = new FaceCodes(FACES[text.face].tables.advances.length, boxes ? FACES[text.face].glyph(FALLBACK) : -1);
      faces.set(text.face, face);
    }
    face.add(text);
  }

  // A face's second glyph for a character goes under the same character's second code, and so on.
  const wanted = new Map<string, { face: FaceId; glyph: number; character: string }[]>();
  for (const [id, face] of faces) {
    const seen = new Map<string, number>();
    for (const [glyph, character] of face.uses()) {
      const turn = seen.get(character) ?? 0;
      seen.set(character, turn + 1);
      const key = turn === 0 ? character : character + "\0".repeat(turn);
      const uses = wanted.get(key);
      if (uses === undefined) wanted.set(key, [{ face: id, glyph, character }]);
      else uses.push({ face: id, glyph, character });
    }
  }
  const characters = [""];
  const glyphs = new Map([...faces.keys()].map((id) => [id, new Array<number>(wanted.size + 1).fill(0)]));
  for (const key of [...wanted.keys()].sort()) {
    const cid = characters.length;
    const code = literal(String.fromCharCode(cid >> 8, cid & 0xff)).slice(1, -1);
    characters.push(key.replaceAll("\0", ""));
    for (const { face, glyph, character } of wanted.get(key) ?? []) {
      faces.get(face)?.setCode(glyph, character, code);
      (glyphs.get(face) as number[])[cid] = glyph;
    }
  }
  return { faces, characters, glyphs };
}
