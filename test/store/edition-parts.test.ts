/**
 * An edition in pieces: kept in one or in many, read whole, entry by entry or in one language, it is the same edition and
 * everything made from it has the same bytes. Large ones, and everything that is made of them, are for the deep tests.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Edition } from "../../src/model/edition.ts";
import { changesSince } from "../../src/render/compare-editions.ts";
import type { EditionTopic } from "../../src/store/edition-index.ts";
import { hashOf } from "../../src/store/freeze.ts";
import { sha256 } from "../../src/store/sha256.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { compareLibraries } from "../support/comparison.ts";
import { HARBOUR } from "../support/fixtures.ts";
import {
  assertComparedByEntry,
  assertReadBack,
  assertSame,
  assertSameInLanguage,
  assertWholeInPieces,
  EARLIER,
  kept,
  SMALL,
} from "../support/kept-editions.ts";
import { bare, tenfold } from "../support/libraries.ts";
import { editionAfter, histories, libraryOf, recipes } from "../support/random.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
});
after(async () => await worker.stop());

/** As few topics as make an edition of several parts. */
const LARGE = 250;

test("whatever fits into a part, head and parts hold every entry once and in order", () => {
  fc.assert(
    fc.property(recipes, histories, fc.integer({ min: 1, max: 200_000 }), (recipe, history, most) => {
      assertWholeInPieces(editionAfter(libraryOf(recipe), recipe, history), most);
    }),
    { numRuns: 5 },
  );
  for (const most of [1, 1000, 20_000]) for (const edition of SMALL) assertWholeInPieces(edition, most);
});

test("a library's hash is that of its JSON, so that editions from before there were parts still compare", async () => {
  for (const library of [
    HARBOUR,
    bare(HARBOUR),
    tenfold(HARBOUR),
    { ...HARBOUR, aliases: [{ id: "a", topic: "council" }] },
  ])
    assert.equal(hashOf(library), await sha256(JSON.stringify(library)));
});

test("a small edition is one object, as it always was, and a large one is read back as it was frozen", async () => {
  const small = await kept(worker, HARBOUR);
  assert.equal([...small.pieces()].length, 1);
  await assertSame(worker, small, HARBOUR);
  await assertReadBack(worker, LARGE);
});

test("read in one language, an edition gives the same bytes of what the press makes in it", async () => {
  for (const [i, language] of Object.keys(LANGUAGES).entries()) {
    const edition = SMALL[i % SMALL.length] as Edition;
    await assertSameInLanguage(worker, edition, language, (topics) => {
      const kinds = [...Map.groupBy(topics, ({ kind }) => kind).values()];
      const topic = kinds[i % kinds.length]?.[0] as EditionTopic;
      return [
        { kind: "edition", language },
        { kind: "topic", language, topic },
      ];
    });
  }
});

test("compared entry by entry or library by library, the differences are the same", async () => {
  const { entry } = await kept(worker, EARLIER);
  const differences = compareLibraries(entry.id, EARLIER, HARBOUR);
  assert.deepEqual(await changesSince(worker.SHEETS, entry, HARBOUR), differences);
  await assertComparedByEntry(worker, LARGE);
});
