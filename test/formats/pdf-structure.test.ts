/**
 * The inside of the PDF: every topic and language, read back and held against the rules of a file that programs and
 * screen readers understand. Each rule is also shown a file that breaks it, for a rule that never fails proves nothing.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Library } from "../../src/model/library.ts";
import type { Page } from "../../src/model/page.ts";
import { editionOf } from "../support/edition.ts";
import { bare, unspoken } from "../support/libraries.ts";
import { type Pdf, readPdf } from "../support/pdf.ts";
import { PDF_RULES } from "../support/pdf-rules.ts";
import { libraryOf } from "../support/random.ts";
import { nameOf, pageOf, SEEDS, type Sheet, sheetNamed, sheetsOf } from "../support/sheets.ts";

async function read(library: Library, sheet: Sheet): Promise<{ page: Page; pdf: Pdf }> {
  const page = pageOf(editionOf(library), sheet);
  return { page, pdf: await readPdf(writePdf(page)) };
}

async function complaintsAbout(library: Library, sheets: readonly Sheet[]): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const sheet of sheets) {
    const { page, pdf } = await read(library, sheet);
    for (const [rule, { check }] of PDF_RULES) {
      complaints.push(...check(pdf, page).map((complaint) => `${nameOf(sheet)}: ${rule}: ${complaint}`));
    }
  }
  return complaints;
}

test("every topic, template and language on A4 obeys every rule", async () => {
  assert.deepEqual(
    await complaintsAbout(
      SEEDS,
      sheetsOf(SEEDS).filter(({ paper }) => paper === "a4"),
    ),
    [],
  );
});

test("Letter obeys every rule", async () => {
  const sheets = sheetsOf(SEEDS).filter(({ paper, language }) => paper === "letter" && language === "uk");
  assert.deepEqual(await complaintsAbout(SEEDS, sheets), []);
});

test("a sheet without statements obeys every rule, and so does one without anything", async () => {
  for (const library of [unspoken(SEEDS), bare(SEEDS)]) {
    const sheets = sheetsOf(library).filter(({ paper, language }) => paper === "a4" && language === "de");
    assert.deepEqual(await complaintsAbout(library, sheets), []);
  }
});

/** Each is a text that a PDF could trip over: other scripts, halves of characters, controls, and no translation. */
for (const scripts of [
  ["emoji", "chinese"],
  ["arabic", "marks"],
  ["controls", "halves"],
  ["addresses", "glued"],
]) {
  test(`texts of ${scripts.join(" and ")} obey every rule`, async () => {
    const counts = { actors: 2, issues: 2, articles: 3, statements: 12, disputes: 3, events: 5 };
    const library = libraryOf({ seed: 7, ...counts, scripts, length: 0.3, languages: ["uk", "en"], longIds: false });
    const sheets = sheetsOf(library).filter(({ paper, language }) => paper === "a4" && language !== "en");
    assert.deepEqual(await complaintsAbout(library, sheets), []);
  });
}

test("each rule bites", async () => {
  // The one template with a table has every type of element on one sheet.
  const { page, pdf } = await read(SEEDS, sheetNamed(SEEDS, "sanctions-and-trade/overview/de/a4"));
  for (const [rule, { check, spoil }] of PDF_RULES) {
    assert.deepEqual(check(pdf, page), [], rule);
    const spoilt = structuredClone(pdf);
    spoil(spoilt);
    assert.notDeepEqual(check(spoilt, page), [], `“${rule}” does not notice what breaks it`);
  }
});

test("the same page gives the same bytes, and another language other ones", () => {
  const write = (name: string): Buffer => Buffer.from(writePdf(pageOf(editionOf(SEEDS), sheetNamed(SEEDS, name))));
  assert.ok(write("kyiv/actor/uk/a4").equals(write("kyiv/actor/uk/a4")));
  assert.ok(!write("kyiv/actor/uk/a4").equals(write("kyiv/actor/de/a4")));
});
