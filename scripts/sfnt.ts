/**
 * The sfnt wrapper of a font file. In: a TrueType file. Out: its tables by tag, and back. It knows the table directory
 * and its checksums (OpenType spec, "Organization of an OpenType Font") and nothing of what the tables hold, but for
 * head.checkSumAdjustment.
 */

const HEADER = 12;
const RECORD = 16;

/** The tables of a TrueType file by their four-letter tag, as views of its bytes. */
export function readTables(font: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(font);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = HEADER + RECORD * i;
    const tag = String.fromCharCode(...font.subarray(record, record + 4));
    const start = view.getUint32(record + 8);
    tables.set(tag, font.subarray(start, start + view.getUint32(record + 12)));
  }
  return tables;
}

/** One table, which must be there, as a big-endian view. */
export function tableView(tables: ReadonlyMap<string, Uint8Array>, tag: string): DataView {
  const table = tables.get(tag);
  if (!table) throw new Error(`The font has no ${tag} table.`);
  return viewOf(table);
}

/** A TrueType file of the given tables, in the order of their tags, checksums made anew. */
export function writeTables(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const count = tags.length;
  const power = 2 ** Math.floor(Math.log2(count));
  let size = HEADER + RECORD * count;
  for (const table of tables.values()) size += (table.length + 3) & ~3;
  const font = new Uint8Array(size);
  const view = viewOf(font);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, count);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, count * 16 - power * 16);
  let at = HEADER + RECORD * count;
  let head = 0;
  tags.forEach((tag, i) => {
    const table = tables.get(tag) as Uint8Array;
    font.set(table, at);
    // The adjustment counts as zero while sums are taken, for it is made from them.
    if (tag === "head") {
      head = at;
      view.setUint32(at + 8, 0);
    }
    const record = HEADER + RECORD * i;
    for (let k = 0; k < 4; k++) font[record + k] = tag.charCodeAt(k);
    view.setUint32(record + 4, sum(view, at, table.length));
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, table.length);
    at += (table.length + 3) & ~3;
  });
  if (head) view.setUint32(head + 8, 0xb1b0afba - sum(view, 0, size));
  return font;
}

/** The sum of big-endian 32-bit words, modulo 2³², of a range padded with zeros to whole words. */
function sum(view: DataView, start: number, length: number): number {
  let total = 0;
  for (let at = start; at < start + length; at += 4) total = (total + view.getUint32(at)) | 0;
  return total >>> 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
