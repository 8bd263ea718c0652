/**
 * Pair kerning as a class matrix. In: a HarfBuzz font and one code point for each glyph. Out: the kern of every ordered
 * pair, folded: glyphs that kern alike on their right share a left class, glyphs that kern alike on their left share a
 * right class. It reads no GPOS itself; HarfBuzz resolves lookups, classes and exceptions, and here only the sums are
 * kept.
 */
import * as hb from "harfbuzzjs";

/** Classes by glyph id; class 0 never kerns. `matrix[left * columns + right]` is in font units. */
export interface Kerning {
  readonly leftClasses: Uint8Array;
  readonly rightClasses: Uint8Array;
  readonly columns: number;
  readonly matrix: Int16Array;
}

/** Everything that would change a glyph is off: the widths are those of the plain glyphs. */
const FEATURES = ["liga", "clig", "calt", "ccmp", "locl", "rlig", "rclt", "frac", "numr", "dnom", "mark", "mkmk"].map(
  (tag) => new hb.Feature(tag, 0),
);

/**
 * `codePoints[glyph]` is a character that maps to the glyph, or 0 for one that no text reaches.
 * `font` may number its glyphs differently: only its characters and advances are used.
 */
export function foldKerning(font: hb.Font, codePoints: readonly number[]): Kerning {
  const reached = codePoints.map((_, glyph) => glyph).filter((glyph) => codePoints[glyph]);
  const count = codePoints.length;
  const kerns = new Int16Array(count * count);
  for (const left of reached) {
    const row = kernRow(
      font,
      codePoints[left] as number,
      reached.map((glyph) => codePoints[glyph] as number),
    );
    reached.forEach((right, i) => {
      kerns[left * count + right] = row[i] as number;
    });
  }
  const left = classify(count, (glyph) => kerns.subarray(glyph * count, (glyph + 1) * count));
  const right = classify(count, (glyph) =>
    Int16Array.from({ length: count }, (_, i) => kerns[i * count + glyph] as number),
  );
  const columns = right.members.length;
  const matrix = new Int16Array(left.members.length * columns);
  left.members.forEach((leftGlyph, row) => {
    right.members.forEach((rightGlyph, column) => {
      matrix[row * columns + column] = kerns[leftGlyph * count + rightGlyph] as number;
    });
  });
  return { leftClasses: left.classes, rightClasses: right.classes, columns, matrix };
}

/** A code point no face has: shaped as .notdef, it parts the pairs of a run. */
const APART = 0xffff;

/**
 * Kerns of one character before each of the others, shaped as one run of pairs kept apart, for
 * the faces also kern by context (l·l), which a matrix of pairs leaves out.
 */
function kernRow(font: hb.Font, left: number, rights: readonly number[]): number[] {
  const buffer = new hb.Buffer();
  buffer.addCodePoints(rights.flatMap((right) => [left, right, APART]));
  buffer.setDirection(hb.Direction.LTR);
  // The faces kern alike in every script (a test compares), so mixed pairs need no rule of their own.
  buffer.setScript("Zyyy");
  buffer.setFlags(hb.BufferFlag.PRESERVE_DEFAULT_IGNORABLES);
  hb.shape(font, buffer, FEATURES);
  const glyphs = buffer.getGlyphInfosAndPositions();
  const leftGlyph = font.nominalGlyph(left);
  return rights.map((right, i) => {
    const shaped = glyphs[3 * i];
    const next = glyphs[3 * i + 1];
    const plain = shaped?.codepoint === leftGlyph && next?.codepoint === font.nominalGlyph(right) && !next?.xOffset;
    if (!shaped || !plain) {
      throw new Error(`Shaping U+${left.toString(16)} U+${right.toString(16)} did more than kern.`);
    }
    return (shaped.xAdvance as number) - font.glyphHAdvance(shaped.codepoint);
  });
}

/** Glyphs of equal vectors share a class; the all-zero vector is class 0; a member stands for each class. */
function classify(count: number, vectorOf: (glyph: number) => Int16Array): { classes: Uint8Array; members: number[] } {
  const seen = new Map<string, number>([[new Int16Array(count).join(), 0]]);
  const classes = new Uint8Array(count);
  // Glyph 0 is .notdef, which no character reaches: its vector is zero.
  const members = [0];
  for (let glyph = 0; glyph < count; glyph++) {
    const key = vectorOf(glyph).join();
    let found = seen.get(key);
    if (found === undefined) {
      found = members.length;
      seen.set(key, found);
      members.push(glyph);
    }
    if (found > 255) throw new Error("More than 256 kerning classes.");
    classes[glyph] = found;
  }
  return { classes, members };
}
