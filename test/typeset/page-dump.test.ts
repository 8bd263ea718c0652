/**
 * Small sheets of the tests' own library as readable text, item by item: a place, a face or a word that is another one is
 * seen here, whatever the shipped library says. `npm run golden` writes them anew; whoever does looks at the pages first.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { LANGUAGES } from "../../templates/languages.ts";
import { TEMPLATES } from "../../templates/templates.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { assertDump } from "../support/page-dump.ts";
import { nameOf, pageOf, sheetNamed } from "../support/sheets.ts";

const SHEETS = ["ferry/positions/de/a4", "ministry/actor/uk/a4", "ferry/overview/en/letter"].map((name) =>
  sheetNamed(HARBOUR, name),
);

for (const sheet of SHEETS) {
  test(`${nameOf(sheet)} looks as it did`, () => {
    const file = join(import.meta.dirname, "golden", `${nameOf(sheet).replaceAll("/", "-")}.page.txt`);
    assertDump(pageOf(editionOf(HARBOUR), sheet), file);
  });
}

test("every template and every language is on one of them", () => {
  assert.deepEqual(new Set(SHEETS.map(({ template }) => template)), new Set(TEMPLATES));
  assert.deepEqual(new Set(SHEETS.map(({ language }) => language)), new Set(Object.keys(LANGUAGES)));
});
