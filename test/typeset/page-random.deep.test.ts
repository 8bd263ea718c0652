/**
 * Whatever the schema lets through becomes one sound page: a thousand libraries of texts that break typesetters, and
 * those in which every text is as long as it may be.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as v from "valibot";
import { librarySchema } from "../../src/model/library.ts";
import { sheetComplaints } from "../support/page-complaints.ts";
import { editionAfter, FULL, libraryOf } from "../support/random.ts";
import { assertRandomPages } from "../support/random-pages.ts";
import { nameOf, sheetsOf } from "../support/sheets.ts";

test("any library gives a sound page, and the same one again", async () => {
  await assertRandomPages(1000);
});

for (const scripts of [["german"], ["ukrainian"], ["endless"], ["wide"]]) {
  test(`every cap reached at once still fits: ${scripts.join()}`, () => {
    const recipe = { ...FULL, scripts };
    const library = libraryOf(recipe);
    assert.ok(v.is(librarySchema, library));
    const edition = editionAfter(library, recipe, {
      before: { seed: 2, statements: 190, disputes: 19 },
      corrected: true,
    });
    // One topic of each kind in each of its templates; the others differ in nothing that takes room.
    const sheets = sheetsOf(library).filter(({ topic }) => topic.kind === "overview" || topic.id.endsWith("-0"));
    const complaints = sheets.flatMap((sheet) => {
      try {
        return sheetComplaints(edition, sheet);
      } catch (error) {
        return [`${nameOf(sheet)}: ${error}`];
      }
    });
    assert.deepEqual(complaints, []);
  });
}
