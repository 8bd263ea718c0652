/**
 * Compressed streams. In: bytes and dictionary entries. Out: a pdf-lib stream, deflated by the platform's own zlib. It
 * knows nothing of what the bytes mean.
 */
import { deflateSync } from "node:zlib";
import { type PDFContext, type PDFDict, PDFName, PDFNumber, PDFRawStream } from "pdf-lib";

/** At level 5: higher ones take longer than the few hundred bytes they save are worth. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(bytes, { level: 5 }));
}

export function flate(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Record<string, string | number> = {},
): PDFRawStream {
  const contents = deflate(bytes);
  const dict = context.obj({ ...entries, Filter: "FlateDecode" }) as PDFDict;
  dict.set(PDFName.of("Length"), PDFNumber.of(contents.length));
  return PDFRawStream.of(dict, contents);
}
