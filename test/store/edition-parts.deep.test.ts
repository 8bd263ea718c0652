/**
 * An edition in pieces, as `edition-parts.test.ts` has it: many random ones, one as large as a site in many countries may
 * have, and in each language everything that the press makes.
 */
import { after, before, test } from "node:test";
import fc from "fast-check";
import { batchesOf } from "../../src/press/file-sets.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import {
  assertComparedByEntry,
  assertReadBack,
  assertSameInLanguage,
  assertWholeInPieces,
  SMALL,
} from "../support/kept-editions.ts";
import { editionAfter, histories, libraryOf, recipes } from "../support/random.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
});
after(async () => await worker.stop());

test("whatever fits into a part, head and parts hold every entry once and in order", () => {
  fc.assert(
    fc.property(recipes, histories, fc.integer({ min: 1, max: 200_000 }), (recipe, history, most) => {
      assertWholeInPieces(editionAfter(libraryOf(recipe), recipe, history), most);
    }),
    { numRuns: 50 },
  );
});

test("a large edition is read back as it was frozen, and compared entry by entry", async () => {
  await assertReadBack(worker, 900);
  await assertComparedByEntry(worker, 900);
});

test("read in one language, an edition gives the same bytes of everything that the press makes in it", async () => {
  for (const edition of SMALL) {
    for (const language of Object.keys(LANGUAGES)) {
      await assertSameInLanguage(worker, edition, language, (topics) =>
        batchesOf(topics)
          .flat()
          .filter((set) => set.language === language),
      );
    }
  }
});
