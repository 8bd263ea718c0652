/**
 * What must be true of a PDF in the eyes of poppler's tools, a rule each. In: a sheet, its page and its file. Out: in one
 * sentence each, what pdffonts, pdfinfo and pdftotext tell otherwise. A word that cannot be found is a fault that no check
 * of the file's structure notices.
 */
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Page } from "../../src/model/page.ts";
import { PAPERS } from "../../src/model/template.ts";
import { output, textOf } from "./poppler.ts";
import { nameOf, pageOf, type Sheet } from "./sheets.ts";
import { itemsIn } from "./tally.ts";
import { needTool } from "./tools.ts";

export interface Printed {
  readonly sheet: Sheet;
  readonly page: Page;
  readonly pdf: Uint8Array;
}

export function printedOf(edition: Edition, sheet: Sheet): Printed {
  const page = pageOf(edition, sheet);
  return { sheet, page, pdf: writePdf(page) };
}

interface PopplerRule {
  /** Why it cannot be asked here, or false. */
  readonly missing: false | string;
  readonly check: (printed: Printed) => readonly string[];
}

export const POPPLER_RULES: Readonly<Record<string, PopplerRule>> = {
  "all fonts are embedded subsets with characters": rule("pdffonts", ({ pdf }) => {
    const fonts = output(pdf, "pdffonts", "page.pdf").trim().split("\n").slice(2);
    return [
      ...(fonts.length >= 3 && fonts.length <= 5 ? [] : [`has ${fonts.length} fonts`]),
      ...fonts.filter((font) => !/^[A-Z]{6}\+Source\S+ +CID TrueType +Identity-H +yes yes yes /.test(font)),
    ];
  }),

  "the file says what it is": rule("pdfinfo", ({ sheet: { paper }, page, pdf }) => {
    const lines = output(pdf, "pdfinfo", "page.pdf").split("\n");
    const said = new Map(lines.map((line) => line.split(/:\s+/, 2) as [string, string]));
    const size = said.get("Page size") ?? "";
    const [width = 0, height = 0] = size.match(/[\d.]+/g)?.map(Number) ?? [];
    const holds: Readonly<Record<string, boolean>> = {
      Tagged: said.get("Tagged") === "yes",
      Pages: said.get("Pages") === "1",
      "PDF version": said.get("PDF version") === "1.7",
      JavaScript: said.get("JavaScript") === "no",
      Title: said.get("Title")?.startsWith(page.briefing.title) === true,
      "Page size":
        Math.abs(width - PAPERS[paper].width) < 0.02 &&
        Math.abs(height - PAPERS[paper].height) < 0.02 &&
        size.includes(paper === "a4" ? "(A4)" : "(letter)"),
    };
    return Object.entries(holds).flatMap(([what, isTrue]) => (isTrue ? [] : [`${what} is ${said.get(what)}`]));
  }),

  "no soft hyphen reaches whoever copies or searches": rule("pdftotext", ({ pdf }) =>
    [[], ["-raw"], ["-layout"]].flatMap((options) =>
      output(pdf, "pdftotext", ...options, "page.pdf", "-").includes("\u00ad") ? [`has one with ${options}`] : [],
    ),
  ),

  "every word of every statement is found": rule("pdftotext", ({ page, pdf }) => {
    const text = ` ${textOf(pdf)} `;
    return itemsIn(page.briefing, "statements").flatMap(({ anchor, parts }) =>
      parts
        .flatMap(({ runs }) => runs.filter(({ voice }) => voice === "plain").map((run) => run.text))
        .join(" ")
        .split(/\s+/)
        // poppler takes a hyphen of ours at a line's end for one of its own, and the gap after it too.
        .filter(
          (word) => !text.includes(` ${word} `) && !(word.includes("-") && text.includes(word.replaceAll("-", ""))),
        )
        .map((word) => `“${word}” of ${anchor} is not found`),
    );
  }),

  "statements are read from beginning to end, and not across columns": rule("pdftotext", ({ page, pdf }) => {
    const bare = (text: string): string => text.replaceAll(/[\s-]/g, "");
    const text = bare(textOf(pdf, "-raw"));
    return itemsIn(page.briefing, "statements").flatMap(({ anchor, parts }) =>
      text.includes(bare(parts.flatMap(({ runs }) => runs.map((run) => run.text)).join("")))
        ? []
        : [`${anchor} is not in one piece`],
    );
  }),
};

function rule(tool: string, check: (printed: Printed) => readonly string[]): PopplerRule {
  return {
    missing: needTool(tool),
    check: (printed) => check(printed).map((complaint) => `${nameOf(printed.sheet)}: ${complaint}`),
  };
}
