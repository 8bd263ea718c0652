/**
 * Streams before they are written: what they hold and what their dictionary says besides. In: bytes and entries in PDF
 * syntax. Out: an object that pdf-lib numbers like its own, and bytes deflated by the platform's own zlib. It knows
 * nothing of what the bytes mean.
 */
import { deflateSync } from "node:zlib";
import { IndirectObject } from "./object-model.ts";

/**
 * `quick` streams gain little by more effort: outlines hardly repeat, and a text is said but once. `plain` streams are
 * for programs that know nothing of PDF, `deflated` ones were made so before.
 */
export type Packing = "deflate" | "quick" | "plain" | "deflated";

export class Stream extends IndirectObject {
  readonly bytes: Uint8Array;
  /** Entries of the dictionary besides Filter and Length. */
  readonly entries: string;
  readonly packing: Packing;

  constructor(bytes: Uint8Array, entries = "", packing: Packing = "deflate") {
    super();
    this.bytes = bytes;
    this.entries = entries;
    this.packing = packing;
  }
}

export function deflate(bytes: Uint8Array, level: number): Uint8Array {
  return deflateSync(bytes, { level });
}
