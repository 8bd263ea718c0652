/**
 * Whatever the schema lets through becomes one sound page: a thousand libraries of texts that break typesetters, and
 * those in which every text is as long as it may be. No exception, nothing outside, nothing over anything else, no word
 * and no statement lost, and the same library gives the same page and the same file every time.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import * as v from "valibot";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Edition } from "../../src/model/edition.ts";
import { CAPS, librarySchema } from "../../src/model/library.ts";
import { geometryComplaints } from "../support/geometry.ts";
import { overlapComplaints } from "../support/overlaps.ts";
import { editionAfter, histories, libraryOf, MANY_ISSUES, type Recipe, recipes } from "../support/random.ts";
import { nameOf, pageOf, type Sheet, sheetsOf } from "../support/sheets.ts";
import { tallyComplaints } from "../support/tally.ts";
import { wordComplaints } from "../support/words.ts";

/** A fixed seed, for a test that fails on some days only helps nobody; RANDOM_SEED=… looks elsewhere. */
const SEED = Number(process.env.RANDOM_SEED ?? 20261119);
const RUNS = 1000;
/** Every tenth page is set and written twice. */
const TWICE = 10;

function complaintsAbout(edition: Edition, sheet: Sheet): readonly string[] {
  const page = pageOf(edition, sheet);
  return [
    ...geometryComplaints(page, sheet.template),
    ...overlapComplaints(page, sheet.template),
    ...wordComplaints(page),
    ...tallyComplaints(page, edition, sheet.topic),
  ].map((complaint) => `${nameOf(sheet)}: ${complaint}`);
}

test("any library gives a sound page, and the same one again", async () => {
  await fc.assert(
    fc.property(recipes, fc.nat(), histories, (recipe, place, history) => {
      const library = libraryOf(recipe);
      assert.ok(v.is(librarySchema, library), "the recipe makes a library that could be entered");
      const sheets = sheetsOf(library);
      const sheet = sheets[place % sheets.length] as Sheet;
      const edition = editionAfter(library, recipe, history);
      assert.deepEqual(complaintsAbout(edition, sheet), []);
      if (place % TWICE !== 0) return;
      const again = editionAfter(libraryOf(recipe), recipe, history);
      const [first, second] = [pageOf(edition, sheet), pageOf(again, sheet)];
      assert.deepEqual(first, second);
      assert.ok(Buffer.from(writePdf(first)).equals(writePdf(second)), "equal pages give equal bytes");
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

/** Everything there may be, and every text as long as it may be. */
const FULL: Recipe = {
  seed: 1,
  actors: CAPS.actors,
  issues: MANY_ISSUES,
  articles: 5,
  statements: 200,
  disputes: 20,
  events: 40,
  scripts: ["german"],
  length: 1,
  languages: ["de", "en", "uk"],
  longIds: false,
};

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
    const sheets = sheetsOf(library).filter(({ topic }) => topic.kind === "overview" || topic.id.includes("-0-"));
    const complaints = sheets.flatMap((sheet) => {
      try {
        return complaintsAbout(edition, sheet);
      } catch (error) {
        return [`${nameOf(sheet)}: ${error}`];
      }
    });
    assert.deepEqual(complaints, []);
  });
}
