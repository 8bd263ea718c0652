/**
 * Whatever the schema lets through becomes one sound page, and the same one again. In: how many libraries of texts that
 * break typesetters are to be tried. Out: an assertion; a library that breaks one is told as its recipe.
 */
import assert from "node:assert/strict";
import * as fc from "fast-check";
import * as v from "valibot";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import { librarySchema } from "../../src/model/library.ts";
import { sheetComplaints } from "./page-complaints.ts";
import { editionAfter, histories, libraryOf, recipes, SEED } from "./random.ts";
import { pageOf, type Sheet, sheetsOf } from "./sheets.ts";

/** Every so many pages are set and written twice. */
const TWICE = 10;

export async function assertRandomPages(runs: number): Promise<void> {
  let written = 0;
  await fc.assert(
    fc.property(recipes, fc.nat(), histories, (recipe, place, history) => {
      const library = libraryOf(recipe);
      assert.ok(v.is(librarySchema, library), "the recipe makes a library that could be entered");
      const sheets = sheetsOf(library);
      const sheet = sheets[place % sheets.length] as Sheet;
      const edition = editionAfter(library, recipe, history);
      assert.deepEqual(sheetComplaints(edition, sheet), []);
      if (place % TWICE !== 0) return;
      written += 1;
      const again = editionAfter(libraryOf(recipe), recipe, history);
      const [first, second] = [pageOf(edition, sheet), pageOf(again, sheet)];
      assert.deepEqual(first, second);
      assert.ok(Buffer.from(writePdf(first)).equals(writePdf(second)), "equal pages give equal bytes");
    }),
    { numRuns: runs, seed: SEED },
  );
  assert.ok(written > 0, "some pages were written");
}
