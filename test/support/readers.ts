/**
 * The programs in which people open a PDF, and what each makes of ours. In: files. Out: for each the text that the
 * program finds on the page, where it looks for text at all, and every warning it gives while reading and drawing. It
 * does not judge: whether the words are right is the test's to say.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inPdfJs, stretchesIn } from "./pdfjs.ts";
import { needTool } from "./tools.ts";

export interface Reading {
  /** Null for a program that reads no text. */
  readonly text: string | null;
  readonly complaints: readonly string[];
}

export interface Reader {
  /** Why it cannot be asked here, or false. */
  readonly missing: false | string;
  read(pdfs: readonly Uint8Array[]): Promise<readonly Reading[]>;
}

export const READERS: Readonly<Record<string, Reader>> = {
  poppler: {
    missing: needTool("pdftotext") || needTool("pdftoppm"),
    read: each((file) => [
      ["pdftotext", "-raw", file, "-"],
      ["pdftoppm", "-r", "36", "-gray", file, "drawn"],
    ]),
  },
  // Debian's mutool comes without colour management and says so of every file; -N does without.
  mupdf: {
    missing: needTool("mutool"),
    read: each((file) => [
      ["mutool", "draw", "-q", "-N", "-F", "txt", file],
      ["mutool", "draw", "-q", "-N", "-r", "36", "-F", "pgm", "-o", "drawn.pgm", file],
    ]),
  },
  qpdf: {
    missing: needTool("qpdf"),
    read: async (pdfs) => (await each((file) => [["qpdf", "--check", file]])(pdfs)).map(checked),
  },
  ghostscript: {
    missing: needTool("gs"),
    read: async (pdfs) =>
      (
        await each((file) => [
          [
            "gs",
            "-q",
            "-dBATCH",
            "-dNOPAUSE",
            "-dPDFSTOPONWARNING",
            "-sDEVICE=pgmraw",
            "-r36",
            "-sOutputFile=drawn",
            file,
          ],
        ])(pdfs)
      ).map(({ text, complaints }) => ({ text: null, complaints: [...complaints, ...linesOf(text ?? "")] })),
  },
  "pdf.js": { missing: false, read: readWithPdfJs },
};

/**
 * Runs programs on each file in a folder of its own. The first one's output is the text; whatever is said beside it is
 * a complaint.
 */
function each(commands: (file: string) => readonly (readonly string[])[]): Reader["read"] {
  return async (pdfs) => {
    const cwd = mkdtempSync(join(tmpdir(), "einblatt-readers-"));
    try {
      return pdfs.map((pdf) => {
        writeFileSync(join(cwd, "page.pdf"), pdf);
        const runs = commands("page.pdf").map(([program = "", ...options]) => {
          const { stdout, stderr, status, error } = spawnSync(program, options, { cwd, encoding: "utf8" });
          if (error !== undefined) throw error;
          const failed = status === 0 ? [] : [`${program} ends with ${status}`];
          return { stdout, complaints: [...linesOf(stderr), ...failed] };
        });
        return { text: runs[0]?.stdout ?? "", complaints: runs.flatMap(({ complaints }) => complaints) };
      });
    } finally {
      rmSync(cwd, { recursive: true });
    }
  };
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** qpdf says that all is well in words, too. */
function checked({ text, complaints }: Reading): Reading {
  const sound = /No syntax or stream encoding errors found/.test(text ?? "") && !/WARNING/.test(text ?? "");
  return { text: null, complaints: sound ? complaints : [...complaints, ...linesOf(text ?? "")] };
}

async function readWithPdfJs(pdfs: readonly Uint8Array[]): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for (const pdf of pdfs) {
    const { value, complaints } = await inPdfJs(pdf, async (page) => {
      await page.getStructTree();
      await page.getAnnotations();
      await page.getOperatorList();
      return (await stretchesIn(page)).map(({ text }) => text).join("\n");
    });
    readings.push({ text: value ?? "", complaints });
  }
  return readings;
}
