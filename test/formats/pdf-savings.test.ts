/**
 * The ladder of savings: that each rung is needed by some page, saves what it gives something up for, and leaves a file
 * that obeys the same rules and says the same words. The pages use more different characters than any language has.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LADDER, LIMIT, type Savings } from "../../src/formats/pdf/savings.ts";
import { writePdf, writeWith } from "../../src/formats/pdf/write-pdf.ts";
import type { Page } from "../../src/model/page.ts";
import { editionOf } from "../support/edition.ts";
import { type Letters, manyLetters } from "../support/letters.ts";
import { readPdf } from "../support/pdf.ts";
import { PDF_RULES } from "../support/pdf-rules.ts";
import { nameOf, pageOf, SEEDS, sheetsOf } from "../support/sheets.ts";

function pagesOf(letters: Letters): readonly Page[] {
  const library = manyLetters(letters);
  const names = /^(overview\/\w+|actor-0\/actor|issue-0\/positions)\/de\/a4$/;
  return sheetsOf(library)
    .filter((sheet) => names.test(nameOf(sheet)))
    .map((sheet) => pageOf(editionOf(library), sheet));
}

/** From what any language needs to more than three alphabets at once, and Chinese. */
const PAGES = [
  ...[50, 56, 60, 64, 66, 68, 70, 72, 74, 76, 80, 84, 90, 100, 130, 160, 220, 300, 400].map((known) => ({
    known,
    unknown: 0,
  })),
  ...[500, 2000, 20_000].map((unknown) => ({ known: 30, unknown })),
].flatMap(({ known, unknown }) => [0.1, 0.3].flatMap((length) => pagesOf({ known, unknown, length })));

const sizesOf = (page: Page): readonly number[] => LADDER.map((savings) => writeWith(page, savings).length);
const MEASURED = PAGES.map((page) => ({ page, sizes: sizesOf(page) }));
/** The first rung on which a page is small enough. */
const rungOf = (sizes: readonly number[]): number => sizes.findIndex((size) => size < LIMIT);

test("each rung is the one that some page needs, and that page gets it", () => {
  for (const rung of LADDER.keys()) {
    const found = MEASURED.find(({ sizes }) => rungOf(sizes) === rung);
    assert.ok(found !== undefined, `no page needs rung ${rung}`);
    const file = Buffer.from(writePdf(found.page));
    assert.ok(file.equals(writeWith(found.page, LADDER[rung] as Savings)), `rung ${rung} is not the one taken`);
  }
});

test("no page of these is too large", () => {
  for (const { sizes } of MEASURED) assert.ok(rungOf(sizes) >= 0, sizes.join());
});

test("no rung makes a page larger than the rung above it, but for a hundredth", () => {
  for (const { sizes } of MEASURED) {
    sizes.forEach((size, i) => {
      assert.ok(size <= (sizes[i - 1] ?? size) * 1.01, sizes.join());
    });
  }
});

test("each rung keeps every rule and every word", async () => {
  const sheets = ["sanctions-and-trade/overview/de/a4", "kyiv/actor/uk/a4", "ceasefire/positions/en/letter"];
  const pages = [
    ...sheetsOf(SEEDS)
      .filter((sheet) => sheets.includes(nameOf(sheet)))
      .map((sheet) => pageOf(editionOf(SEEDS), sheet)),
    ...pagesOf({ known: 300, unknown: 300, length: 0.1 }),
  ];
  for (const page of pages) {
    for (const [rung, savings] of LADDER.entries()) {
      const pdf = await readPdf(writeWith(page, savings));
      for (const [rule, { check }] of PDF_RULES) {
        assert.deepEqual(check(pdf, page), [], `${page.briefing.topic}, rung ${rung}: ${rule}`);
      }
    }
  }
});
