/**
 * A paragraph before it has lines: its words in order, each with its place on an endless line. In: runs and the type of
 * each voice. Out: words in thousandths of an em of the paragraph's size, so that a change of size only breaks lines
 * anew. Where a word may be divided is asked only of words at which a line might end.
 */
import type { Run } from "../model/briefing.ts";
import type { FaceId } from "../model/template.ts";
import { FACES } from "./faces.ts";
import { hasLigatures, isStemOfDoubleF, joined, mayJoin } from "./ligatures.ts";
import { bound } from "./narrow-spaces.ts";
import { measure, walk } from "./shape.ts";
import { type Division, divide, isAddress, type Language } from "./words.ts";

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
  /** A single word of the sheet's own, which is never divided. */
  readonly isLabel: boolean;
}

/**
 * A stretch of one run without a space at which a line may end. Places are whole thousandths of an em, rounded up, so
 * that no line is ever fuller than it was thought to be. It stays where it stands in the text of its run, for a sheet
 * has a thousand words, and most are measured and set without ever being looked at on their own.
 */
export class Word {
  readonly voiced: Voiced;
  /** The text of the run as it is set: ligatures and spaces that hold together have characters of their own. */
  readonly source: string;
  /** Where the word stands in it, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  /** The next word stands close to this one and belongs with it: the same word in another voice. */
  glued = false;
  /** Where a line may end within it; null until that is asked. */
  joints: readonly Joint[] | null = null;

  constructor(voiced: Voiced, source: string, from: number, to: number, left: number, right: number) {
    this.voiced = voiced;
    this.source = source;
    this.from = from;
    this.to = to;
    this.left = left;
    this.right = right;
  }

  get text(): string {
    return this.source.slice(this.from, this.to);
  }

  get length(): number {
    return this.to - this.from;
  }
}

/** A place within a word: where a line that ends there has its right edge, the hyphen included, and the next begins. */
export interface Joint extends Division {
  readonly end: number;
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
    const voiced: Voiced = { run, face: faceId, scale, language: languageOf(run), isLabel: isLabel(run) };
    const gap = Math.ceil(face.advance(face.glyph(0x20)) * scale);
    const entered = bound(plain(run.text), voiced.language.primary);
    const text = hasLigatures(faceId) && mayJoin(entered) ? withLigatures(entered, voiced) : entered;
    for (let from = 0, to = 0; from < text.length; from = to + 1) {
      to = text.indexOf(" ", from);
      if (to < 0) to = text.length;
      if (to > from) {
        const own = measure(text, face, from, to);
        // What has no shape leaves the spaces around it to be what parts the words.
        if (own >= 0) {
          const before = words.at(-1);
          if (before !== undefined && space < 0) before.glued = true;
          if (before !== undefined && space > 0) x += space;
          const right = x + Math.ceil(own * scale);
          words.push(new Word(voiced, text, from, to, x, right));
          x = right;
          space = -1;
        }
      }
      if (to < text.length) space = gap;
    }
  }
  return words;
}

/** The places where a line may end within a word, in their order. They are sought once, for every measure asks for them. */
export function jointsIn(word: Word): readonly Joint[] {
  word.joints ??= findJoints(word);
  return word.joints;
}

const NONE: readonly Joint[] = [];

function findJoints({ text, left, voiced: { face, scale, language, isLabel: isWhole } }: Word): readonly Joint[] {
  const divisions = divide(text, language, isWhole);
  if (divisions.length === 0) return NONE;
  const hyphenWidth = FACES[face].advance(FACES[face].glyph(0x2d));
  const joints: Joint[] = [];
  walk(text, FACES[face], (at, before, kern) => {
    const division = divisions[joints.length];
    if (division === undefined || at < division.at) return;
    const end = left + Math.ceil((before + (division.hyphen ? hyphenWidth : 0)) * scale);
    const start = left + Math.floor((before + kern) * scale);
    joints.push({ at: division.at, hyphen: division.hyphen, end, start });
  });
  return joints;
}

function withLigatures(text: string, { language, isLabel: isWhole }: Voiced): string {
  const words = text.split(" ").map((word) => {
    if (!mayJoin(word) || isAddress(word)) return word;
    if (language.joinsCompounds) return joined(word, []);
    const joints = divide(word, language, isWhole).flatMap(({ at }) => (isStemOfDoubleF(word, at - 1) ? [] : [at]));
    return joined(word, joints);
  });
  return words.join(" ");
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

/** Below this, every character is composed as it is and stands alone: Latin letters and their signs. */
const COMPOSED = 0x300;
const isCyrillic = (unit: number): boolean => unit >= 0x400 && unit <= 0x481;
const isPunctuation = (unit: number): boolean => unit >= 0x2010 && unit <= 0x2027;

/**
 * A text of composed characters, with a space between words wherever there is a gap; a no-break space belongs to its
 * word. Nearly all texts are so already, and looking costs less than asking the platform to compose them.
 */
function plain(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || (unit >= COMPOSED && !isCyrillic(unit) && !isPunctuation(unit))) {
      return text.normalize("NFC").replace(/[\t\n\r]/g, " ");
    }
  }
  return text;
}
