/**
 * PDFs whose letters have lost their outlines, as a bad subset has. In: a sound file and which glyphs of which fonts are to
 * lose theirs. Out: the same file, which still says every word and draws some of them no more.
 */
import { type PDFContext, PDFDict, PDFDocument, PDFName, PDFRawStream } from "pdf-lib";
import { dictAt, streamAt, textAt } from "./pdf-values.ts";

/** The PostScript names of the fonts embedded, and how many glyphs each has. */
export async function fontsIn(pdf: Uint8Array): Promise<ReadonlyMap<string, readonly number[]>> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  return new Map(
    descriptorsIn(context).map((descriptor) => {
      const { count, place } = tablesOf(streamAt(context, descriptor.get(PDFName.of("FontFile2"))));
      const all = Array.from({ length: count }, (_, glyph) => glyph);
      // The first is .notdef, which no text shows.
      return [nameOf(context, descriptor), all.slice(1).filter((glyph) => place(glyph + 1) > place(glyph))];
    }),
  );
}

export async function withoutOutlines(
  pdf: Uint8Array,
  isLost: (font: string, glyph: number) => boolean,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  for (const descriptor of descriptorsIn(context)) {
    const program = new Uint8Array(streamAt(context, descriptor.get(PDFName.of("FontFile2"))));
    const { view, glyf, count, place } = tablesOf(program);
    for (let glyph = 0; glyph < count; glyph++) {
      // A glyph of no contours is empty, whatever follows (OpenType, glyf).
      if (isLost(nameOf(context, descriptor), glyph) && place(glyph + 1) > place(glyph)) {
        view.setInt16(glyf + place(glyph), 0);
      }
    }
    const dict = context.obj({ Length: program.length, Length1: program.length }) as PDFDict;
    descriptor.set(PDFName.of("FontFile2"), context.register(PDFRawStream.of(dict, program)));
  }
  return await document.save();
}

function descriptorsIn(context: PDFContext): readonly PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) =>
      object instanceof PDFDict && object.has(PDFName.of("FontFile2")) ? [dictAt(context, ref)] : [],
    );
}

/** Without the six letters of the subset. */
function nameOf(context: PDFContext, descriptor: PDFDict): string {
  return textAt(context, descriptor.get(PDFName.of("FontName"))).slice(7);
}

function tablesOf(program: Uint8Array): {
  readonly view: DataView;
  readonly glyf: number;
  readonly count: number;
  readonly place: (glyph: number) => number;
} {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const records = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i);
  const table = (tag: string): number => {
    const record = records.find((at) => String.fromCharCode(...program.subarray(at, at + 4)) === tag) ?? 0;
    return view.getUint32(record + 8);
  };
  const [loca, isLong] = [table("loca"), view.getInt16(table("head") + 50) === 1];
  return {
    view,
    glyf: table("glyf"),
    count: view.getUint16(table("maxp") + 4),
    place: (glyph) => (isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph)),
  };
}
