/**
 * A face: glyphs, widths, kerns and metrics of one font, read from a container made at build time. In: the container's
 * buffer. Out: look-ups over typed arrays that are views of it, so that opening costs microseconds and no glyph is an
 * object. It refuses to know text: no shaping, no features, no lines; those were resolved by scripts/build-faces.ts or
 * belong to the callers.
 *
 * The container (all numbers little-endian, sections aligned to four bytes):
 *
 *   u32            magic "EBF1"
 *   15 × u32, u32  for each section below: byte offset, number of elements
 *
 *   metrics        i16  unitsPerEm, ascender, descender, capHeight, xHeight, xMin, yMin,
 *                       xMax, yMax, stemV, italicAngle, right classes; thousandths of an em
 *   name           u8   PostScript name, ASCII
 *   low            u16  glyph id of each code point below LOW (OpenType cmap, resolved); 0 for none
 *   codePoints     u16  the code points from LOW on, ascending
 *   glyphs         u16  glyph id of the code point at the same place
 *   advances       u16  advance width of each glyph (hmtx)
 *   leftClasses    u8   kerning class of each glyph as the left one of a pair (GPOS kern, folded)
 *   rightClasses   u8   the same as the right one
 *   kernValues     i16  the distinct kerns
 *   kernMatrix     u8   [left class][right class] → place in kernValues
 *   loca           u16  start of each glyph in glyf in units of two bytes, one more than glyphs
 *   glyf           u8   outlines as in TrueType, without instructions
 *   head hhea maxp u8   as in TrueType, big-endian
 */

/** The font tables a subset is cut from; layouts as in the container above. */
export interface FaceTables {
  readonly glyf: Uint8Array;
  readonly loca: Uint16Array;
  readonly advances: Uint16Array;
  readonly head: Uint8Array;
  readonly hhea: Uint8Array;
  readonly maxp: Uint8Array;
}

/**
 * What `glyph`, `advance` and `kern` of a face read, for the loop over every character of a sheet, in which calls cost
 * more than the work, above all before a new isolate has compiled anything. Layouts as in the container above.
 */
export interface FaceLookups {
  readonly low: Uint16Array;
  readonly advances: Uint16Array;
  readonly leftClasses: Uint8Array;
  readonly rightClasses: Uint8Array;
  readonly kernColumns: number;
  readonly kernMatrix: Uint8Array;
  readonly kernValues: Int16Array;
}

/**
 * Every measure is in thousandths of an em, exact: the build accepts only fonts of 1,000 units,
 * so font units and thousandths are the same numbers. The axis points up, as in the font.
 */
export interface Face {
  readonly unitsPerEm: number;
  /** hhea ascender, the reach of the tallest accents, not of capitals. */
  readonly ascender: number;
  /** hhea descender, below zero. */
  readonly descender: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** xMin, yMin, xMax, yMax over all glyphs (head). */
  readonly bbox: readonly [number, number, number, number];
  /** Width of the stem of l, measured at half the x-height. */
  readonly stemV: number;
  /** Degrees counter-clockwise from the vertical (post). */
  readonly italicAngle: number;
  /** PostScript name (name table, id 6). */
  readonly name: string;
  /** Glyph id of a code point; 0, the .notdef, if the face has none. */
  glyph(codePoint: number): number;
  /** Advance width of a glyph. */
  advance(glyph: number): number;
  /** What to add to the advance of `left` when `right` follows; mostly zero or negative. */
  kern(left: number, right: number): number;
  readonly tables: FaceTables;
  readonly lookups: FaceLookups;
}

/** "EBF1" read as a little-endian u32. */
export const FACE_MAGIC = 0x31464245;
/** Latin and Cyrillic lie below and are looked up without a search; only signs lie above. */
export const LOW = 0x500;

/** Opens a container. The buffer is kept, not copied, and must not be written to afterwards. */
export function openFace(bytes: ArrayBuffer): Face {
  const directory = new Uint32Array(bytes, 0, 31);
  if (directory[0] !== FACE_MAGIC) throw new TypeError("These bytes are not a face made by scripts/build-faces.ts.");
  let section = 0;
  const take = <T>(Section: new (buffer: ArrayBuffer, offset: number, length: number) => T): T => {
    section++;
    return new Section(bytes, directory[2 * section - 1] as number, directory[2 * section] as number);
  };
  const metrics = take(Int16Array);
  const name = String.fromCharCode(...take(Uint8Array));
  const low = take(Uint16Array);
  const codePoints = take(Uint16Array);
  const glyphs = take(Uint16Array);
  const advances = take(Uint16Array);
  const leftClasses = take(Uint8Array);
  const rightClasses = take(Uint8Array);
  const kernValues = take(Int16Array);
  const kernMatrix = take(Uint8Array);
  const loca = take(Uint16Array);
  const glyf = take(Uint8Array);
  const head = take(Uint8Array);
  const hhea = take(Uint8Array);
  const maxp = take(Uint8Array);
  const metric = (place: number): number => metrics[place] as number;
  const kernColumns = metric(11);

  return {
    unitsPerEm: metric(0),
    ascender: metric(1),
    descender: metric(2),
    capHeight: metric(3),
    xHeight: metric(4),
    bbox: [metric(5), metric(6), metric(7), metric(8)],
    stemV: metric(9),
    italicAngle: metric(10),
    name,
    glyph(codePoint) {
      if (codePoint < LOW) return low[codePoint] as number;
      let first = 0;
      let last = codePoints.length - 1;
      while (first <= last) {
        const middle = (first + last) >> 1;
        const found = codePoints[middle] as number;
        if (found === codePoint) return glyphs[middle] as number;
        if (found < codePoint) first = middle + 1;
        else last = middle - 1;
      }
      return 0;
    },
    advance: (glyph) => advances[glyph] as number,
    kern: (left, right) =>
      kernValues[
        kernMatrix[(leftClasses[left] as number) * kernColumns + (rightClasses[right] as number)] as number
      ] as number,
    tables: { glyf, loca, advances, head, hhea, maxp },
    lookups: { low, advances, leftClasses, rightClasses, kernColumns, kernMatrix, kernValues },
  };
}
