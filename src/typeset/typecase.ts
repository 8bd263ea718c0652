/**
 * What one sheet has set already: paragraphs divided into pieces, pieces broken into lines, codes drawn as modules. In:
 * runs and a type. Out: lines, from memory where the same words were set to the same measure before, as the fit does at
 * every pass. It lives as long as one fit and is never shared.
 */
import { encode } from "uqr";
import type { Run } from "../model/briefing.ts";
import type { Type } from "./galley.ts";
import { breakLines, type Line } from "./lines.ts";
import { type Piece, piecesOf, type VoiceType, WordShop } from "./pieces.ts";

export class Typecase {
  readonly #language: string;
  readonly #shop: WordShop;
  readonly #pieces = new Map<string, readonly Piece[]>();
  readonly #lines = new Map<string, readonly Line[]>();
  readonly #codes = new Map<string, readonly (readonly boolean[])[]>();

  /** `names` are the first letters of names, long enough to know an inflected form by. */
  constructor(language: string, names: ReadonlySet<string>) {
    this.#language = language;
    this.#shop = new WordShop(names);
  }

  pieces(runs: readonly Run[], type: Type, voice: (run: Run) => VoiceType): readonly Piece[] {
    const key = keyOf(runs, type);
    let pieces = this.#pieces.get(key);
    if (pieces === undefined) {
      pieces = piecesOf(runs, voice, this.#language, this.#shop);
      this.#pieces.set(key, pieces);
    }
    return pieces;
  }

  lines(runs: readonly Run[], type: Type, voice: (run: Run) => VoiceType, measure: number): readonly Line[] {
    const em = Math.floor((measure / type.size) * 1000);
    const key = `${em} ${type.justified} ${keyOf(runs, type)}`;
    let lines = this.#lines.get(key);
    if (lines === undefined) {
      lines = breakLines(this.pieces(runs, type, voice), { measure: em, justified: type.justified });
      this.#lines.set(key, lines);
    }
    return lines;
  }

  /** The modules of a QR code with error correction M and no margin (ISO/IEC 18004); true is dark. */
  code(url: string): readonly (readonly boolean[])[] {
    let modules = this.#codes.get(url);
    if (modules === undefined) {
      modules = encode(url, { ecc: "M", border: 0 }).data;
      this.#codes.set(url, modules);
    }
    return modules;
  }
}

/** Equal keys mean equal pieces: the faces, and of each run its words, voice, language and link. */
function keyOf(runs: readonly Run[], type: Type): string {
  let key = `${type.face} ${type.strong}`;
  for (const { text, voice, lang, href } of runs)
    key += `\u0000${voice}\u0001${lang ?? ""}\u0001${href ?? ""}\u0001${text}`;
  return key;
}
