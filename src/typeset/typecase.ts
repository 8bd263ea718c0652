/**
 * What one sheet has set already: parts that came out as boxes, paragraphs as words on an endless line, codes drawn as
 * modules. In: a part and how to set it. Out: the box, from memory where the same part was set to the same measure at
 * the same rung, as happens at every pass of the fit. It lives as long as one fit and is never shared.
 */
import { encode } from "uqr";
import type { Run } from "../model/briefing.ts";
import type { StyleName } from "../model/template.ts";
import type { Box, Type } from "./box.ts";
import { copyOf, type Word } from "./copy.ts";
import { languageOf } from "./hyphenations.ts";
import { breakLines, type LineStart } from "./lines.ts";
import { Memory } from "./memory.ts";
import { voiceType } from "./voices.ts";
import { type Language, type Stems, stemsOf } from "./words.ts";

/**
 * Readers decode any of the eight masks, and a short address makes no pattern that disturbs them; trying all eight for
 * the smoothest one would cost more than the rest of a small sheet.
 */
const MASK = 2;

export class Typecase {
  readonly #language: string;
  readonly #names: Stems;
  readonly #languages = new Map<string, Language>();
  readonly #boxes = new Map<string, Memory<object, number | string, Box>>();
  readonly #copy = new Memory<readonly Run[], StyleName, readonly Word[]>();
  readonly #lines = new Memory<readonly Word[], number, readonly LineStart[]>();
  readonly #codes = new Map<string, readonly (readonly boolean[])[]>();

  constructor(language: string, names: readonly string[]) {
    this.#language = language;
    this.#names = stemsOf(names);
  }

  /** The boxes set with one set of types, by part and by the way in which each was set: mostly the measure. */
  boxes(types: string): Memory<object, number | string, Box> {
    let boxes = this.#boxes.get(types);
    if (boxes === undefined) {
      boxes = new Memory();
      this.#boxes.set(types, boxes);
    }
    return boxes;
  }

  copy(runs: readonly Run[], type: Type): readonly Word[] {
    return this.#copy.find(runs, type.style, () =>
      copyOf(
        runs,
        (run) => voiceType(type, run),
        ({ lang }) => this.#languageOf(lang ?? this.#language),
      ),
    );
  }

  /** The lines of words at a measure in thousandths of an em; a change of leading alone breaks none anew. */
  lines(words: readonly Word[], measure: number): readonly LineStart[] {
    return this.#lines.find(words, measure, () => breakLines(words, measure));
  }

  #languageOf(tag: string): Language {
    let language = this.#languages.get(tag);
    if (language === undefined) {
      language = languageOf(tag, this.#names);
      this.#languages.set(tag, language);
    }
    return language;
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
