/**
 * A paragraph before it has lines: its atoms in order, each with the gap or break that may follow it. In: runs and the
 * type of each voice. Out: pieces in em of the paragraph's size, so that a change of size only breaks lines anew.
 */
import type { Run } from "../model/briefing.ts";
import type { FaceId } from "../model/template.ts";
import { hyphenationFor } from "./hyphenations.ts";
import { type Atom, GLUE, kernBetween, shape } from "./shape.ts";
import { divide } from "./words.ts";

/** How the words of one voice look, relative to the paragraph they stand in. */
export interface VoiceType {
  readonly face: FaceId;
  /** Factor on the paragraph's size. */
  readonly scale: number;
}

export interface Piece {
  readonly run: Run;
  readonly atom: Atom;
  readonly scale: number;
  /** Width in thousandths of an em of the paragraph. */
  readonly width: number;
  readonly after: "none" | "free" | "hyphen" | "space" | "end";
  /** Width added when the next piece follows on the same line: a space, or the kern between two parts of a word. */
  readonly gap: number;
  /** Width added when the line ends here: that of a hyphen, or nothing. */
  readonly tail: number;
}

interface Part {
  readonly atom: Atom;
  readonly after: "none" | "free" | "hyphen";
}

/** What may stand before a name within its word. */
const OPENING = "„“‚‘«‹(\"'";

/** Remembers the parts of each word within one sheet, for the fit sets the same words many times. */
export class WordShop {
  readonly #shelves = new Map<string, (word: string) => readonly Part[]>();
  readonly #names: ReadonlySet<string>;

  readonly #widths = new Map<string, number>();

  /** `names` are the first letters of names, long enough to know an inflected form by. */
  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  /** Width of a single character in thousandths of an em of its own size. */
  width(character: string, face: FaceId): number {
    const key = `${face} ${character}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = shape(character, face).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  /** The words of one face and language; each is divided and shaped when it is first asked for. */
  shelf(face: FaceId, language: string): (word: string) => readonly Part[] {
    const key = `${face} ${language}`;
    let shelf = this.#shelves.get(key);
    if (shelf === undefined) {
      const hyphenation = hyphenationFor(language);
      const isName = (word: string): boolean => this.#isName(word);
      const known = new Map<string, readonly Part[]>();
      shelf = (word) => {
        let parts = known.get(word);
        if (parts === undefined) {
          parts = divide(word.normalize("NFC"), hyphenation, isName).map(({ text, after }) => ({
            atom: shape(text, face),
            after,
          }));
          known.set(word, parts);
        }
        return parts;
      };
      this.#shelves.set(key, shelf);
    }
    return shelf;
  }

  /** Names begin with a capital, perhaps after a quotation mark or bracket, and may be inflected or joined to others. */
  #isName(word: string): boolean {
    let start = 0;
    while (start < word.length && OPENING.includes(word[start] as string)) start += 1;
    for (const stem of this.#names) if (word.startsWith(stem, start)) return true;
    return false;
  }
}

export function piecesOf(
  runs: readonly Run[],
  typeOf: (run: Run) => VoiceType,
  language: string,
  shop: WordShop,
): readonly Piece[] {
  const pieces: { -readonly [K in keyof Piece]: Piece[K] }[] = [];
  for (const run of runs) {
    const { face, scale } = typeOf(run);
    const partsOf = shop.shelf(face, run.lang ?? language);
    for (const token of tokens(bound(run.text))) {
      const before = pieces.at(-1);
      if (token === " ") {
        if (before !== undefined) {
          before.after = "space";
          before.gap = shop.width(" ", face) * scale;
          before.tail = 0;
        }
        continue;
      }
      for (const { atom, after } of partsOf(token)) {
        if (atom.glyphs.length === 0) continue;
        const left = pieces.at(-1);
        if (left !== undefined && left.after !== "space" && left.scale === scale) {
          left.gap = kernBetween(left.atom, atom) * scale;
        }
        const tail = after === "hyphen" ? shop.width("-", face) * scale : 0;
        pieces.push({ run, atom, scale, width: atom.width * scale, after, gap: 0, tail });
      }
    }
  }
  const last = pieces.at(-1);
  if (last !== undefined) Object.assign(last, { after: "end", gap: 0, tail: 0 });
  return pieces;
}

/** A dash stays with the word before it, and an initial with the name after it. */
function bound(text: string): string {
  let bound = text.replaceAll(" –", `${GLUE}–`);
  for (let at = bound.indexOf(". "); at >= 0; at = bound.indexOf(". ", at + 1)) {
    if (isInitial(bound, at)) bound = `${bound.slice(0, at + 1)}${GLUE}${bound.slice(at + 2)}`;
  }
  return bound;
}

/** Whether a full stop ends a single capital that is followed by another, as in “M. Brucker”. */
function isInitial(text: string, stop: number): boolean {
  const [before = " ", letter = "", next = ""] = [text[stop - 2], text[stop - 1], text[stop + 2]];
  return (before === " " || before === "\u00a0") && isCapital(letter) && isCapital(next);
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

/** Words, and one space for each stretch of white space; a no-break space belongs to its word. */
function tokens(text: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (let end = 0; end <= text.length; end++) {
    if (end < text.length && !isSpace(text.charCodeAt(end))) continue;
    if (end > start) found.push(text.slice(start, end));
    if (end < text.length && found.at(-1) !== " ") found.push(" ");
    start = end + 1;
  }
  return found;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}
