/**
 * What poppler's tools tell of the PDF: every topic and language on A4 in its own template, and some on Letter, read by
 * pdffonts, pdfinfo and pdftotext. A word that cannot be found is a fault that no check of the file's structure notices.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Page } from "../../src/model/page.ts";
import { PAPERS } from "../../src/model/template.ts";
import { editionOf } from "../support/edition.ts";
import { output, textOf } from "../support/poppler.ts";
import { nameOf, ownSheetsOf, pageOf, SEEDS, type Sheet } from "../support/sheets.ts";
import { itemsIn } from "../support/tally.ts";
import { needTool } from "../support/tools.ts";
import { textsOf } from "../support/words.ts";

interface Printed {
  readonly name: string;
  readonly sheet: Sheet;
  readonly page: Page;
  readonly pdf: Uint8Array;
}

/** All of A4, and of Letter the topics of one kind each. */
const PRINTED: readonly Printed[] = ownSheetsOf(SEEDS)
  .filter(({ paper, topic }) => paper === "a4" || ["overview", "kyiv", "ceasefire"].includes(topic.id))
  .map((sheet) => {
    const page = pageOf(editionOf(SEEDS), sheet);
    return { name: nameOf(sheet), sheet, page, pdf: writePdf(page) };
  });

test("all fonts are embedded subsets with characters", { skip: needTool("pdffonts") }, () => {
  for (const { name, pdf } of PRINTED) {
    const fonts = output(pdf, "pdffonts", "page.pdf").trim().split("\n").slice(2);
    assert.ok(fonts.length >= 3 && fonts.length <= 5, `${name} has ${fonts.length} fonts`);
    for (const font of fonts) assert.match(font, /^[A-Z]{6}\+Source\S+ +CID TrueType +Custom +yes yes yes /, name);
  }
});

test("the file says what it is", { skip: needTool("pdfinfo") }, () => {
  for (const { name, sheet, page, pdf } of PRINTED) {
    const said = new Map(
      output(pdf, "pdfinfo", "page.pdf")
        .split("\n")
        .map((line) => line.split(/:\s+/, 2) as [string, string]),
    );
    assert.equal(said.get("Tagged"), "yes", name);
    assert.equal(said.get("Pages"), "1", name);
    assert.equal(said.get("PDF version"), "1.7", name);
    assert.equal(said.get("JavaScript"), "no", name);
    assert.ok(said.get("Title")?.startsWith(page.briefing.title), name);
    const { width, height } = PAPERS[sheet.paper];
    const size =
      said
        .get("Page size")
        ?.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    assert.ok(Math.abs((size[0] ?? 0) - width) < 0.02 && Math.abs((size[1] ?? 0) - height) < 0.02, name);
    assert.match(said.get("Page size") ?? "", sheet.paper === "a4" ? /\(A4\)/ : /\(letter\)/, name);
  }
});

test("letters that get lost are there", { skip: needTool("pdftotext") }, () => {
  const letters: Readonly<Record<string, RegExp>> = {
    de: /[äöüß].*„[^“]+“/,
    en: /[’].*“[^”]+”/,
    uk: /[їієґ].*«[^»]+»/,
  };
  for (const [language, pattern] of Object.entries(letters)) {
    const all = PRINTED.filter(({ sheet }) => sheet.language === language).map(({ pdf }) => textOf(pdf));
    assert.match(all.join(" "), pattern, language);
  }
});

test("no soft hyphen reaches whoever copies or searches", { skip: needTool("pdftotext") }, () => {
  let divided = 0;
  for (const { name, page, pdf } of PRINTED) {
    divided += textsOf(page).filter(({ characters }) => characters.at(-1) === "\u00ad").length;
    for (const options of [[], ["-raw"], ["-layout"]]) {
      assert.doesNotMatch(output(pdf, "pdftotext", ...options, "page.pdf", "-"), /\u00ad/, `${name} ${options.join()}`);
    }
  }
  assert.ok(divided > 100, "the sheets divide words at line ends at all");
});

test("every word of every statement is found", { skip: needTool("pdftotext") }, () => {
  for (const { name, page, pdf } of PRINTED) {
    const text = ` ${textOf(pdf)} `;
    for (const item of itemsIn(page.briefing, "statements")) {
      const body = item.parts
        .flatMap(({ runs }) => runs.filter(({ voice }) => voice === "plain").map((run) => run.text))
        .join(" ");
      for (const word of body.split(/\s+/)) {
        // poppler takes a hyphen of ours at a line's end for one of its own, and the gap after it too.
        const found = text.includes(` ${word} `) || (word.includes("-") && text.includes(word.replaceAll("-", "")));
        assert.ok(found, `${name}: “${word}” of ${item.anchor} is not found`);
      }
    }
  }
});

test("statements are read from beginning to end, and not across columns", { skip: needTool("pdftotext") }, () => {
  for (const { name, page, pdf } of PRINTED) {
    const text = textOf(pdf, "-raw").replaceAll(/[\s-]/g, "");
    for (const { anchor, parts } of itemsIn(page.briefing, "statements")) {
      const said = parts
        .map(({ runs }) => runs.map((run) => run.text).join(""))
        .join("")
        .replaceAll(/[\s-]/g, "");
      assert.ok(text.includes(said), `${name}: ${anchor} is not in one piece`);
    }
  }
});
