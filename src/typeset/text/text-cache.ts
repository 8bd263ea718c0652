/**
 * What one sheet has cast already, whatever the rung: paragraphs as words on an endless line, their lines at a measure,
 * codes as modules. In: what is to be cast. Out: the same from memory where it was cast before, as happens at every pass
 * of the fit. It lives as long as one fit and is never shared.
 */
import { encode } from "uqr";
import type { Run } from "../../model/briefing.ts";
import type { StyleName } from "../../model/template.ts";
import type { Type } from "../boxes/box.ts";
import { Memo } from "../memo.ts";
import type { CastLanguage } from "./cast.ts";
import { copyOf, type Word } from "./copy.ts";
import { languageOf } from "./hyphenations.ts";
import { breakLines, type LineStart } from "./lines.ts";
import { voiceType } from "./voices.ts";
import { type Stems, stemsOf } from "./word-breaks.ts";

/**
 * Readers decode any of the eight masks, and a short address makes no pattern that disturbs them; trying all eight for
 * the smoothest one would cost more than the rest of a small sheet.
 */
const MASK = 2;

export class TextCache {
  readonly #language: string;
  readonly #names: Stems;
  readonly #languages = new Map<string, CastLanguage>();
  readonly #copy = new Memo<readonly Run[], StyleName, readonly Word[]>();
  readonly #lines = new Memo<readonly Word[], number, readonly LineStart[]>();
  readonly #codes = new Map<string, readonly (readonly boolean[])[]>();

  constructor(language: string, names: readonly string[]) {
    this.#language = language;
    this.#names = stemsOf(names);
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

  #languageOf(tag: string): CastLanguage {
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
