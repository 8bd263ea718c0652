/** D1 and R2: the library that is read is the library that was written; an edition is issued once. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readEntries } from "../../src/library/read-entries.ts";
import { readLibrary } from "../../src/library/read-library.ts";
import type { Library, LibraryEvent } from "../../src/model/library.ts";
import { listEditions } from "../../src/store/edition-index.ts";
import { freeze } from "../../src/store/freeze.ts";
import { dumpOf } from "../support/dump.ts";
import { EDITION_FACTS } from "../support/edition-facts.ts";
import { FIXTURES } from "../support/fixtures.ts";
import { tenfold, unspoken } from "../support/libraries.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";
import { writeLibrary } from "../support/write-library.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

test("the library read back is the library written, to the order of its languages", async () => {
  assert.equal(JSON.stringify(await readLibrary(worker.LIBRARY)), JSON.stringify(worker.library));
  for (const [name, library] of Object.entries({ ...FIXTURES, "no statements": unspoken(worker.library) })) {
    await writeLibrary(worker.LIBRARY, library);
    assert.equal(JSON.stringify(await readLibrary(worker.LIBRARY)), JSON.stringify(library), name);
  }
  await writeLibrary(worker.LIBRARY, worker.library);
});

test("a library that is written while it is read is noticed", async () => {
  // More events than are read at once.
  const [event] = worker.library.events as [LibraryEvent];
  const events = Array.from({ length: 1001 }, (_, i) => ({ ...event, id: `event-${i}` }));
  const large = { ...worker.library, events };
  await writeLibrary(worker.LIBRARY, large);
  assert.equal(JSON.stringify(await readLibrary(worker.LIBRARY)), JSON.stringify(large));
  let written = false;
  const meddled = new Proxy(worker.LIBRARY, {
    get(db, property) {
      const value = Reflect.get(db, property) as unknown;
      if (typeof value !== "function") return value;
      if (property !== "batch") return value.bind(db);
      return async (statements: D1PreparedStatement[]) => {
        const results = await db.batch(statements);
        if (!written) await writeLibrary(db, { ...large, events: [] });
        written = true;
        return results;
      };
    },
  });
  await assert.rejects(readLibrary(meddled), /written while it was read/);
  assert.deepEqual((await readLibrary(meddled))?.events, []);
  await writeLibrary(worker.LIBRARY, worker.library);
});

test("a row changed by hand into nonsense is refused when read", async () => {
  const { LIBRARY, library } = worker;
  const [{ id } = { id: "" }] = library.statements;
  const change = "UPDATE entries SET value = json_set(value, '$.citations[0].paragraph', ?1) WHERE id = ?2";
  await LIBRARY.prepare(change).bind(999, id).run();
  await assert.rejects(readLibrary(LIBRARY), new RegExp(`D1 table entries statements\\[${id}\\]\\.citations.*999`));
  await writeLibrary(LIBRARY, library);
});

test("writing the same again changes nothing, not even the history", async () => {
  const [before, { revision }] = [await dumpOf(worker.LIBRARY), await readEntries(worker.LIBRARY)];
  await writeLibrary(worker.LIBRARY, worker.library);
  assert.equal((await readEntries(worker.LIBRARY)).revision, revision);
  assert.equal(await dumpOf(worker.LIBRARY), before);
});

test("a library ten times as large fits through as well", async () => {
  const large: Library = tenfold(worker.library);
  await writeLibrary(worker.LIBRARY, large);
  assert.equal(JSON.stringify(await readLibrary(worker.LIBRARY)), JSON.stringify(large));
  await writeLibrary(worker.LIBRARY, worker.library);
});

test("equal library and facts: equal bytes; another address or program: another edition", async () => {
  const one = freeze(worker.library, EDITION_FACTS);
  assert.equal([...freeze(structuredClone(worker.library), EDITION_FACTS).pieces()].join(), [...one.pieces()].join());
  for (const other of [{ site: "https://example.org" }, { program: "another" }]) {
    assert.notEqual(freeze(worker.library, { ...EDITION_FACTS, ...other }).entry.digest, one.entry.digest);
  }
});

test("an edition frozen before there were changes, corrections and programs is set and compared like any other", async () => {
  const [entry] = await listEditions(worker.LIBRARY);
  assert.ok(entry !== undefined);
  const object = await worker.SHEETS.get(entry.objectKey);
  assert.ok(object !== null);
  const { program, changes, correction, ...early } = await object.json<Record<string, unknown>>();
  assert.deepEqual([program, changes, correction], [EDITION_FACTS.program, null, null]);
  await worker.SHEETS.put(entry.objectKey, JSON.stringify(early));
  for (const path of ["/de/", "/de/council", "/en/council.pdf", "/uk/council/all.json", "/de/changes.txt"])
    assert.equal((await worker.fetch(`/${entry.id}${path}`)).status, 200, path);
});
