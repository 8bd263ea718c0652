/**
 * Our PDFs in other people's programs: poppler, MuPDF, qpdf, Ghostscript and pdf.js read and draw every sheet without a
 * warning, and those that look for text find the words of the page, no more and no fewer. On CI these are all sheets
 * there are; in a hurry those on A4 that readers get who ask for nothing special.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Page } from "../../src/model/page.ts";
import { editionOf } from "../support/edition.ts";
import { READERS } from "../support/readers.ts";
import { nameOf, ownSheetsOf, pageOf, SEEDS, sheetsOf } from "../support/sheets.ts";
import { bareWords, wordsOnPage } from "../support/words.ts";

const sheets = process.env.CI === "true" ? sheetsOf(SEEDS) : ownSheetsOf(SEEDS).filter(({ paper }) => paper === "a4");
const PRINTED = sheets.map((sheet) => {
  const page = pageOf(editionOf(SEEDS), sheet);
  return { name: nameOf(sheet), page, pdf: writePdf(page) };
});
const [first] = PRINTED as [(typeof PRINTED)[number]];

/** A word divided at a line's end is one word; pdf.js and MuPDF leave that to whoever asks them. */
const found = (text: string): readonly string[] => bareWords(text.replaceAll(/\u00ad\s*/g, ""));

for (const [name, { missing, read }] of Object.entries(READERS)) {
  test(`${name} reads ${PRINTED.length} sheets without a warning, and every word`, { skip: missing }, async () => {
    const readings = await read(PRINTED.map(({ pdf }) => pdf));
    readings.forEach(({ text, complaints }, i) => {
      const { name: sheet, page } = PRINTED[i] as (typeof PRINTED)[number];
      assert.deepEqual(complaints, [], sheet);
      if (text !== null) assert.deepEqual(found(text), bareWords(wordsOnPage(page)), sheet);
    });
  });

  test(`${name} would complain about a file that is not sound`, { skip: missing }, async () => {
    const cut = first.pdf.slice(0, -300);
    const [reading] = await read([cut]);
    assert.notDeepEqual(reading?.complaints, []);
  });

  test(`a line that ${name} does not find is noticed`, { skip: missing }, async () => {
    const { page } = first;
    const line = page.items.find(({ kind, owner }) => kind === "text" && owner?.kind === "paragraph");
    const less: Page = { ...page, items: page.items.filter((item) => item !== line) };
    const [reading] = await read([writePdf(less)]);
    assert.deepEqual(reading?.complaints, []);
    if (reading?.text != null) assert.notDeepEqual(found(reading.text), bareWords(wordsOnPage(page)));
  });
}
