/**
 * The fonts of one document as objects: Type 0 fonts (ISO 32000-1, 9.7) with a subset of the face each. In: the codes of
 * a page. Out: the page's font resources. Which glyph has which code was decided before; code and glyph are the same
 * number in every subset.
 */

import type { FaceId } from "../../model/template.ts";
import { FACES } from "../../typeset/faces.ts";
import type { Codes } from "./codes.ts";
import type { PDFContext } from "./object-model.ts";
import type { Savings } from "./savings.ts";
import { Stream } from "./streams.ts";
import { subsetFace } from "./subset.ts";
import { unicodeMap } from "./unicode-map.ts";
import { Verbatim } from "./verbatim.ts";

/** The name under which the page's resources know a face. */
export function fontName(codes: Codes, face: FaceId): string {
  return `F${[...codes.faces.keys()].indexOf(face) + 1}`;
}

/** The font resources of the page: a dictionary. */
export function embedFonts(context: PDFContext, codes: Codes, { step }: Savings): string {
  const toUnicode = context.register(new Stream(new TextEncoder().encode(unicodeMap(codes.characters))));
  let resources = "";
  for (const [id, glyphs] of codes.glyphs) {
    const face = FACES[id];
    const { bytes } = subsetFace(face, glyphs, step);
    const name = `/${subsetTag(glyphs)}+${face.name}`;
    const program = context.register(new Stream(bytes, `/Length1 ${bytes.length}`));
    // Symbolic (4): the encoding is Identity, not a Latin character set.
    const descriptor = context.register(
      new Verbatim(
        `<</Type/FontDescriptor/FontName${name}/Flags 4/FontBBox[${face.bbox.join(" ")}]/ItalicAngle 0` +
          `/Ascent ${face.ascender}/Descent ${face.descender}/CapHeight ${face.capHeight}/StemV ${face.stemV}` +
          `/FontFile2 ${program}>>`,
      ),
    );
    // A code that only other faces use is .notdef here, in the program as in the widths.
    const widths = glyphs.map((glyph) => face.advance(glyph));
    const descendant = context.register(
      new Verbatim(
        `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}` +
          "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
          `/FontDescriptor ${descriptor}/CIDToGIDMap/Identity/DW 0/W[0[${widths.join(" ")}]]>>`,
      ),
    );
    const font = context.register(
      new Verbatim(
        `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H/DescendantFonts[${descendant}]` +
          `/ToUnicode ${toUnicode}>>`,
      ),
    );
    resources += `/${fontName(codes, id)} ${font}`;
  }
  return `<<${resources}>>`;
}

/** Six capitals that differ between subsets of the same face (ISO 32000-1, 9.6.4), computed from the glyphs themselves. */
function subsetTag(glyphs: readonly number[]): string {
  let hash = 2166136261;
  for (const glyph of glyphs) hash = Math.imul(hash ^ glyph, 16777619) >>> 0;
  let tag = "";
  for (let i = 0; i < 6; i++) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}
