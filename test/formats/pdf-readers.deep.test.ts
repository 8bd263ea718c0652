/**
 * Our PDFs in other people's programs: poppler, MuPDF, qpdf, Ghostscript and pdf.js read and draw every sheet without a
 * warning, and those that look for text find the words of the page, no more and no fewer.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Page } from "../../src/model/page.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { READERS } from "../support/readers.ts";
import { nameOf, pageOf, sheetsOf } from "../support/sheets.ts";
import { bareWords, printed, textsOf, wordsOnPage } from "../support/words.ts";

const PRINTED = sheetsOf(HARBOUR).map((sheet) => {
  const page = pageOf(editionOf(HARBOUR), sheet);
  return { name: nameOf(sheet), page, pdf: writePdf(page) };
});
/** Thousandths of an em that a thin space is narrower than another at least; a kern beside a space is less. */
const THIN = -60;
const [first] = PRINTED as [(typeof PRINTED)[number]];

/** A word divided at a line's end is one word; pdf.js and MuPDF leave that to whoever asks them. */
const found = (text: string): readonly string[] => bareWords(text.replaceAll(/\u00ad\s*/g, ""));
const expected = (page: Page, reader: string): readonly string[] =>
  bareWords(reader === "poppler" ? closedUp(page) : wordsOnPage(page));

/** The thin space in 12 500 is narrower than what poppler takes for a gap between words where it keeps the file's order. */
function closedUp(page: Page): string {
  const texts = textsOf(page).map((text) => ({
    ...text,
    characters: text.characters.map((each, i) => (each === " " && (text.shifts[i] ?? 0) < THIN ? "" : each)),
  }));
  const owned = Map.groupBy(texts, (text) =>
    text.owner === null || text.owner.kind === "timeline" ? text : text.owner,
  );
  return [...owned.values()].map(printed).join(" ");
}

for (const [name, { missing, read }] of Object.entries(READERS)) {
  test(`${name} reads ${PRINTED.length} sheets without a warning, and every word`, { skip: missing }, async () => {
    const readings = await read(PRINTED.map(({ pdf }) => pdf));
    readings.forEach(({ text, complaints }, i) => {
      const { name: sheet, page } = PRINTED[i] as (typeof PRINTED)[number];
      assert.deepEqual(complaints, [], sheet);
      if (text !== null) assert.deepEqual(found(text), expected(page, name), sheet);
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
    if (reading?.text != null) assert.notDeepEqual(found(reading.text), expected(page, name));
  });
}
