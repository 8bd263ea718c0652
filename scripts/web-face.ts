/**
 * The web page's copy of a face. In: a TrueType font cut to the repertoire. Out: a WOFF2 under a name of our own: the
 * licence reserves the name "Source" to unmodified fonts, and a subset is a modified one. Copyright and licence entries
 * stay (OpenType name ids 0, 13 and 14).
 */
import { createRequire } from "node:module";
import { readTables, tableView, writeTables } from "./sfnt.ts";

type Convert = (font: Uint8Array, to: "woff2", from: "truetype") => Promise<Uint8Array>;
const { convert } = createRequire(import.meta.resolve("subset-font"))("fontverter") as { convert: Convert };

/** `style` is the subfamily shown by font tools, such as "Text Semibold". */
export async function writeWebFace(font: Uint8Array, style: string): Promise<Uint8Array> {
  const tables = readTables(font);
  tables.set("name", rename(tables, style));
  return await convert(writeTables(tables), "woff2", "truetype");
}

/** A name table of format 0 with Windows Unicode English entries only. */
function rename(tables: ReadonlyMap<string, Uint8Array>, style: string): Uint8Array {
  const kept = namesOf(tables);
  const compact = style.replaceAll(" ", "");
  const names: [id: number, text: string][] = [
    [0, kept.get(0) ?? ""],
    [1, `Einblatt ${style}`],
    [2, "Regular"],
    [3, `Einblatt${compact}`],
    [4, `Einblatt ${style}`],
    [5, kept.get(5) ?? ""],
    [6, `Einblatt${compact}`],
    [13, kept.get(13) ?? ""],
    [14, kept.get(14) ?? ""],
  ];
  const start = 6 + 12 * names.length;
  const table = Buffer.alloc(start + names.reduce((size, [, text]) => size + 2 * text.length, 0));
  table.writeUInt16BE(names.length, 2);
  table.writeUInt16BE(start, 4);
  let at = start;
  names.forEach(([id, text], i) => {
    for (const [k, field] of [3, 1, 0x409, id, 2 * text.length, at - start].entries()) {
      table.writeUInt16BE(field, 6 + 12 * i + 2 * k);
    }
    Buffer.from(text, "utf16le").swap16().copy(table, at);
    at += 2 * text.length;
  });
  return new Uint8Array(table);
}

function namesOf(tables: ReadonlyMap<string, Uint8Array>): Map<number, string> {
  const view = tableView(tables, "name");
  const names = new Map<number, string>();
  for (let i = 0; i < view.getUint16(2); i++) {
    const record = 6 + 12 * i;
    if (view.getUint16(record) !== 3 || view.getUint16(record + 4) !== 0x409) continue;
    const start = view.getUint16(4) + view.getUint16(record + 10);
    let text = "";
    for (let at = start; at < start + view.getUint16(record + 8); at += 2)
      text += String.fromCharCode(view.getUint16(at));
    names.set(view.getUint16(record + 6), text);
  }
  return names;
}
