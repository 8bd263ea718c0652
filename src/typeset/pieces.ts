/**
 * A paragraph before it has lines: its atoms in order, each with the gap or break that may follow it. In: runs and the
 * type of each voice. Out: pieces in em of the paragraph's size, so that a change of size only breaks lines anew.
 */
import type { Run } from "../model/briefing.ts";
import type { FaceId } from "../model/template.ts";
import type { Hyphenation } from "./hyphenate.ts";
import { hyphenationFor } from "./hyphenations.ts";
import { type Atom, kernBetween, shape } from "./shape.ts";
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

/** The words of one face and language. */
interface Shelf {
  readonly hyphenation: Hyphenation;
  readonly parts: Map<string, readonly Part[]>;
}

/** Remembers the parts of each word within one sheet, for the fit sets the same words many times. */
export class WordShop {
  readonly #shelves = new Map<string, Shelf>();
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

  parts(word: string, face: FaceId, language: string): readonly Part[] {
    const shelf = this.#shelf(face, language);
    let parts = shelf.parts.get(word);
    if (parts === undefined) {
      const isName = (core: string): boolean => this.#isName(core);
      parts = divide(word.normalize("NFC"), shelf.hyphenation, isName).map(({ text, after }) => ({
        atom: shape(text, face),
        after,
      }));
      shelf.parts.set(word, parts);
    }
    return parts;
  }

  #shelf(face: FaceId, language: string): Shelf {
    const key = `${face} ${language}`;
    let shelf = this.#shelves.get(key);
    if (shelf === undefined) {
      shelf = { hyphenation: hyphenationFor(language), parts: new Map() };
      this.#shelves.set(key, shelf);
    }
    return shelf;
  }

  #isName(word: string): boolean {
    for (let length = word.length; length >= Math.max(3, word.length - 4); length--) {
      if (this.#names.has(word.slice(0, length))) return true;
    }
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
    for (const token of tokens(run.text)) {
      const before = pieces.at(-1);
      if (token === " ") {
        if (before !== undefined) {
          before.after = "space";
          before.gap = shop.width(" ", face) * scale;
          before.tail = 0;
        }
        continue;
      }
      for (const { atom, after } of shop.parts(token, face, run.lang ?? language)) {
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

/** Words, and one space for each stretch of white space; a no-break space belongs to its word. */
function tokens(text: string): readonly string[] {
  const found: string[] = [];
  for (const [token] of text.matchAll(/[^ \t\r\n]+|[ \t\r\n]+/g)) {
    found.push(/^[ \t\r\n]/.test(token) ? " " : token);
  }
  return found;
}
