/**
 * Cuts a face down to the glyphs one document uses. In go a face and the glyphs in the order of
 * their CIDs, out comes a TrueType font program of the tables PDF asks for (ISO 32000-1, 9.9:
 * glyf, head, hhea, hmtx, loca, maxp), to be embedded with CIDToGIDMap Identity. It copies bytes
 * and reads no outline; it knows no character, so ToUnicode and widths are the caller's.
 */
import type { Face } from "../../typeset/text/face.ts";
import { nextComponent } from "../glyf.ts";

export interface FaceSubset {
  /** The font program; its length is the Length1 of the FontFile2 stream. */
  readonly bytes: Uint8Array;
  /** Glyphs in it: those asked for, then the components of composites that were not. */
  readonly glyphCount: number;
}

const TAGS = [0x676c7966, 0x68656164, 0x68686561, 0x686d7478, 0x6c6f6361, 0x6d617870]; // glyf head hhea hmtx loca maxp
const DIRECTORY = 12 + 16 * TAGS.length;

/**
 * `glyphs[cid]` is the face's glyph to be shown for that CID; the first must be 0, the .notdef, and
 * another 0 is a CID that shows nothing. A glyph may be asked for twice and is then there twice, as
 * the hyphen at a line end wants it. `widths[cid]` is how far it advances, in thousandths of an em.
 */
export function subsetFace(face: Face, glyphs: ArrayLike<number>, widths: ArrayLike<number>): FaceSubset {
  if (glyphs[0] !== 0) throw new RangeError("The first glyph of a subset must be .notdef.");
  const { glyf, loca, advances } = face.tables;
  const outlines = new DataView(glyf.buffer, glyf.byteOffset, glyf.byteLength);

  // Where each glyph of the face comes to lie first; components join the end of the list as they are met.
  const order = Array.from(glyphs);
  const places = new Uint16Array(advances.length);
  for (let cid = order.length - 1; cid > 0; cid--) places[order[cid] as number] = cid;
  let outlineBytes = 0;
  for (let place = 0; place < order.length; place++) {
    const glyph = order[place] as number;
    if (glyph === 0) continue;
    const start = 2 * (loca[glyph] as number);
    const end = 2 * (loca[glyph + 1] as number);
    outlineBytes += end - start;
    if (end === start || outlines.getInt16(start) >= 0) continue;
    for (let at = start + 10; at > 0; at = nextComponent(outlines, at)) {
      const component = outlines.getUint16(at + 2);
      if (component === 0 || places[component] !== 0) continue;
      places[component] = order.length;
      order.push(component);
    }
  }

  const count = order.length;
  const longLoca = outlineBytes > 0x1fffe;
  const lengths = [outlineBytes, 54, 36, 4 * count, (longLoca ? 4 : 2) * (count + 1), 32];
  const starts: number[] = [];
  let size = DIRECTORY;
  for (const length of lengths) {
    starts.push(size);
    size += (length + 3) & ~3;
  }
  const [glyfStart, headStart, hheaStart, hmtxStart, locaStart, maxpStart] = starts as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(face.tables.head, headStart);
  bytes.set(face.tables.hhea, hheaStart);
  bytes.set(face.tables.maxp, maxpStart);
  view.setUint32(headStart + 8, 0);
  view.setUint16(headStart + 50, longLoca ? 1 : 0);
  view.setUint16(hheaStart + 34, count);
  view.setUint16(maxpStart + 4, count);

  let to = glyfStart;
  for (let place = 0; place < count; place++) {
    const glyph = order[place] as number;
    if (glyph !== 0) {
      const start = 2 * (loca[glyph] as number);
      const end = 2 * (loca[glyph + 1] as number);
      view.setUint16(hmtxStart + 4 * place, (place < glyphs.length ? widths[place] : advances[glyph]) as number);
      if (end > start) {
        bytes.set(glyf.subarray(start, end), to);
        // The side bearing is the outline's xMin; the build holds every face to that.
        view.setInt16(hmtxStart + 4 * place + 2, outlines.getInt16(start + 2));
        if (outlines.getInt16(start) < 0) {
          for (let at = start + 10; at > 0; at = nextComponent(outlines, at)) {
            view.setUint16(to + at - start + 2, places[outlines.getUint16(at + 2)] as number);
          }
        }
        to += end - start;
      }
    }
    if (longLoca) view.setUint32(locaStart + 4 * (place + 1), to - glyfStart);
    else view.setUint16(locaStart + 2 * (place + 1), (to - glyfStart) / 2);
  }

  writeDirectory(view, starts, lengths);
  return { bytes, glyphCount: count };
}

/** Table directory and checksums (OpenType spec, "Organization of an OpenType Font"). */
function writeDirectory(view: DataView, starts: readonly number[], lengths: readonly number[]): void {
  view.setUint32(0, 0x00010000);
  view.setUint32(4, (TAGS.length << 16) | 64); // searchRange for six tables
  view.setUint32(8, (2 << 16) | 32); // entrySelector, rangeShift
  let total = 0;
  for (let i = 0; i < TAGS.length; i++) {
    const start = starts[i] as number;
    const sum = checksum(view, start, starts[i + 1] ?? view.byteLength);
    view.setUint32(12 + 16 * i, TAGS[i] as number);
    view.setUint32(16 + 16 * i, sum);
    view.setUint32(20 + 16 * i, start);
    view.setUint32(24 + 16 * i, lengths[i] as number);
    total = (total + sum) | 0;
  }
  const headStart = starts[1] as number;
  view.setUint32(headStart + 8, 0xb1b0afba - (total + checksum(view, 0, DIRECTORY)));
}

/** Sum of the big-endian words of a range that is a whole number of them. */
function checksum(view: DataView, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum;
}
