/**
 * The inside of the PDF, read back and held against the rules of a file that programs and screen readers understand: a
 * topic of each kind in every template and language. Each rule is also shown a file that breaks it, for a rule that never
 * fails proves nothing. All sheets are read in the deep tier.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { bare, unspoken } from "../support/libraries.ts";
import { PDF_RULES, pdfComplaints, readSheet } from "../support/pdf-rules.ts";
import { libraryOf } from "../support/random.ts";
import { pageOf, sheetNamed, sheetsOf } from "../support/sheets.ts";

const FEW = sheetsOf(HARBOUR).filter(({ topic }) => ["overview", "council", "closing"].includes(topic.id));

test("a topic of each kind obeys every rule, in every template and language", async () => {
  assert.equal(new Set(FEW.map(({ topic }) => topic.kind)).size, new Set(topicsOf(HARBOUR).map((t) => t.kind)).size);
  const sheets = FEW.filter(({ paper }) => paper === "a4");
  assert.deepEqual(await pdfComplaints(HARBOUR, sheets), []);
});

test("Letter obeys every rule", async () => {
  const sheets = FEW.filter(
    ({ paper, language, topic }) => paper === "letter" && `${topic.id}/${language}` === "council/uk",
  );
  assert.deepEqual(await pdfComplaints(HARBOUR, sheets), []);
});

test("a sheet without statements obeys every rule, and so does one without anything", async () => {
  const sheets = FEW.filter(({ paper, language }) => paper === "a4" && language === "de");
  assert.deepEqual(await pdfComplaints(unspoken(HARBOUR), sheets), []);
  const overviews = sheets.filter(({ topic }) => topic.kind === "overview");
  assert.deepEqual(await pdfComplaints(bare(HARBOUR), overviews), []);
});

test("texts that a PDF could trip over obey every rule", async () => {
  const counts = { actors: 2, issues: 2, articles: 3, statements: 12, disputes: 3, events: 5 };
  const scripts = ["emoji", "chinese", "arabic", "marks", "controls", "halves", "addresses", "glued"];
  const library = libraryOf({ seed: 7, ...counts, scripts, length: 0.3, languages: ["uk", "en"], longIds: false });
  const names = ["overview/overview/uk/a4", "issue-0/positions/de/a4"];
  const sheets = names.map((name) => sheetNamed(library, name));
  assert.deepEqual(await pdfComplaints(library, sheets), []);
});

test("each rule bites", async () => {
  // The one template with a table has every type of element on one sheet.
  const { page, pdf } = await readSheet(HARBOUR, sheetNamed(HARBOUR, "housing/overview/de/a4"));
  for (const [rule, { check, spoil }] of PDF_RULES) {
    assert.deepEqual(check(pdf, page), [], rule);
    const spoilt = structuredClone(pdf);
    spoil(spoilt);
    assert.notDeepEqual(check(spoilt, page), [], `“${rule}” does not notice what breaks it`);
  }
});

test("the same page gives the same bytes, and another language other ones", () => {
  const write = (name: string): Buffer => Buffer.from(writePdf(pageOf(editionOf(HARBOUR), sheetNamed(HARBOUR, name))));
  assert.ok(write("council/actor/uk/a4").equals(write("council/actor/uk/a4")));
  assert.ok(!write("council/actor/uk/a4").equals(write("council/actor/de/a4")));
});
