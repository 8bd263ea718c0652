/**
 * The page's content stream (ISO 32000-1, 8 and 9): marked sequences of placed text and shapes. In: items and the codes
 * of the document. Out: operators as text. It turns the axis, since a PDF counts from the bottom, and decides nothing
 * else.
 */
import { Buffer } from "node:buffer";
import type { Placed, PlacedShape, PlacedText } from "../../model/page.ts";
import type { Codes } from "./codes.ts";
import { Paint } from "./paint.ts";
import { textString } from "./syntax.ts";
import { TextObject } from "./text-object.ts";
import { stretchesOf } from "./whole-words.ts";

export class Content {
  readonly #operators: string[] = [];
  readonly #paint: Paint;
  readonly #text: TextObject;

  constructor(height: number, codes: Codes) {
    this.#paint = new Paint(height, this.#operators);
    this.#text = new TextObject(height, codes, this.#operators);
  }

  /** What nobody reads aloud: rules, tints, marks that words repeat. */
  artifact(items: readonly Placed[]): void {
    if (items.length > 0) this.#sequence("/Artifact BMC", items);
  }

  marked(type: string, id: number, items: readonly Placed[]): void {
    this.#sequence(`/${type}<</MCID ${id}>>BDC`, items);
  }

  /** Operators are ASCII, and strings hold a character for each byte of a code. */
  bytes(): Uint8Array {
    this.#text.end();
    return Buffer.from(this.#operators.join("\n"), "latin1");
  }

  /** Sequences of text alone share a text object; one with shapes must hold its text objects whole (14.6.1). */
  #sequence(begin: string, items: readonly Placed[]): void {
    const texts = items.filter((item) => item.kind === "text");
    const onlyText = texts.length === items.length;
    if (onlyText) this.#text.begin();
    else this.#text.end();
    this.#operators.push(begin);
    let line = 0;
    for (const item of items) {
      if (item.kind === "shape") this.#shape(item);
      else this.#show(item, texts, line++);
    }
    if (!onlyText) this.#text.end();
    this.#operators.push("EMC");
  }

  #shape(item: PlacedShape): void {
    this.#text.end();
    this.#paint.draw(item);
  }

  #show(item: PlacedText, texts: readonly PlacedText[], line: number): void {
    this.#text.begin();
    this.#paint.fill(item.colour);
    this.#text.move(item);
    for (const { from, to, actual } of stretchesOf(texts, line)) {
      if (actual !== null) this.#operators.push(`/Span<</ActualText${textString(actual)}>>BDC`);
      this.#text.show(item, from, to);
      if (actual !== null) this.#operators.push("EMC");
    }
  }
}
