/**
 * The one place that imports pdf-lib: its numbered objects and its context, without the document, font, form and image
 * code around them. In: nothing. Out: the classes that this folder builds on. Imported file by file, they start an
 * isolate in a third of the time that the whole library takes.
 */
import type { PDFContext, PDFObject, PDFRef } from "pdf-lib";
import objectModule from "pdf-lib/cjs/core/objects/PDFObject.js";
import contextModule from "pdf-lib/cjs/core/PDFContext.js";

export type { PDFContext, PDFObject, PDFRef };

/** What Node and workerd see of a CommonJS file that has a default export; the compiler sees through it. */
interface Module<T> {
  readonly default: T;
}

export const Context = (contextModule as unknown as Module<typeof PDFContext>).default;
export const IndirectObject = (objectModule as unknown as Module<typeof PDFObject>).default;
