/**
 * What poppler and qpdf make of a PDF. In: a file's bytes. Out: what each program says or draws. Files live in a folder of
 * their own that is gone afterwards. Whoever calls this has asked `needTool` first.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from "pdf-lib";
import { streamAt } from "./support-pdf.ts";

function inFolder<T>(pdf: Uint8Array, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "einblatt-pdf-"));
  try {
    writeFileSync(join(folder, "page.pdf"), pdf);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a program prints for `page.pdf`; complaints count as output, and a failure throws. */
export function output(pdf: Uint8Array, program: string, ...options: readonly string[]): string {
  return inFolder(pdf, (cwd) =>
    execFileSync(program, options, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
  );
}

/** The text as one line. */
export function textOf(pdf: Uint8Array, ...options: readonly string[]): string {
  const text = output(pdf, "pdftotext", ...options, "page.pdf", "-");
  return text.replace(/\s+/g, " ").trim();
}

/** How much of the page is dark, in square points. */
export function ink(pdf: Uint8Array): number {
  const dpi = 100;
  return inFolder(pdf, (cwd) => {
    execFileSync("pdftoppm", ["-gray", "-r", String(dpi), "-singlefile", "page.pdf", "page"], { cwd });
    const image = readFileSync(join(cwd, "page.pgm"));
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 64).toString("latin1"));
    if (header === null) throw new TypeError("pdftoppm drew something else than a gray picture");
    const dark = image.subarray(header[0].length).reduce((sum, pixel) => sum + (255 - pixel) / 255, 0);
    return dark * (72 / dpi) ** 2;
  });
}

/** The same file with fonts whose glyphs beyond a share of them have lost their outlines, as a bad subset has. */
export async function withoutGlyphs(pdf: Uint8Array, kept: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of("FontFile2"))) continue;
    const program = emptied(streamAt(context, object.get(PDFName.of("FontFile2"))), kept);
    const stream = PDFRawStream.of(
      context.obj({ Length: program.length, Length1: program.length }) as PDFDict,
      program,
    );
    object.set(PDFName.of("FontFile2"), context.register(stream));
  }
  return await document.save();
}

/** All places from a share of loca on are the same, so that the glyphs there have no outline (OpenType, loca). */
function emptied(program: Uint8Array, kept: number): Uint8Array {
  const bytes = new Uint8Array(program);
  const view = new DataView(bytes.buffer);
  const records = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i);
  const table = (tag: string): number => {
    const record = records.find((at) => String.fromCharCode(...bytes.subarray(at, at + 4)) === tag) ?? 0;
    return view.getUint32(record + 8);
  };
  const step = view.getInt16(table("head") + 50) === 1 ? 4 : 2;
  const places = view.getUint16(table("maxp") + 4) + 1;
  const from = Math.max(1, Math.floor(places * kept));
  for (let i = from; i < places; i++) {
    bytes.copyWithin(table("loca") + i * step, table("loca") + (from - 1) * step, table("loca") + from * step);
  }
  return bytes;
}
