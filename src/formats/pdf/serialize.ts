/**
 * Objects to bytes: streams one by one, everything else in one compressed object stream, found by a cross-reference
 * stream (ISO 32000-1, 7.5.7 and 7.5.8). In: pdf-lib's objects. Out: the file. pdf-lib's own writer does the same with a
 * deflate in JavaScript; this one uses the platform's.
 */
import { Buffer } from "node:buffer";
import type { PDFContext, PDFObject, PDFRef } from "./object-model.ts";
import type { Savings } from "./savings.ts";
import { deflate, Stream } from "./streams.ts";

export interface Trailer {
  readonly root: PDFRef;
  readonly info: PDFRef;
}

/** Four bytes above 127 in the second line tell transfer programs that the file is binary (7.5.2). */
const HEADER = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";

export function serialize(context: PDFContext, { root, info }: Trailer, savings: Savings): Uint8Array {
  const last = context.largestObjectNumber;
  const [packNumber, xrefNumber] = [last + 1, last + 2];
  const table = new CrossReferences(xrefNumber + 1);
  const chunks: Uint8Array[] = [];
  let offset = 0;
  const emit = (chunk: Uint8Array | string): void => {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk, "latin1") : chunk;
    chunks.push(bytes);
    offset += bytes.length;
  };
  const stream = (objectNumber: number, entries: string, contents: Uint8Array, filtered = true): void => {
    table.set(objectNumber, 1, offset, 0);
    const filter = filtered ? "/Filter/FlateDecode" : "";
    emit(`${objectNumber} 0 obj\n<<${entries}${filter}/Length ${contents.length}>>stream\n`);
    emit(contents);
    emit("\nendstream\nendobj\n");
  };

  emit(HEADER);
  /** The sum of its contents with which each deflated stream ends. */
  const sums: string[] = [];
  const deflated = (bytes: Uint8Array, level: number): Uint8Array => {
    const result = deflate(bytes, level);
    sums.push(Buffer.from(result.buffer, result.byteOffset + result.length - 4, 4).toString("hex"));
    return result;
  };
  const packed: (readonly [number, PDFObject])[] = [];
  for (const [{ objectNumber }, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof Stream)) packed.push([objectNumber, object]);
    else if (object.packing === "deflated") stream(objectNumber, object.entries, object.bytes);
    else if (object.packing === "plain" && !savings.packMetadata) {
      stream(objectNumber, object.entries, object.bytes, false);
    } else {
      const level = object.packing === "quick" ? savings.quick : savings.level;
      stream(objectNumber, object.entries, deflated(object.bytes, level));
    }
  }

  let index = "";
  let body = "";
  packed.forEach(([objectNumber, object], i) => {
    table.set(objectNumber, 2, packNumber, i);
    index += `${objectNumber} ${body.length} `;
    body += `${object}\n`;
  });
  stream(
    packNumber,
    `/Type/ObjStm/N ${packed.length}/First ${index.length}`,
    deflated(Buffer.from(index + body, "latin1"), savings.quick),
  );
  // The last four are of a font or the metadata, the page's content, the attached data, and all other objects.
  const id = sums.slice(-4).join("");

  const start = offset;
  table.set(xrefNumber, 1, start, 0);
  stream(
    xrefNumber,
    `/Type/XRef/Size ${xrefNumber + 1}/W[1 3 2]/Root ${root}/Info ${info}/ID[<${id}><${id}>]` +
      "/DecodeParms<</Predictor 12/Columns 6>>",
    deflate(table.predicted(), savings.level),
  );
  emit(`startxref\n${start}\n%%EOF\n`);
  return Buffer.concat(chunks, offset);
}

/**
 * One byte of kind, three of offset or container, two of place in the container; object 0 heads the free list. Each row
 * is less the one above, as PNG's filter “up” has it: most rows differ from their neighbour by a one.
 */
class CrossReferences {
  readonly #rows: Uint8Array;

  constructor(size: number) {
    this.#rows = new Uint8Array(6 * size);
    this.set(0, 0, 0, 65535);
  }

  set(row: number, kind: number, second: number, third: number): void {
    const rows = this.#rows;
    const at = 6 * row;
    rows[at] = kind;
    rows[at + 1] = second >> 16;
    rows[at + 2] = second >> 8;
    rows[at + 3] = second;
    rows[at + 4] = third >> 8;
    rows[at + 5] = third;
  }

  predicted(): Uint8Array {
    const rows = this.#rows;
    const bytes = new Uint8Array((rows.length / 6) * 7);
    for (let from = 0, to = 0; from < rows.length; to += 7, from += 6) {
      bytes[to] = 2;
      for (let i = 0; i < 6; i++) bytes[to + 1 + i] = (rows[from + i] as number) - (rows[from + i - 6] ?? 0);
    }
    return bytes;
  }
}
