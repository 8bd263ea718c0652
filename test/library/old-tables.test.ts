/** A library that lies in the tables of an older program comes over whole, and is its own first revision. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { historyOf, readEntries } from "../../src/library/read-entries.ts";
import { readLibrary } from "../../src/library/read-library.ts";
import { entriesOf } from "../../src/model/entries.ts";
import { FIXTURES } from "../support/fixtures.ts";
import { tenfold, unspoken } from "../support/libraries.ts";
import { asBefore, bringEntries, makeOldTables, writeOldTables } from "../support/old-tables.ts";
import { writeLibrary } from "../support/write-library.ts";

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
