/**
 * From characters to glyphs: one unbreakable stretch of one face, with kerning. In: text and a face. Out: an atom whose
 * widths are thousandths of an em of its own size. It knows no line, no measure and no colour; a character that the
 * face lacks becomes a visible box that still copies as itself.
 */
import { FALLBACK } from "../model/repertoire.ts";
import type { FaceId } from "../model/template.ts";
import { FACES } from "./faces.ts";

export interface Atom {
  readonly face: FaceId;
  readonly glyphs: readonly number[];
  /** What each glyph stands for when copied. */
  readonly characters: readonly string[];
  /** Kerning after each glyph, in thousandths of an em; the last one's is zero. */
  readonly shifts: readonly number[];
  readonly width: number;
}

/** Controls, bidi marks and other characters without a shape: they are not set, and so cannot reorder a line. */
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** Breaks are found by pattern; one that somebody typed would hide the word from a search. */
const SOFT_HYPHEN = "\u00ad";

/** A space at which no line may end; it is set and copied as an ordinary one. Private to the typesetter. */
export const GLUE = "\ue000";

/** Combining marks ride on the letter before them; where the letter and its mark have one glyph, NFC has found it. */
export function shape(text: string, faceId: FaceId): Atom {
  const face = FACES[faceId];
  const glyphs: number[] = [];
  const characters: string[] = [];
  const shifts: number[] = [];
  let width = 0;
  let before = -1;
  for (const given of text) {
    const character = given === GLUE ? " " : given;
    let glyph = character === SOFT_HYPHEN ? 0 : face.glyph(character.codePointAt(0) ?? 0);
    if (glyph === 0) {
      if (SHAPELESS.test(character)) continue;
      glyph = face.glyph(FALLBACK);
    }
    if (before >= 0) {
      const kern = face.kern(before, glyph);
      shifts[shifts.length - 1] = kern;
      width += kern;
    }
    before = glyph;
    glyphs.push(glyph);
    characters.push(character);
    shifts.push(0);
    width += face.advance(glyph);
  }
  return { face: faceId, glyphs, characters, shifts, width };
}

/** The kern between two atoms of the same face that stand without a gap. */
export function kernBetween(left: Atom, right: Atom): number {
  const a = left.glyphs.at(-1);
  const b = right.glyphs[0];
  if (left.face !== right.face || a === undefined || b === undefined) return 0;
  return FACES[left.face].kern(a, b);
}
