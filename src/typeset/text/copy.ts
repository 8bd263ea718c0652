/**
 * A paragraph before it has lines: its words in order, each with its place on an endless line. In: runs and the type of
 * each voice. Out: words in thousandths of an em of the paragraph's size, so that a change of size only breaks lines
 * anew. Where a word may be divided is asked only of words at which a line might end.
 */
import type { Run } from "../../model/briefing.ts";
import type { FaceId } from "../../model/template.ts";
import { type CastLanguage, type CastWord, castRun, type Voice } from "./cast.ts";
import { GLUE, isDash } from "./characters.ts";
import { FACES } from "./faces.ts";

/** How the words of one voice look, relative to the paragraph they stand in. */
export interface VoiceType {
  readonly face: FaceId;
  /** Factor on the paragraph's size. */
  readonly scale: number;
}

/** How one run of a paragraph is set. */
export interface Voiced extends VoiceType, Voice {
  readonly run: Run;
}

/**
 * A word in its paragraph. Places are whole thousandths of an em, rounded up, so that no line is ever fuller than it was
 * thought to be.
 */
export class Word {
  readonly voiced: Voiced;
  readonly cast: CastWord;
  readonly left: number;
  readonly right: number;
  /** The next word stands close to this one and belongs with it: the same word in another voice. */
  glued = false;

  constructor(voiced: Voiced, cast: CastWord, left: number, right: number) {
    this.voiced = voiced;
    this.cast = cast;
    this.left = left;
    this.right = right;
  }

  get text(): string {
    return this.cast.source.slice(this.cast.from, this.cast.to);
  }

  get length(): number {
    return this.cast.to - this.cast.from;
  }
}

export function copyOf(
  runs: readonly Run[],
  typeOf: (run: Run) => VoiceType,
  languageOf: (run: Run) => CastLanguage,
): readonly Word[] {
  const words: Word[] = [];
  let x = 0;
  /** Width of the space since the last word; -1 where there is none. */
  let space = -1;
  for (const run of runs) {
    const { face: faceId, scale } = typeOf(run);
    const face = FACES[faceId];
    const voiced: Voiced = { run, face: faceId, scale, language: languageOf(run), isLabel: isLabel(run) };
    const gap = Math.ceil(face.advance(face.glyph(0x20)) * scale);
    // A dash at the head of a run stays with the word before it, as one within a run does.
    const held = space > 0 && isDash(run.text, 0);
    if (held) space = -1;
    const { words: cast, endsApart } = castRun(held ? GLUE + run.text : run.text, voiced);
    for (const word of cast) {
      if (word.isApart) space = gap;
      const before = words.at(-1);
      if (before !== undefined && space < 0) before.glued = true;
      if (before !== undefined && space > 0) x += space;
      const right = x + Math.ceil(word.width * scale);
      words.push(new Word(voiced, word, x, right));
      x = right;
      space = -1;
    }
    if (endsApart) space = gap;
  }
  return words;
}

/** Words of this length or less do not count as words of their own. */
const PARTICLE = 2;

/** A single word of the sheet's own, such as what kind of answer is given: short, and read at a glance. */
function isLabel({ text, voice }: Run): boolean {
  if (voice === "plain") return false;
  let words = 0;
  for (let from = 0, to = 0; from < text.length; from = to + 1) {
    to = text.indexOf(" ", from);
    if (to < 0) to = text.length;
    if (to - from > PARTICLE) words += 1;
  }
  return words <= 1;
}
