/**
 * Whatever the schema lets through has a newsletter kit that mails can carry. In: how many libraries of texts that break
 * typesetters are to be tried. Out: an assertion; a library that breaks one is told as its recipe.
 */
import assert from "node:assert/strict";
import * as fc from "fast-check";
import { BLOCK_LIMIT } from "../../src/model/letter.ts";
import { kitOf, kitsOf } from "./kit.ts";
import { blockComplaints, countComplaints } from "./kit-complaints.ts";
import { editionAfter, histories, libraryOf, recipes, SEED } from "./random.ts";

/** Of the kits of each library one in so many is looked at. */
const ONE_IN = 5;

export async function assertRandomKits(runs: number): Promise<void> {
  await fc.assert(
    fc.property(recipes, histories, (recipe, history) => {
      const edition = editionAfter(libraryOf(recipe), recipe, history);
      for (const about of kitsOf(edition).filter((_, i) => i % ONE_IN === recipe.seed % ONE_IN)) {
        const { letter, blocks } = kitOf(about);
        assert.ok(blocks.html.bytes < BLOCK_LIMIT, `${about.name}: ${blocks.html.bytes}`);
        assert.deepEqual(blockComplaints(blocks.html.content), [], about.name);
        assert.deepEqual(countComplaints(letter), [], about.name);
      }
    }),
    { numRuns: runs, seed: SEED },
  );
}
