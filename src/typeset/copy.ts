/**
 * A paragraph before it has lines: its words in order, each with its place on an endless line. In: runs and the type of
 * each voice. Out: words in thousandths of an em of the paragraph's size, so that a change of size only breaks lines
 * anew. Where a word may be divided is asked only of words at which a line might end.
 */
import type { Run } from "../model/briefing.ts";
import type { FaceId } from "../model/template.ts";
import { FACES } from "./faces.ts";
import { joined, mayJoin } from "./ligatures.ts";
import { bound } from "./narrow-spaces.ts";
import { measure } from "./shape.ts";
import { type Division, divide, isAddress, type Language } from "./words.ts";

/** How the words of one voice look, relative to the paragraph they stand in. */
export interface VoiceType {
  readonly face: FaceId;
  /** Factor on the paragraph's size. */
  readonly scale: number;
}

/** A stretch of one run without a space at which a line may end. */
export interface Word extends VoiceType {
  readonly run: Run;
  /** As it is set: ligatures and spaces that hold together have characters of their own. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The next word stands close to this one and belongs with it: the same word in another voice. */
  glued: boolean;
  readonly language: Language;
  /** Found when first asked for. */
  joints: readonly Joint[] | null;
}

/** A place within a word where a line may end. */
export interface Joint extends Division {
  /** Where a line that ends here has its right edge, the hyphen included. */
  readonly end: number;
  /** Where the next line begins. */
  readonly start: number;
}

export function copyOf(
  runs: readonly Run[],
  typeOf: (run: Run) => VoiceType,
  languageOf: (run: Run) => Language,
): readonly Word[] {
  const words: Word[] = [];
  let x = 0;
  /** Width of the space since the last word; -1 where there is none. */
  let space = -1;
  for (const run of runs) {
    const { face: faceId, scale } = typeOf(run);
    const face = FACES[faceId];
    const language = languageOf(run);
    const text = bound(run.text.normalize("NFC"), language.primary);
    for (let from = 0, to = 0; from < text.length; from = to + 1) {
      for (to = from; to < text.length && !isSpace(text.charCodeAt(to)); ) to += 1;
      if (to > from) {
        const word = set(text.slice(from, to), faceId, language);
        const width = measure(word, face) * scale;
        if (width < 0) continue;
        const before = words.at(-1);
        if (before !== undefined && space < 0) before.glued = true;
        if (before !== undefined && space > 0) x += space;
        words.push({
          run,
          face: faceId,
          scale,
          text: word,
          left: x,
          right: x + width,
          glued: false,
          language,
          joints: null,
        });
        x += width;
        space = -1;
      }
      if (to < text.length) space = face.advance(face.glyph(0x20)) * scale;
    }
  }
  return words;
}

/** Where a word may be divided and what lines then measure, in its order. */
export function jointsIn(word: Word): readonly Joint[] {
  word.joints ??= findJoints(word);
  return word.joints;
}

function findJoints({ text, face, scale, left, language }: Word): readonly Joint[] {
  const divisions = divide(text, language);
  if (divisions.length === 0) return [];
  const hyphen = FACES[face].advance(FACES[face].glyph(0x2d));
  const joints: Joint[] = [];
  let next = 0;
  measure(text, FACES[face], (at, before, kern) => {
    const division = divisions[next];
    if (division === undefined || at < division.at) return;
    next += 1;
    joints.push({
      ...division,
      end: left + (before + (division.hyphen ? hyphen : 0)) * scale,
      start: left + (before + kern) * scale,
    });
  });
  return joints;
}

function set(word: string, face: FaceId, language: Language): string {
  if (!mayJoin(word, face) || isAddress(word)) return word;
  return joined(word, language.joinsCompounds ? [] : divide(word, language).map(({ at }) => at));
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}
