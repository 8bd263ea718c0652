/**
 * An edition in pieces: kept in one or in many, read whole, entry by entry or in one language, it is the same edition and
 * everything made from it has the same bytes.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { manyTopics } from "../../bench/many-topics.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Library } from "../../src/model/library.ts";
import { batchesOf, variantsOf } from "../../src/press/file-sets.ts";
import { changesSince } from "../../src/render/compare-editions.ts";
import { render } from "../../src/render/render.ts";
import { entriesIn, type Head, MOST_CHARACTERS, piecesOf } from "../../src/store/edition-parts.ts";
import { freeze, hashOf } from "../../src/store/freeze.ts";
import { keepEdition } from "../../src/store/publish.ts";
import { entriesOf, readEdition, readEditionIn } from "../../src/store/read-edition.ts";
import { sha256, sha256OfAll } from "../../src/store/sha256.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { CORRECTION, newsIn } from "../support/changes.ts";
import { compareLibraries } from "../support/comparison.ts";
import { bare, tenfold } from "../support/libraries.ts";
import { editionAfter, histories, libraryOf, recipes } from "../support/random.ts";
import { SEEDS } from "../support/sheets.ts";
import { EDITION_FACTS, startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ seeded: false });
});
after(async () => await worker.stop());

/** The seeds with news, and as a correction of what was before. */
const { edition: NEWS, earlier } = newsIn(SEEDS);
const CORRECTED: Edition = {
  ...NEWS,
  correction: CORRECTION,
  corrected: compareLibraries(CORRECTION.corrects, earlier, SEEDS),
};

/** Keeps an edition of a library; its entry, and the edition as it was before it was kept. */
async function kept(library: Library, own: Partial<Edition> = {}) {
  const { changes = null, correction = null, corrected = null } = own;
  const frozen = freeze(library, { ...EDITION_FACTS, changes, correction, corrected });
  await keepEdition(worker.SHEETS, frozen);
  return frozen;
}

test("whatever fits into a part, head and parts hold every entry once and in order", () => {
  fc.assert(
    fc.property(recipes, histories, fc.integer({ min: 1, max: 200_000 }), (recipe, history, most) => {
      const edition = editionAfter(libraryOf(recipe), recipe, history);
      const [json = "", ...parts] = piecesOf(edition, most);
      const kept = JSON.parse(json) as Edition | Head;
      const { parts: count, head } = "parts" in kept ? kept : { parts: 0, head: kept };
      assert.equal(parts.length, count);
      const entries = [...entriesIn(head), ...parts.flatMap((part) => JSON.parse(part) as unknown[])];
      assert.equal(JSON.stringify(entries), JSON.stringify([...entriesIn(edition)]));
      for (const part of parts) assert.ok(part.length <= most * 1.2 || (JSON.parse(part) as unknown[]).length === 1);
    }),
    { numRuns: 50 },
  );
});

test("a library's hash is that of its JSON, so that editions from before there were parts still compare", async () => {
  for (const library of [SEEDS, bare(SEEDS), tenfold(SEEDS), { ...SEEDS, aliases: [{ id: "a", topic: "kyiv" }] }])
    assert.equal(hashOf(library), await sha256(JSON.stringify(library)));
});

test("a small edition is one object, as it always was, and a large one is read back as it was frozen", async () => {
  const small = await kept(SEEDS);
  assert.equal([...small.pieces()].length, 1);
  const large = manyTopics(SEEDS, 900);
  const changes = compareLibraries("2026-W46", { ...large, statements: large.statements.slice(0, 2000) }, large);
  for (const { library, frozen } of [
    { library: SEEDS, frozen: small },
    { library: large, frozen: await kept(large, { changes }) },
  ]) {
    const { entry, pieces } = frozen;
    assert.equal(entry.digest, sha256OfAll(pieces()));
    const read = await readEdition(worker.SHEETS, entry);
    assert.equal(JSON.stringify(read.library), JSON.stringify(library));
    assert.equal(read.hash, hashOf(read.library));
    const entries: unknown[] = [];
    for await (const each of entriesOf(worker.SHEETS, entry)) entries.push(each);
    assert.equal(JSON.stringify(entries), JSON.stringify([...entriesIn(read)]));
  }
  const { objects } = await worker.SHEETS.list({ prefix: "editions/" });
  assert.ok(objects.length > 3, "the large one has parts");
  for (const { size } of objects) assert.ok(size < 2 * MOST_CHARACTERS, `an object of ${size} bytes`);
});

test("read in one language, an edition gives the same bytes of everything that the press makes in it", async () => {
  for (const edition of [NEWS, CORRECTED, { ...CORRECTED, library: withGaps(SEEDS) }]) {
    const { entry } = await kept(edition.library, edition);
    const whole = await readEdition(worker.SHEETS, entry);
    for (const [language, sets] of Map.groupBy(batchesOf(entry.topics).flat(), (set) => set.language)) {
      const narrow = await readEditionIn(worker.SHEETS, entry, language);
      const rest = JSON.stringify(narrow).length / JSON.stringify(whole).length;
      assert.ok(rest < 0.75, `${language}: ${rest} of the whole`);
      for (const variant of sets.flatMap(variantsOf)) {
        if (variant.kind === "sheet" && (variant.paper === "letter" || variant.ending === "pdf")) continue;
        const name = `${language} ${variant.kind} ${"topic" in variant ? variant.topic?.id : ""}.${variant.ending}`;
        assert.equal(render(narrow, variant).content, render(whole, variant).content, name);
      }
    }
  }
});

test("compared entry by entry or library by library, the differences are the same", async () => {
  const { entry } = await kept(earlier);
  assert.deepEqual(await changesSince(worker.SHEETS, entry, SEEDS), compareLibraries(entry.id, earlier, SEEDS));
  const large = manyTopics(SEEDS, 900);
  const { entry: before } = await kept({ ...large, statements: large.statements.slice(100) });
  const changes = await changesSince(worker.SHEETS, before, large);
  assert.equal(changes.statements.length, 100);
  const otherwise = large.statements.map((statement) => ({ ...statement, text: { de: `Früher: ${statement.id}.` } }));
  const { entry: different } = await kept({ ...large, statements: otherwise });
  const all = await changesSince(worker.SHEETS, different, large);
  assert.deepEqual(
    all.statements,
    otherwise.map((was) => ({ kind: "changed", id: was.id, before: was })),
    "as many as are packed into several chunks",
  );
  assert.deepEqual(changes.statements.at(-1), { kind: "new", id: large.statements[99]?.id });
});

/** Every third text in German alone, every third without German. */
function withGaps(library: Library): Library {
  let n = 0;
  const gap = ({ de = "", ...others }: Readonly<Record<string, string>>) =>
    [{ de }, others, { de, ...others }][n++ % 3];
  return JSON.parse(JSON.stringify(library), (_, value: unknown) =>
    typeof value === "object" && value !== null && Object.keys(LANGUAGES).every((tag) => tag in value)
      ? gap(value as Readonly<Record<string, string>>)
      : value,
  ) as Library;
}
