/**
 * Texts of any characters at all, halves of pairs and control characters among them, for tests of what has to survive
 * everything. In: how long. Out: an arbitrary. Half of the characters are ASCII, where signs stand that mean something to
 * formats. `fc.string({ unit: "binary" })` gives the same kind of text, and takes two seconds to get ready.
 */
import * as fc from "fast-check";

export function anyText({ maxLength }: { readonly maxLength: number }): fc.Arbitrary<string> {
  const point = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff }));
  return fc.array(point, { maxLength }).map((points) => String.fromCodePoint(...points));
}
