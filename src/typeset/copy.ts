/**
 * A paragraph before it has lines: its words in order, each with its place on an endless line. In: runs and the type of
 * each voice. Out: words in thousandths of an em of the paragraph's size, so that a change of size only breaks lines
 * anew. Where a word may be divided is asked only of words at which a line might end.
 */
import type { Run } from "../model/briefing.ts";
import type { FaceId } from "../model/template.ts";
import { FACES } from "./faces.ts";
import { isStemOfDoubleF, joined, mayJoin } from "./ligatures.ts";
import { bound } from "./narrow-spaces.ts";
import { measure, walk } from "./shape.ts";
import { divide, isAddress, type Language } from "./words.ts";

/** How the words of one voice look, relative to the paragraph they stand in. */
export interface VoiceType {
  readonly face: FaceId;
  /** Factor on the paragraph's size. */
  readonly scale: number;
}

/** How one run of a paragraph is set. */
export interface Voiced extends VoiceType {
  readonly run: Run;
  readonly language: Language;
}

/**
 * A stretch of one run without a space at which a line may end. Places are whole thousandths of an em, rounded up, so
 * that no line is ever fuller than it was thought to be.
 */
export interface Word {
  readonly voiced: Voiced;
  /** As it is set: ligatures and spaces that hold together have characters of their own. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The next word stands close to this one and belongs with it: the same word in another voice. */
  glued: boolean;
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
    const language = isLabel(run) ? undivided(languageOf(run)) : languageOf(run);
    const voiced: Voiced = { run, face: faceId, scale, language };
    const gap = Math.ceil(face.advance(face.glyph(0x20)) * scale);
    const text = bound(spaced(run.text.normalize("NFC")), language.primary);
    for (let from = 0, to = 0; from < text.length; from = to + 1) {
      to = text.indexOf(" ", from);
      if (to < 0) to = text.length;
      if (to > from) {
        const word = set(text.slice(from, to), faceId, language);
        const own = measure(word, face);
        // What has no shape leaves the spaces around it to be what parts the words.
        if (own >= 0) {
          const width = Math.ceil(own * scale);
          const before = words.at(-1);
          if (before !== undefined && space < 0) before.glued = true;
          if (before !== undefined && space > 0) x += space;
          words.push({ voiced, text: word, left: x, right: x + width, glued: false });
          x += width;
          space = -1;
        }
      }
      if (to < text.length) space = gap;
    }
  }
  return words;
}

/**
 * Visits the places where a line may end within a word, in their order: `end` is where that line has its right edge, the
 * hyphen included, and `start` where the next one begins.
 */
export function jointsIn(
  { text, left, voiced: { face, scale, language } }: Word,
  visit: (at: number, hyphen: boolean, end: number, start: number) => void,
): void {
  const divisions = divide(text, language);
  if (divisions.length === 0) return;
  const hyphenWidth = FACES[face].advance(FACES[face].glyph(0x2d));
  let next = 0;
  walk(text, FACES[face], (at, before, kern) => {
    const division = divisions[next];
    if (division === undefined || at < division.at) return;
    next += 1;
    const end = before + (division.hyphen ? hyphenWidth : 0);
    visit(division.at, division.hyphen, left + Math.ceil(end * scale), left + Math.floor((before + kern) * scale));
  });
}

function set(word: string, face: FaceId, language: Language): string {
  if (!mayJoin(word, face) || isAddress(word)) return word;
  if (language.joinsCompounds) return joined(word, []);
  const joints = divide(word, language).flatMap(({ at }) => (isStemOfDoubleF(word, at - 1) ? [] : [at]));
  return joined(word, joints);
}

/** A single word of the sheet's own, such as what kind of answer is given: short, and read at a glance. */
function isLabel({ text, voice }: Run): boolean {
  return voice !== "plain" && text.split(" ").filter(({ length }) => length > 2).length <= 1;
}

function undivided(language: Language): Language {
  return { ...language, isName: () => true };
}

/** Every gap between words a space; a no-break space belongs to its word. */
function spaced(text: string): string {
  return /[\t\n\r]/.test(text) ? text.replace(/[\t\n\r]/g, " ") : text;
}
