/**
 * The words of a run, cast: measured, wherever in a paragraph they come to stand. In: a text, its face and its language.
 * Out: its words, in thousandths of an em of their own size, and where each may be divided. A text is cast once for a
 * sheet, for when the fit numbers sources anew, what is cited stays as it was.
 */
import type { FaceId } from "../../model/template.ts";
import type { Memo } from "../memo.ts";
import { FACES } from "./faces.ts";
import { hasLigatures, isStemOfDoubleF, joined, mayJoin } from "./ligatures.ts";
import { bound } from "./narrow-spaces.ts";
import { measure, walk } from "./shape.ts";
import { type Division, divide, isAddress, type Language } from "./word-breaks.ts";

/**
 * A stretch of a run without a space at which a line may end. It stays where it stands in the text, for a sheet has a
 * thousand words, and most are measured and set without ever being looked at on their own.
 */
export class CastWord {
  /** The text as it is set: ligatures and spaces that hold together have characters of their own. */
  readonly source: string;
  /** Where the word stands in it, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** A space of the text stands before it. */
  readonly isApart: boolean;
  /** Where a line may end within it; null until that is asked. */
  joints: readonly Joint[] | null = null;

  constructor(source: string, from: number, to: number, width: number, isApart: boolean) {
    this.source = source;
    this.from = from;
    this.to = to;
    this.width = width;
    this.isApart = isApart;
  }
}

/** A place within a word: where a line that ends there has its right edge, the hyphen included, and the next begins. */
export interface Joint extends Division {
  readonly end: number;
  readonly start: number;
}

export interface CastRun {
  readonly words: readonly CastWord[];
  /** A space of the text stands after the last word. */
  readonly endsApart: boolean;
}

/** A language, and the texts cast in it so far, by text and face. */
export interface CastLanguage extends Language {
  readonly cast: Memo<string, FaceId, CastRun>;
}

/** How a text is cast; `isLabel` says that it is a single word of the sheet's own, which is never divided. */
export interface Voice {
  readonly face: FaceId;
  readonly language: CastLanguage;
  readonly isLabel: boolean;
}

export function castRun(text: string, voice: Voice): CastRun {
  const { face, language, isLabel } = voice;
  // Labels are many and short: casting one takes no longer than looking for it.
  return isLabel ? cast(text, voice) : language.cast.find(text, face, () => cast(text, voice));
}

function cast(entered: string, voice: Voice): CastRun {
  const face = FACES[voice.face];
  const bare = bound(plain(entered), voice.language.primary);
  const text = hasLigatures(voice.face) && mayJoin(bare) ? withLigatures(bare, voice) : bare;
  const words: CastWord[] = [];
  let isApart = false;
  for (let from = 0, to = 0; from < text.length; from = to + 1) {
    to = text.indexOf(" ", from);
    if (to < 0) to = text.length;
    if (to > from) {
      const width = measure(text, face, from, to);
      // What has no shape leaves the spaces around it to be what parts the words.
      if (width >= 0) {
        words.push(new CastWord(text, from, to, width, isApart));
        isApart = false;
      }
    }
    if (to < text.length) isApart = true;
  }
  return { words, endsApart: isApart };
}

/** The places where a line may end within a word, in their order. They are sought once, for every measure asks for them. */
export function jointsIn(word: CastWord, voice: Voice): readonly Joint[] {
  word.joints ??= findJoints(word.source.slice(word.from, word.to), voice);
  return word.joints;
}

const NONE: readonly Joint[] = [];

function findJoints(text: string, { face: faceId, language, isLabel }: Voice): readonly Joint[] {
  const divisions = divide(text, language, isLabel);
  if (divisions.length === 0) return NONE;
  const face = FACES[faceId];
  const hyphenWidth = face.advance(face.glyph(0x2d));
  const joints: Joint[] = [];
  walk(text, face, (at, before, kern) => {
    const division = divisions[joints.length];
    if (division === undefined || at < division.at) return;
    const { hyphen } = division;
    joints.push({ at: division.at, hyphen, end: before + (hyphen ? hyphenWidth : 0), start: before + kern });
  });
  return joints;
}

function withLigatures(text: string, { language, isLabel }: Voice): string {
  const words = text.split(" ").map((word) => {
    if (!mayJoin(word) || isAddress(word)) return word;
    if (language.joinsCompounds) return joined(word, []);
    const joints = divide(word, language, isLabel).flatMap(({ at }) => (isStemOfDoubleF(word, at - 1) ? [] : [at]));
    return joined(word, joints);
  });
  return words.join(" ");
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
