/**
 * The inside of every PDF, held against the rules of a file that programs and screen readers understand: all sheets of a
 * library, of one without statements, of one without anything, and of texts that a PDF could trip over.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { HARBOUR } from "../support/fixtures.ts";
import { bare, unspoken } from "../support/libraries.ts";
import { pdfComplaints } from "../support/pdf-rules.ts";
import { libraryOf } from "../support/random.ts";
import { sheetsOf } from "../support/sheets.ts";

test("every topic, template and language obeys every rule on both papers", async () => {
  assert.deepEqual(await pdfComplaints(HARBOUR, sheetsOf(HARBOUR)), []);
});

test("a sheet without statements obeys every rule, and so does one without anything", async () => {
  for (const library of [unspoken(HARBOUR), bare(HARBOUR)]) {
    const sheets = sheetsOf(library).filter(({ paper, language }) => paper === "a4" && language === "de");
    assert.deepEqual(await pdfComplaints(library, sheets), []);
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
    assert.deepEqual(await pdfComplaints(library, sheets), []);
  });
}
