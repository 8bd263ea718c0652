/** D1 and R2: what is written is what is read, all of it or nothing; an edition is issued once. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { runTogether } from "../../src/library/commands.ts";
import { readEntries, readLibrary } from "../../src/library/read-library.ts";
import { tablesOf } from "../../src/library/tables.ts";
import { changesBetween, wasWrittenSince, writeLibrary } from "../../src/library/write-library.ts";
import type { Library, LibraryEvent } from "../../src/model/library.ts";
import { listEditions } from "../../src/store/edition-index.ts";
import { freeze } from "../../src/store/freeze.ts";
import { dumpOf } from "../support/dump.ts";
import { EDITION_FACTS } from "../support/edition-facts.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

test("the library read back is the library written, to the order of its languages", async () => {
  assert.equal(JSON.stringify(await readLibrary(worker.LIBRARY)), JSON.stringify(worker.library));
});

test("a library ten times as large fits through as well", async () => {
  const { library } = worker;
  const large: Library = {
    ...library,
    statements: Array.from({ length: 10 }, (_, i) =>
      library.statements.map((s) => ({
        ...s,
        id: `${s.id}-${i}`,
        supersedes: s.supersedes === null ? null : `${s.supersedes}-${i}`,
      })),
    ).flat(),
    disputes: [],
  };
  await writeLibrary(worker.LIBRARY, large);
  assert.equal(JSON.stringify(await readLibrary(worker.LIBRARY)), JSON.stringify(large));
  const changes = changesBetween(await readEntries(worker.LIBRARY), library);
  await writeLibrary(worker.LIBRARY, library);
  assert.equal(changes.find(({ kind }) => kind === "statements")?.removed.length, large.statements.length);
});

test("a library that is written while it is read is noticed", async () => {
  // More events than are read at once.
  const [event] = worker.library.events as [LibraryEvent];
  const events = Array.from({ length: 1001 }, (_, i) => ({ ...event, id: `event-${i}` }));
  const large = { ...worker.library, events };
  await writeLibrary(worker.LIBRARY, large);
  let written = false;
  const meddled = new Proxy(worker.LIBRARY, {
    get(db, property) {
      const value = Reflect.get(db, property) as unknown;
      if (property !== "batch" || typeof value !== "function") return value;
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

test("what cannot be written leaves everything as it was", async () => {
  const { library } = worker;
  const [first, ...others] = library.statements;
  assert.ok(first !== undefined);
  const bad: Readonly<Record<string, Library>> = {
    "an unknown issue": { ...library, statements: [{ ...first, issue: "weather" }, ...others] },
    "an unknown kind": { ...library, statements: [...others, { ...first, kind: "rumour" as "action" }] },
    "an unknown article, in the last table but one": {
      ...library,
      events: library.events.map((event) => ({ ...event, citations: [{ article: "no-such", paragraph: 1 }] })),
    },
  };
  const before = await dumpOf(worker.LIBRARY);
  for (const [name, broken] of Object.entries(bad)) {
    await assert.rejects(writeLibrary(worker.LIBRARY, broken), /constraint/i, name);
    assert.equal(await dumpOf(worker.LIBRARY), before, name);
  }
});

test("what somebody wrote after the library was looked at is not overwritten", async () => {
  const { LIBRARY, library } = worker;
  const number = "SELECT number FROM library_writes";
  const seen = (await LIBRARY.prepare(number).first<number>("number")) ?? -1;
  await writeLibrary(LIBRARY, { ...library, events: library.events.slice(1) });
  const theirs = await dumpOf(LIBRARY);
  await assert.rejects(writeLibrary(LIBRARY, library, seen), wasWrittenSince);
  assert.equal(await dumpOf(LIBRARY), theirs);
  await writeLibrary(LIBRARY, library, seen + 1);
  assert.notEqual(await dumpOf(LIBRARY), theirs);
  await assert.rejects(runTogether(LIBRARY, [{ sql: "SELECT 1 FROM nowhere" }]), (error) => !wasWrittenSince(error));
});

test("a row changed by hand into nonsense is refused when read", async () => {
  await worker.LIBRARY.prepare("UPDATE statement_citations SET paragraph = 999 WHERE rowid = 1").run();
  await assert.rejects(readLibrary(worker.LIBRARY), /D1 table statements.*paragraph.*999/);
  await writeLibrary(worker.LIBRARY, worker.library);
});

test("every table that the library has is one the database has", async () => {
  const { results } = await worker.LIBRARY.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{
    name: string;
  }>();
  const names = new Set(results.map(({ name }) => name));
  for (const { table } of tablesOf(worker.library)) assert.ok(names.has(table), table);
});

test("seeding again changes nothing", async () => {
  const before = await dumpOf(worker.LIBRARY);
  const changes = changesBetween(await readEntries(worker.LIBRARY), worker.library);
  await writeLibrary(worker.LIBRARY, worker.library);
  assert.deepEqual(
    changes.filter(({ added, changed, removed }) => added.length + changed.length + removed.length > 0),
    [],
  );
  assert.equal(await dumpOf(worker.LIBRARY), before);
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
