/**
 * A content stream as it grows (ISO 32000-1, 7.8.2). In: operators as ASCII, and codes of glyphs within a string. Out: the
 * bytes. It is one array that doubles, since a sheet has thousands of codes and each would else be a string of its own.
 */
import { SINGLES } from "./codes.ts";

export class Operators {
  #bytes = new Uint8Array(1 << 15);
  #length = 0;

  /** An operator with its operands. */
  line(text: string): void {
    this.text(text);
    this.#bytes[this.#length++] = 0x0a;
  }

  text(text: string): void {
    // One more for the end of the line.
    this.#reserve(text.length + 1);
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i);
  }

  /** The code of one glyph. */
  code(number: number): void {
    this.#reserve(4);
    if (number < SINGLES) this.#escaped(number);
    else {
      const beyond = number - SINGLES;
      this.#bytes[this.#length++] = SINGLES + (beyond >> 8);
      this.#escaped(beyond & 0xff);
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Brackets, the backslash and the carriage return would be read as something else (7.3.4.2). */
  #escaped(byte: number): void {
    if (byte === 0x28 || byte === 0x29 || byte === 0x5c || byte === 0x0d) this.#bytes[this.#length++] = 0x5c;
    this.#bytes[this.#length++] = byte === 0x0d ? 0x72 : byte;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const longer = new Uint8Array(2 * this.#bytes.length + more);
    longer.set(this.#bytes);
    this.#bytes = longer;
  }
}
