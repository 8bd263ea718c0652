/**
 * How many pages a PDF of ours has, read off its bytes and not off what was meant to be in them. In: a file as
 * `serialize.ts` writes it. Out: the number of page objects, in the open and in object streams (ISO 32000-1, 7.5.7).
 */
import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

export function countPages(file: Uint8Array): number {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const text = bytes.toString("latin1");
  const packed = [...text.matchAll(/\/Type\/ObjStm[^>]*\/Length (\d+)>>stream\n/g)].map(
    ({ 0: head, 1: length, index }) => {
      const start = index + head.length;
      return inflateSync(bytes.subarray(start, start + Number(length))).toString("latin1");
    },
  );
  return [text, ...packed].reduce((count, part) => count + (part.match(/\/Type\/Page\b(?!s)/g)?.length ?? 0), 0);
}
