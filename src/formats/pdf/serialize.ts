/**
 * Objects to bytes: streams as they are, everything else in one compressed object stream, found by a cross-reference
 * stream (ISO 32000-1, 7.5.7 and 7.5.8). In: pdf-lib's objects. Out: the file. pdf-lib's own writer does the same with a
 * deflate in JavaScript; this one uses the platform's.
 */
import { type PDFContext, type PDFObject, PDFRawStream, type PDFRef } from "pdf-lib";
import { deflate } from "./streams.ts";

export interface Trailer {
  readonly root: PDFRef;
  readonly info: PDFRef;
  /** Sixteen bytes in hexadecimal, the same for the same document. */
  readonly id: string;
}

/** Everything but the streams is ASCII: names, numbers and hexadecimal strings. */
const encoder = new TextEncoder();
const ascii = (text: string): Uint8Array => encoder.encode(text);

export function serialize(context: PDFContext, { root, info, id }: Trailer): Uint8Array {
  const streams: (readonly [number, PDFRawStream])[] = [];
  const packed: (readonly [number, PDFObject])[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) streams.push([ref.objectNumber, object]);
    else packed.push([ref.objectNumber, object]);
  }
  const last = context.largestObjectNumber;
  const [packNumber, xrefNumber] = [last + 1, last + 2];
  const entries = new Map<number, readonly [kind: number, second: number, third: number]>();
  const chunks: Uint8Array[] = [];
  let offset = 0;
  const emit = (...parts: Uint8Array[]): void => {
    for (const part of parts) {
      chunks.push(part);
      offset += part.length;
    }
  };
  // Four bytes above 127 in the second line tell transfer programs that the file is binary (7.5.2).
  emit(ascii("%PDF-1.7\n%"), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  const stream = (objectNumber: number, dict: string, contents: Uint8Array): void => {
    entries.set(objectNumber, [1, offset, 0]);
    emit(ascii(`${objectNumber} 0 obj\n${dict}\nstream\n`), contents, ascii("\nendstream\nendobj\n"));
  };
  for (const [objectNumber, object] of streams) stream(objectNumber, object.dict.toString(), object.contents);

  let index = "";
  let body = "";
  packed.forEach(([objectNumber, object], i) => {
    entries.set(objectNumber, [2, packNumber, i]);
    index += `${objectNumber} ${body.length} `;
    body += `${object.toString()}\n`;
  });
  const pack = deflate(ascii(index + body));
  stream(
    packNumber,
    `<</Type/ObjStm/N ${packed.length}/First ${index.length}/Filter/FlateDecode/Length ${pack.length}>>`,
    pack,
  );

  const start = offset;
  entries.set(xrefNumber, [1, start, 0]);
  const table = deflate(crossReferences(entries, xrefNumber + 1));
  const dict =
    `<</Type/XRef/Size ${xrefNumber + 1}/W[1 3 2]/Root ${root}/Info ${info}/ID[<${id}><${id}>]` +
    `/Filter/FlateDecode/Length ${table.length}>>`;
  stream(xrefNumber, dict, table);
  emit(ascii(`startxref\n${start}\n%%EOF\n`));
  return concatenate(chunks, offset);
}

/** One byte of kind, three of offset or container, two of place in the container; object 0 heads the free list. */
function crossReferences(entries: ReadonlyMap<number, readonly [number, number, number]>, size: number): Uint8Array {
  const bytes = new Uint8Array(size * 6);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < size; i++) {
    const [kind, second, third] = entries.get(i) ?? [0, 0, 65535];
    view.setUint8(i * 6, kind);
    view.setUint8(i * 6 + 1, second >> 16);
    view.setUint16(i * 6 + 2, second & 0xffff);
    view.setUint16(i * 6 + 4, third);
  }
  return bytes;
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
