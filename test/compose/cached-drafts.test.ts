/**
 * Drafts that share their parts against drafts that share nothing. In: every sheet of the library, as a first edition
 * and with news, and random libraries; limits that change one after the other in random order, as they do while a sheet
 * is fitted. Out: a difference wherever the key of a part forgets something that the part depends on.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { composeBriefing, draftBriefing } from "../../src/compose/compose-briefing.ts";
import type { Limits } from "../../src/model/briefing.ts";
import type { Edition } from "../../src/model/edition.ts";
import { DEFAULT_PAPER } from "../../src/model/template.ts";
import { newsIn } from "../support/changes.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { editionAfter, histories, libraryOf, recipes } from "../support/random.ts";
import { nameOf, type Sheet, sheetsOf } from "../support/sheets.ts";

/** A fixed seed, for a test that fails on some days only helps nobody; RANDOM_SEED=… looks elsewhere. */
const SEED = Number(process.env.RANDOM_SEED ?? 20261130);
const RANDOM_LIBRARIES = 30;

const limits: fc.Arbitrary<keyof Limits> = fc.constantFrom(
  "statements",
  "disputes",
  "notes",
  "events",
  "changes",
  "answers",
  "viewpoints",
);
/** One limit at a time, and the share of what there is at most that it becomes. */
const walks = fc.array(fc.record({ limit: limits, share: fc.constantFrom(0, 0.2, 0.4, 0.6, 0.8, 1) }), {
  minLength: 12,
  maxLength: 12,
});
type Walk = readonly { readonly limit: keyof Limits; readonly share: number }[];

/** How many sections of the drafts were those of the draft before. */
function walk(edition: Edition, sheet: Sheet, steps: Walk): number {
  const draft = draftBriefing(edition, sheet);
  let within = draft.most;
  let before = draft.within(within);
  let shared = 0;
  for (const { limit, share } of steps) {
    within = { ...within, [limit]: Math.round(share * draft.most[limit]) };
    const cached = draft.within(within);
    const fresh = composeBriefing(edition, { ...sheet, limits: within });
    assert.deepEqual(cached, fresh, `${nameOf(sheet)} of ${edition.changes?.since}, ${JSON.stringify(within)}`);
    shared += cached.sections.filter((section) => before.sections.includes(section)).length;
    before = cached;
  }
  return shared;
}

/** Drafts know no paper. */
const DRAFTED = sheetsOf(HARBOUR).filter(({ paper }) => paper === DEFAULT_PAPER);

for (const [name, edition] of [
  ["a first edition", editionOf(HARBOUR)],
  ["an edition with news", newsIn(HARBOUR).edition],
] as const) {
  test(`every sheet of ${name} says within any limits what it says without a cache`, () => {
    let shared = 0;
    fc.sample(walks, { numRuns: DRAFTED.length, seed: SEED }).forEach((steps, i) => {
      shared += walk(edition, DRAFTED[i] as Sheet, steps);
    });
    assert.ok(shared > 1000, "most sections are those of the draft before");
  });
}

test("so do the sheets of random libraries", async () => {
  await fc.assert(
    fc.property(recipes, histories, fc.nat(), walks, (recipe, history, place, steps) => {
      const library = libraryOf(recipe);
      const sheets = sheetsOf(library);
      walk(editionAfter(library, recipe, history), sheets[place % sheets.length] as Sheet, steps);
    }),
    { numRuns: RANDOM_LIBRARIES, seed: SEED },
  );
});
