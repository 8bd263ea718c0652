/** A library that lies in the tables of an older program comes over whole, and is its own first revision. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { historyOf, readEntries } from "../../src/library/read-entries.ts";
import { readLibrary } from "../../src/library/read-library.ts";
import { writeEntries } from "../../src/library/write-entries.ts";
import { entriesOf } from "../../src/model/entries.ts";
import type { Library, Statement } from "../../src/model/library.ts";
import { parseLibrary } from "../../src/model/parsing/parse-library.ts";
import { BadLibrary } from "../../src/model/problem.ts";
import { mendLibrary } from "../../src/press/mend-library.ts";
import { freeze } from "../../src/store/freeze.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { EDITION_FACTS } from "../support/edition-facts.ts";
import { FIXTURES } from "../support/fixtures.ts";
import { tenfold, unspoken } from "../support/libraries.ts";
import { asBefore, bringEntries, makeOldTables, writeOldTables } from "../support/old-tables.ts";
import { WRITE_FACTS, writeLibrary } from "../support/write-library.ts";

const { harbour, island } = FIXTURES;
const LIBRARIES = { harbour, island, "no statements": unspoken(harbour), "ten times": tenfold(harbour) };

async function withOldTables(use: (db: D1Database) => Promise<void>): Promise<void> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({ modules: true, script: "export default {};", d1Databases: ["LIBRARY"] }),
  );
  try {
    const db = (await miniflare.getD1Database("LIBRARY")) as unknown as D1Database;
    await makeOldTables(db);
    await use(db);
  } finally {
    await miniflare.dispose();
  }
}

for (const [name, library] of Object.entries(LIBRARIES).map(([name, each]) => [name, asBefore(each)] as const))
  test(`${name}: no word, order or null is lost, and loading the same again changes nothing`, async () => {
    await withOldTables(async (db) => {
      await writeOldTables(db, library);
      await bringEntries(db);
      assert.equal(JSON.stringify(await readLibrary(db)), JSON.stringify(library));
      const { revision, store, entries } = await readEntries(db);
      assert.equal(revision, 1);
      assert.match(store, /^[0-9a-f]{16}$/);
      assert.deepEqual(
        entries.map(({ value }) => JSON.stringify(value)),
        [...entriesOf(library)].map(({ value }) => JSON.stringify(value)),
      );
      const [first] = await historyOf(db, { kind: "subject", id: "subject" });
      assert.equal(first?.way, "migration");
      await writeLibrary(db, library);
      assert.equal((await readEntries(db)).revision, 1);
    });
  });

test("a database without a library has none afterwards", async () => {
  await withOldTables(async (db) => {
    await bringEntries(db);
    assert.equal(await readLibrary(db), null);
    assert.equal((await readEntries(db)).revision, 0);
  });
});

/** Texts that programs before took, and that nobody could enter today. */
const SLIPS: Readonly<Record<string, string>> = {
  "straight quotation marks": 'Der Rat sagt "nein" dazu.',
  "a Cyrillic letter in a German word": "Die W\u0430ffenruhe gilt.",
  "a reference that was never decoded": "Rat &amp; Reederei.",
  "a text read in a wrong encoding": "Der Ausschuss prÃ¼ft.",
  "a prime for an apostrophe": "So geht\u2032s nicht.",
  "a hyphen for a minus": "Bei -5 Grad.",
  "two spaces": "Der  Rat.",
};

test("what was sound before is issued and corrected from, whatever is refused today", async () => {
  const harbour = asBefore(FIXTURES.harbour);
  const texts = Object.values(SLIPS);
  const slipped = {
    ...harbour,
    statements: harbour.statements.map((each, i) => ({
      ...each,
      text: { ...each.text, de: texts[i] ?? each.text.de },
    })),
  } as Library;
  const enter = (): unknown => parseLibrary(slipped, () => ({ file: "seeds" }), Object.keys(LANGUAGES));
  assert.throws(enter, (error) => {
    assert.ok(error instanceof BadLibrary);
    const told = new Set(error.problems.map(({ field }) => /^statements\[(\d+)\]\.text\.de$/.exec(field)?.[1]));
    assert.equal(told.size, texts.length, "each is refused when it is entered");
    return true;
  });
  await withOldTables(async (db) => {
    await writeOldTables(db, slipped);
    await bringEntries(db);
    const library = await readLibrary(db);
    assert.equal(JSON.stringify(library), JSON.stringify(slipped));
    const kept = [...freeze(slipped, EDITION_FACTS).pieces()].join("");
    for (const text of texts) assert.ok(kept.includes(JSON.stringify(text).slice(1, -1)), text);
    const [first] = harbour.statements as [Statement];
    assert.deepEqual(mendLibrary(slipped, harbour, [first.id]).statements[0], first);
    await writeEntries(db, [{ kind: "statements", id: first.id, from: 1, value: first }], WRITE_FACTS);
    assert.deepEqual((await readLibrary(db))?.statements[0], first);
  });
});
