/**
 * What an object of a PDF is where a certain kind is expected (ISO 32000-1, 7.3). In: a file's objects and one of them, by
 * value or by reference. Out: its value, or an error where it is of another kind. It knows nothing of what the value means.
 */
import { inflateSync } from "node:zlib";
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib";

export function dictAt(context: PDFContext, object: PDFObject | undefined): PDFDict {
  const found = object === undefined ? undefined : context.lookup(object);
  if (found instanceof PDFRawStream) return found.dict;
  if (found instanceof PDFDict) return found;
  throw new TypeError(`expected a dictionary, found ${String(found)}`);
}

export function listAt(context: PDFContext, object: PDFObject | undefined): readonly PDFObject[] {
  const found = object === undefined ? undefined : context.lookup(object);
  if (found instanceof PDFArray) return found.asArray();
  // A single kid may stand without a list (ISO 32000-1, table 323).
  return object === undefined ? [] : [object];
}

export const numbersAt = (context: PDFContext, object: PDFObject | undefined): number[] =>
  object === undefined ? [] : listAt(context, object).map((each) => numberAt(context, each));

export function numberAt(context: PDFContext, object: PDFObject | undefined): number {
  const found = object === undefined ? undefined : context.lookup(object);
  return found instanceof PDFNumber ? found.asNumber() : Number.NaN;
}

/** Names and strings alike; nothing where there is neither. */
export function textAt(context: PDFContext, object: PDFObject | undefined): string {
  const found = object === undefined ? undefined : context.lookup(object);
  return found instanceof PDFString || found instanceof PDFHexString || found instanceof PDFName
    ? found.decodeText()
    : "";
}

export function streamAt(context: PDFContext, object: PDFObject | undefined): Uint8Array {
  const found = object === undefined ? undefined : context.lookup(object);
  if (!(found instanceof PDFRawStream)) throw new TypeError("expected a stream");
  const filter = found.dict.get(PDFName.of("Filter"));
  return filter === undefined ? found.contents : inflateSync(found.contents);
}

export const numberOf = (object: PDFObject | undefined): number =>
  object instanceof PDFRef ? object.objectNumber : Number.NaN;
