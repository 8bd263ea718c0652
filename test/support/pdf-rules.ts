/**
 * All rules about a PDF, by name, from the files of rules beside this one. In: a library and some of its sheets. Out: in one
 * sentence each, the rule that the file of a sheet breaks, and how.
 */
import { MARK } from "../../src/formats/pdf/savings.ts";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Library } from "../../src/model/library.ts";
import type { Page } from "../../src/model/page.ts";
import { editionOf } from "./edition.ts";
import { type Pdf, readPdf } from "./pdf.ts";
import { ARCHIVE_RULES } from "./pdf-archive-rules.ts";
import { FILE_RULES } from "./pdf-file-rules.ts";
import { PART_RULES } from "./pdf-part-rules.ts";
import { SYNTAX_RULES } from "./pdf-syntax-rules.ts";
import { TREE_RULES } from "./pdf-tree-rules.ts";
import { nameOf, pageOf, type Sheet } from "./sheets.ts";

export const PDF_RULES = Object.entries({
  ...SYNTAX_RULES,
  ...FILE_RULES,
  ...ARCHIVE_RULES,
  ...TREE_RULES,
  ...PART_RULES,
});

export async function readSheet(library: Library, sheet: Sheet): Promise<{ page: Page; bytes: number; pdf: Pdf }> {
  const page = pageOf(editionOf(library), sheet);
  const file = writePdf(page);
  return { page, bytes: file.length, pdf: await readPdf(file) };
}

export async function pdfComplaints(library: Library, sheets: readonly Sheet[]): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const sheet of sheets) {
    const { page, bytes, pdf } = await readSheet(library, sheet);
    if (bytes >= MARK) complaints.push(`${nameOf(sheet)} has ${bytes} bytes`);
    for (const [rule, { check }] of PDF_RULES)
      complaints.push(...check(pdf, page).map((complaint) => `${nameOf(sheet)}: ${rule}: ${complaint}`));
  }
  return complaints;
}
