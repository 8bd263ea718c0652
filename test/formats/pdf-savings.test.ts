/**
 * The size of a file: that living text stays below the mark, and that a page beyond it is written again, packed, with
 * every rule kept and every word in it, whatever size results. The pages beyond use more different characters than any
 * language has.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MARK, PACKED, USUAL } from "../../src/formats/pdf/savings.ts";
import { writePdf, writeWith } from "../../src/formats/pdf/write-pdf.ts";
import type { Page } from "../../src/model/page.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { type Letters, manyLetters } from "../support/letters.ts";
import { readPdf } from "../support/pdf.ts";
import { PDF_RULES } from "../support/pdf-rules.ts";
import { nameOf, pageOf, sheetsOf } from "../support/sheets.ts";

function pagesOf(letters: Letters): readonly Page[] {
  const library = manyLetters(letters);
  const names = /^(overview\/\w+|actor-0\/actor|issue-0\/positions)\/de\/a4$/;
  return sheetsOf(library)
    .filter((sheet) => names.test(nameOf(sheet)))
    .map((sheet) => pageOf(editionOf(library), sheet));
}

/** A few alphabets more than one text has, all that the faces have, and Chinese: as much of it as a sheet holds. */
const PAGES = [
  { known: 60, unknown: 0, length: 0.3 },
  { known: 400, unknown: 0, length: 0.3 },
  { known: 300, unknown: 300, length: 0.1 },
  { known: 0, unknown: 20_000, length: 0.5 },
].flatMap(pagesOf);

const charactersOf = ({ items }: Page): number =>
  new Set(items.flatMap((item) => (item.kind === "text" ? item.characters : []))).size;

test("every sheet stays below the mark", () => {
  for (const sheet of sheetsOf(HARBOUR)) {
    const { length } = writePdf(pageOf(editionOf(HARBOUR), sheet));
    assert.ok(length < MARK, `${nameOf(sheet)} has ${length} bytes`);
  }
});

test("a page beyond the mark is written again and packed, whatever size results; no other is", () => {
  const met = { below: 0, saved: 0, beyond: 0 };
  for (const page of PAGES) {
    const [usual, packed] = [writeWith(page, USUAL), writeWith(page, PACKED)];
    assert.ok(packed.length < usual.length, `${packed.length} of ${usual.length} bytes`);
    met[usual.length <= MARK ? "below" : packed.length <= MARK ? "saved" : "beyond"] += 1;
    assert.ok(Buffer.from(writePdf(page)).equals(usual.length <= MARK ? usual : packed), `${usual.length} bytes`);
  }
  for (const [kind, pages] of Object.entries(met)) assert.ok(pages > 0, `no page is ${kind}`);
});

test("a page of hundreds or thousands of different characters keeps every rule and every word, in either way", async () => {
  assert.ok(Math.max(...PAGES.map(charactersOf)) > 2000);
  for (const page of PAGES) {
    for (const savings of [USUAL, PACKED]) {
      const pdf = await readPdf(writeWith(page, savings));
      for (const [rule, { check }] of PDF_RULES) {
        const about = `${page.briefing.topic} with ${charactersOf(page)} characters, level ${savings.level}`;
        assert.deepEqual(check(pdf, page), [], `${about}: ${rule}`);
      }
    }
  }
});
