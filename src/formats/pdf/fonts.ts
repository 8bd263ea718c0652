/**
 * The fonts of one document: which glyphs of which faces are used, under which CIDs, and the objects that embed them.
 * In: glyphs as the page is written. Out: CIDs, then Type 0 fonts (ISO 32000-1, 9.7) with a subset each. A glyph that
 * stands for two characters has two CIDs, so that each copies as itself.
 */
import { type PDFContext, PDFHexString, PDFName, type PDFRef } from "pdf-lib";
import type { FaceId } from "../../model/template.ts";
import { FACES } from "../../typeset/faces.ts";
import { flate } from "./streams.ts";
import { subsetFace } from "./subset.ts";

export interface FontUse {
  /** The name under which the page's resources know the font. */
  readonly name: string;
  readonly face: FaceId;
  /** Two bytes for each CID, as Identity-H reads them, ready to stand in a literal string (ISO 32000-1, 7.3.4.2). */
  code(glyph: number, character: string): string;
  embed(context: PDFContext): PDFRef;
}

export class Fonts {
  readonly #uses = new Map<FaceId, FontUse>();

  use(face: FaceId): FontUse {
    let use = this.#uses.get(face);
    if (use === undefined) {
      use = openUse(face, `F${this.#uses.size + 1}`);
      this.#uses.set(face, use);
    }
    return use;
  }

  /** The font resources of the page. */
  embed(context: PDFContext): Record<string, PDFRef> {
    return Object.fromEntries([...this.#uses.values()].map((use) => [use.name, use.embed(context)]));
  }
}

function openUse(faceId: FaceId, name: string): FontUse {
  const glyphs: number[] = [0];
  const characters: string[] = [""];
  const cids = new Map<number, string>();
  return {
    name,
    face: faceId,
    code(glyph, character) {
      // Code points end below 2^21, so glyph and character make one number.
      const key = glyph * 0x200000 + (character.codePointAt(0) ?? 0);
      let code = cids.get(key);
      if (code === undefined) {
        code = literal(glyphs.length >> 8) + literal(glyphs.length & 0xff);
        cids.set(key, code);
        glyphs.push(glyph);
        characters.push(character);
      }
      return code;
    },
    embed: (context) => embedFont(context, faceId, glyphs, characters),
  };
}

function embedFont(
  context: PDFContext,
  faceId: FaceId,
  glyphs: readonly number[],
  characters: readonly string[],
): PDFRef {
  const face = FACES[faceId];
  const { bytes } = subsetFace(face, glyphs);
  const baseFont = PDFName.of(`${subsetTag(glyphs)}+${face.name}`);
  const program = context.register(flate(context, bytes, { Length1: bytes.length }));
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: baseFont,
      // Symbolic: the encoding is Identity, not a Latin character set.
      Flags: 4,
      FontBBox: [...face.bbox],
      ItalicAngle: 0,
      Ascent: face.ascender,
      Descent: face.descender,
      CapHeight: face.capHeight,
      StemV: face.stemV,
      FontFile2: program,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: baseFont,
      CIDSystemInfo: {
        Registry: PDFHexString.of("41646F6265"),
        Ordering: PDFHexString.of("4964656E74697479"),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      CIDToGIDMap: "Identity",
      DW: 0,
      W: [0, glyphs.map((glyph) => face.advance(glyph))],
    }),
  );
  const toUnicode = context.register(flate(context, new TextEncoder().encode(unicodeMap(characters))));
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: baseFont,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    }),
  );
}

/** A byte in a literal string: brackets, the backslash and the carriage return would be read as something else. */
function literal(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === "\r") return "\\r";
  return "()\\".includes(character) ? `\\${character}` : character;
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

/** A ToUnicode CMap (ISO 32000-1, 9.10.3) in blocks of at most a hundred entries. */
function unicodeMap(characters: readonly string[]): string {
  const entries = characters.flatMap((character, cid) =>
    cid === 0 ? [] : [`<${cid.toString(16).padStart(4, "0")}> <${utf16(character)}>`],
  );
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += 100) {
    const block = entries.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}

function utf16(text: string): string {
  let hex = "";
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, "0");
  return hex;
}
