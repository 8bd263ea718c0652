/**
 * Writes the container that src/typeset/text/face.ts opens, whose comment is the description of it. In
 * go the tables of a font already cut to the repertoire, its characters and its folded kerning,
 * out come the bytes. It checks what the run time relies on, so that nothing need be checked there.
 */
import { FACE_MAGIC, LOW } from "../src/typeset/text/face.ts";
import type { Kerning } from "./face-kerning.ts";
import { tableView } from "./sfnt.ts";

export interface FaceSource {
  /** Tables of the subset font: glyf, head, hhea, hmtx, loca, maxp, OS/2, post. */
  readonly tables: ReadonlyMap<string, Uint8Array>;
  readonly name: string;
  /** Code point and glyph id, ascending by code point. */
  readonly cmap: readonly (readonly [codePoint: number, glyph: number])[];
  readonly kerning: Kerning;
  /** Thousandths of an em. */
  readonly stemV: number;
}

export function writeFace(source: FaceSource): Uint8Array {
  const { tables, kerning } = source;
  const count = tableView(tables, "maxp").getUint16(4);
  const { glyf, loca } = packGlyphs(tables, count);
  const advances = advancesOf(tables, glyf, loca, count);
  const box = boxOf(glyf, loca);
  const glyphOf = new Map(source.cmap);
  const high = source.cmap.filter(([codePoint]) => codePoint >= LOW);
  const values = [...new Set(kerning.matrix)].sort((a, b) => a - b);
  if (values.length > 256) throw new Error("More than 256 distinct kerns.");
  return assemble([
    metricsOf(source, box),
    new Uint8Array(Buffer.from(source.name, "ascii")),
    Uint16Array.from({ length: LOW }, (_, codePoint) => glyphOf.get(codePoint) ?? 0),
    Uint16Array.from(high, ([codePoint]) => codePoint),
    Uint16Array.from(high, ([, glyph]) => glyph),
    advances,
    kerning.leftClasses,
    kerning.rightClasses,
    Int16Array.from(values),
    Uint8Array.from(kerning.matrix, (value) => values.indexOf(value)),
    loca,
    glyf,
    headOf(tables, box),
    tables.get("hhea") as Uint8Array,
    tables.get("maxp") as Uint8Array,
  ]);
}

function metricsOf({ tables, kerning, stemV }: FaceSource, box: readonly number[]): Int16Array {
  const head = tableView(tables, "head");
  const hhea = tableView(tables, "hhea");
  const os2 = tableView(tables, "OS/2");
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm !== 1000)
    throw new Error(`The face counts ${unitsPerEm} units to the em; the run time takes 1,000 for granted.`);
  const italicAngle = tableView(tables, "post").getInt32(4) / 65536;
  return Int16Array.from([
    unitsPerEm,
    hhea.getInt16(4),
    hhea.getInt16(6),
    os2.getInt16(88),
    os2.getInt16(86),
    ...box,
    stemV,
    italicAngle,
    kerning.columns,
  ]);
}

/** Outlines end to end, each padded to two bytes, so that the short loca of 131,070 bytes suffices. */
function packGlyphs(tables: ReadonlyMap<string, Uint8Array>, count: number): { glyf: Uint8Array; loca: Uint16Array } {
  const long = tableView(tables, "head").getInt16(50) === 1;
  const places = tableView(tables, "loca");
  const place = (i: number): number => (long ? places.getUint32(4 * i) : 2 * places.getUint16(2 * i));
  const source = tables.get("glyf") as Uint8Array;
  const loca = new Uint16Array(count + 1);
  const outlines: Uint8Array[] = [];
  let at = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    const outline = source.subarray(place(glyph), place(glyph + 1));
    const padded = new Uint8Array((outline.length + 1) & ~1);
    padded.set(outline);
    outlines.push(padded);
    at += padded.length;
    if (at > 0x1fffe) throw new Error("The outlines outgrow a short loca table.");
    loca[glyph + 1] = at / 2;
  }
  return { glyf: new Uint8Array(Buffer.concat(outlines)), loca };
}

/** xMin, yMin, xMax, yMax over the outlines that are left; the box in head is still that of the whole font. */
function boxOf(glyf: Uint8Array, loca: Uint16Array): number[] {
  const outlines = new DataView(glyf.buffer, glyf.byteOffset);
  const starts = Array.from(loca.subarray(0, -1)).filter((start, glyph) => start !== loca[glyph + 1]);
  const edges = (at: number): number[] => starts.map((start) => outlines.getInt16(2 * start + at));
  return [Math.min(...edges(2)), Math.min(...edges(4)), Math.max(...edges(6)), Math.max(...edges(8))];
}

/** The head table with that box, and the dates of the original. */
function headOf(tables: ReadonlyMap<string, Uint8Array>, box: readonly number[]): Uint8Array {
  const head = (tables.get("head") as Uint8Array).slice();
  const view = new DataView(head.buffer);
  box.forEach((edge, i) => {
    view.setInt16(36 + 2 * i, edge);
  });
  return head;
}

/** Advances from hmtx. Its side bearings are not kept: they must equal each outline's xMin. */
function advancesOf(
  tables: ReadonlyMap<string, Uint8Array>,
  glyf: Uint8Array,
  loca: Uint16Array,
  count: number,
): Uint16Array {
  const metrics = tableView(tables, "hmtx");
  const full = tableView(tables, "hhea").getUint16(34);
  const outlines = new DataView(glyf.buffer, glyf.byteOffset);
  return Uint16Array.from({ length: count }, (_, glyph) => {
    const bearing = metrics.getInt16(glyph < full ? 4 * glyph + 2 : 2 * full + 2 * glyph);
    const start = loca[glyph] as number;
    if (start !== loca[glyph + 1] && outlines.getInt16(2 * start + 2) !== bearing) {
      throw new Error(`Glyph ${glyph} has a side bearing that is not its xMin.`);
    }
    return metrics.getUint16(4 * Math.min(glyph, full - 1));
  });
}

function assemble(sections: readonly (Uint8Array | Uint16Array | Int16Array)[]): Uint8Array {
  const directory = new Uint32Array(1 + 2 * sections.length);
  directory[0] = FACE_MAGIC;
  let at = directory.byteLength;
  sections.forEach((section, i) => {
    directory[1 + 2 * i] = at;
    directory[2 + 2 * i] = section.length;
    at += (section.byteLength + 3) & ~3;
  });
  const bytes = new Uint8Array(at);
  for (const [i, section] of [directory, ...sections].entries()) {
    const start = i === 0 ? 0 : (directory[2 * i - 1] as number);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), start);
  }
  return bytes;
}
