/**
 * A composite font read back (ISO 32000-1, 9.7 and 9.10; OpenType for what is embedded). In: a font dictionary. Out: what
 * it says of itself, the widths it tells, the characters its codes stand for, and for each glyph of the embedded program
 * its width and how many bytes of outline it has.
 */
import { type PDFContext, type PDFDict, PDFName } from "pdf-lib";
import { dictAt, listAt, numberAt, numbersAt, streamAt, textAt } from "./pdf-values.ts";

export interface Font {
  name: string;
  subtype: string;
  /** The name of a map of codes that every reader knows. */
  encoding: string;
  /** First and last code of each range, in hexadecimal, as the map to Unicode tells them. */
  codeSpaces: string;
  descendant: string;
  cidToGid: string;
  flags: number;
  /** Keys of the descriptor. */
  described: string[];
  /** By CID, as the PDF tells them. */
  widths: Map<number, number>;
  toUnicode: Map<number, string>;
  /** By glyph, in thousandths of an em, as the embedded program tells them. */
  advances: number[];
  outlines: number[];
  length1: number;
  programLength: number;
}

export function fontOf(context: PDFContext, dict: PDFDict): Font {
  const at = (key: string) => dict.get(PDFName.of(key));
  const descendant = dictAt(context, listAt(context, at("DescendantFonts"))[0]);
  const descriptor = dictAt(context, descendant.get(PDFName.of("FontDescriptor")));
  const file = descriptor.get(PDFName.of("FontFile2"));
  const program = streamAt(context, file);
  const unicodeMap = Buffer.from(streamAt(context, at("ToUnicode"))).toString("latin1");
  return {
    name: textAt(context, at("BaseFont")),
    subtype: textAt(context, at("Subtype")),
    encoding: textAt(context, at("Encoding")),
    codeSpaces: codeSpaceOf(unicodeMap),
    descendant: textAt(context, descendant.get(PDFName.of("Subtype"))),
    cidToGid: textAt(context, descendant.get(PDFName.of("CIDToGIDMap"))),
    flags: numberAt(context, descriptor.get(PDFName.of("Flags"))),
    described: descriptor.keys().map((key) => key.decodeText()),
    widths: widthsOf(context, descendant),
    toUnicode: unicodeOf(unicodeMap),
    ...glyphsOf(program),
    length1: numberAt(context, dictAt(context, file).get(PDFName.of("Length1"))),
    programLength: program.length,
  };
}

/** `c [w1 w2 …]` and `first last w` (9.7.4.3). */
function widthsOf(context: PDFContext, descendant: PDFDict): Map<number, number> {
  const entries = listAt(context, descendant.get(PDFName.of("W")));
  const widths = new Map<number, number>();
  for (let i = 0; i < entries.length; ) {
    const first = numberAt(context, entries[i]);
    const list = numbersAt(context, entries[i + 1]);
    if (Number.isNaN(numberAt(context, entries[i + 1]))) {
      list.forEach((width, k) => {
        widths.set(first + k, width);
      });
      i += 2;
    } else {
      for (let cid = first; cid <= numberAt(context, entries[i + 1]); cid++)
        widths.set(cid, numberAt(context, entries[i + 2]));
      i += 3;
    }
  }
  return widths;
}

function codeSpaceOf(map: string): string {
  return (/begincodespacerange([\s\S]*?)endcodespacerange/.exec(map)?.[1] ?? "").replace(/\s/g, "");
}

function unicodeOf(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, count, block = ""] of map.matchAll(/(\d+) beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = [...block.matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f]{4})>\s*<([0-9a-f]{4})>/gi)];
    if (ranges.length !== Number(count) || ranges.length > 100) continue;
    for (const range of ranges) {
      const [first = 0, last = 0, unit = 0] = range.slice(1).map((digits) => Number.parseInt(digits, 16));
      // Only the last byte may run on; what goes beyond is undefined and read differently by each program.
      for (
        let code = first;
        code <= last && code >> 8 === first >> 8 && (unit + code - first) >> 8 === unit >> 8;
        code++
      )
        characters.set(code, String.fromCharCode(unit + code - first));
    }
  }
  for (const [, count, block = ""] of map.matchAll(/(\d+) beginbfchar([\s\S]*?)endbfchar/g)) {
    const pairs = [...block.matchAll(/<([0-9a-f]{4})>\s*<((?:[0-9a-f]{4})+)>/gi)];
    // More than a hundred entries, or a wrong count, and some readers drop the block.
    if (pairs.length !== Number(count) || pairs.length > 100) continue;
    for (const [, code = "", hex = ""] of pairs) {
      const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      characters.set(Number.parseInt(code, 16), String.fromCharCode(...units));
    }
  }
  return characters;
}

/** Widths from hmtx and lengths of outlines from loca. */
function glyphsOf(program: Uint8Array): { advances: number[]; outlines: number[] } {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    tables.set(String.fromCharCode(...program.subarray(record, record + 4)), view.getUint32(record + 8));
  }
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new TypeError(`the font has no table ${tag}`);
    return offset;
  };
  const scale = 1000 / view.getUint16(at("head") + 18);
  const long = view.getInt16(at("head") + 50) === 1;
  const count = view.getUint16(at("maxp") + 4);
  const metrics = view.getUint16(at("hhea") + 34);
  const place = (glyph: number): number =>
    long ? view.getUint32(at("loca") + 4 * glyph) : 2 * view.getUint16(at("loca") + 2 * glyph);
  const glyphs = Array.from({ length: count }, (_, glyph) => glyph);
  return {
    advances: glyphs.map((glyph) => view.getUint16(at("hmtx") + 4 * Math.min(glyph, metrics - 1)) * scale),
    outlines: glyphs.map((glyph) => place(glyph + 1) - place(glyph)),
  };
}
