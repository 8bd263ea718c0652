/**
 * What one sheet has set already: parts that came out as boxes, paragraphs divided into pieces, codes drawn as modules.
 * In: a part and how to set it. Out: the box, from memory where the same part was set to the same measure at the same
 * rung, as happens at every pass of the fit. It lives as long as one fit and is never shared.
 */
import { encode } from "uqr";
import type { Run } from "../model/briefing.ts";
import type { Box, Type } from "./box.ts";
import { type Piece, piecesOf, type VoiceType, WordShop } from "./pieces.ts";

/**
 * Readers decode any of the eight masks, and a short address makes no pattern that disturbs them; trying all eight for
 * the smoothest one would cost more than the rest of a small sheet.
 */
const MASK = 2;

export class Typecase {
  readonly #language: string;
  readonly #shop: WordShop;
  readonly #boxes = new Map<object, Map<string, Box>>();
  readonly #pieces = new Map<readonly Run[], Map<string, readonly Piece[]>>();
  readonly #codes = new Map<string, readonly (readonly boolean[])[]>();

  /** `names` are the first letters of names, long enough to know an inflected form by. */
  constructor(language: string, names: ReadonlySet<string>) {
    this.#language = language;
    this.#shop = new WordShop(names);
  }

  /** `way` says at which rung and to which measure the part is set. */
  box(part: object, way: string, set: () => Box): Box {
    return remembered(this.#boxes, part, way, set);
  }

  pieces(runs: readonly Run[], type: Type, voice: (run: Run) => VoiceType): readonly Piece[] {
    return remembered(this.#pieces, runs, `${type.face} ${type.strong}`, () =>
      piecesOf(runs, voice, this.#language, this.#shop),
    );
  }

  /** The modules of a QR code with error correction M and no margin (ISO/IEC 18004); true is dark. */
  code(url: string): readonly (readonly boolean[])[] {
    let modules = this.#codes.get(url);
    if (modules === undefined) {
      modules = encode(url, { ecc: "M", border: 0, maskPattern: MASK }).data;
      this.#codes.set(url, modules);
    }
    return modules;
  }
}

function remembered<K extends object, T>(memory: Map<K, Map<string, T>>, key: K, way: string, make: () => T): T {
  let ways = memory.get(key);
  if (ways === undefined) {
    ways = new Map();
    memory.set(key, ways);
  }
  let value = ways.get(way);
  if (value === undefined) {
    value = make();
    ways.set(way, value);
  }
  return value;
}
