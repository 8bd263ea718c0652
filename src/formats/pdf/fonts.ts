/**
 * The fonts of one document as objects: Type 0 fonts (ISO 32000-1, 9.7) with a subset of the face each. In: the codes of
 * a page. Out: the page's font resources. Which glyph has which code was decided before; its number and the glyph's are
 * the same in every subset.
 */
import { Buffer } from "node:buffer";
import type { Codes } from "./codes.ts";
import type { PDFContext } from "./object-model.ts";
import { deflate, Stream } from "./streams.ts";
import { subsetFace } from "./subset.ts";
import { unicodeMap } from "./unicode-map.ts";
import { Verbatim } from "./verbatim.ts";

/** That of Identity-H, which takes two bytes for the number itself (9.7.5.2). */
const SYSTEM = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";

/** The font resources of the page: a dictionary. */
export function embedFonts(context: PDFContext, codes: Codes): string {
  const toUnicode = context.register(new Stream(mapOf(codes.characters()), "", "deflated"));
  let resources = "";
  for (const { face, name: key, glyphs: all, widths, end } of codes.faces()) {
    const glyphs = all.subarray(0, end);
    const { bytes } = subsetFace(face, glyphs, widths);
    const name = `/${subsetTag(glyphs)}+${face.name}`;
    const program = context.register(new Stream(bytes, `/Length1 ${bytes.length}`, "quick"));
    // Symbolic (4): the encoding is our own, not a Latin character set.
    const descriptor = context.register(
      new Verbatim(
        `<</Type/FontDescriptor/FontName${name}/Flags 4/FontBBox[${face.bbox.join(" ")}]/ItalicAngle 0` +
          `/Ascent ${face.ascender}/Descent ${face.descender}/CapHeight ${face.capHeight}/StemV ${face.stemV}` +
          `/FontFile2 ${program}>>`,
      ),
    );
    const descendant = context.register(
      new Verbatim(
        `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}${SYSTEM}` +
          `/FontDescriptor ${descriptor}/CIDToGIDMap/Identity/DW 0/W[${runs(glyphs, widths)}]>>`,
      ),
    );
    const font = context.register(
      new Verbatim(
        `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H/DescendantFonts[${descendant}]` +
          `/ToUnicode ${toUnicode}>>`,
      ),
    );
    resources += `/${key} ${font}`;
  }
  return `<<${resources}>>`;
}

const kept = new WeakMap<readonly string[], Uint8Array>();

/** Deflated; lists that documents share have one map, which is made once. */
function mapOf(characters: readonly string[]): Uint8Array {
  let map = kept.get(characters);
  if (map === undefined) {
    map = deflate(Buffer.from(unicodeMap(characters)), 9);
    kept.set(characters, map);
  }
  return map;
}

/** Runs of numbers in use with the width of each (9.7.4.3); a gap of one or two is written as 0, which is shorter. */
function runs(glyphs: Uint16Array, widths: Uint16Array): string {
  let text = "";
  let last = 0;
  for (let number = 1; number < glyphs.length; number++) {
    if (glyphs[number] === 0) continue;
    if (last === 0 || number - last > 3) text += `${last === 0 ? "" : "]"}${number}[`;
    else for (text += " "; ++last < number; ) text += "0 ";
    text += widths[number];
    last = number;
  }
  return last === 0 ? "" : `${text}]`;
}

/** Six capitals that differ between subsets of the same face (ISO 32000-1, 9.6.4), computed from the glyphs themselves. */
function subsetTag(glyphs: Uint16Array): string {
  let hash = 2166136261;
  for (let number = 0; number < glyphs.length; number++) {
    const glyph = glyphs[number] as number;
    if (glyph !== 0) hash = Math.imul(hash ^ (glyph + (number << 16)), 16777619) >>> 0;
  }
  let tag = "";
  for (let i = 0; i < 6; i++) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}
