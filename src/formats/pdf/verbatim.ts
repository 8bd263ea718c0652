/**
 * An object already in PDF syntax, for what pdf-lib would build from maps only to turn it into the same text. In: the
 * text, one byte a character. Out: an object that pdf-lib numbers and refers to like its own.
 */
import { IndirectObject } from "./object-model.ts";

export class Verbatim extends IndirectObject {
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  override toString(): string {
    return this.#text;
  }
}
