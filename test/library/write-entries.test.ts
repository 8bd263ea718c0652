/** Entries written one by one or together: nobody's work is lost, nothing unsound gets in, and the history has it all. */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import * as fc from "fast-check";
import { runTogether } from "../../src/library/commands.ts";
import {
  ENTRIES_AT,
  historyOf,
  inEditorsOrder,
  readEntries,
  readEntry,
  storedEntry,
} from "../../src/library/read-entries.ts";
import { readLibrary } from "../../src/library/read-library.ts";
import { wasWrittenSince, writeCommands } from "../../src/library/write-commands.ts";
import { type Edit, writeEntries } from "../../src/library/write-entries.ts";
import { entriesOf } from "../../src/model/entries.ts";
import type { LibraryEvent, Statement } from "../../src/model/library.ts";
import { BadLibrary, Conflict } from "../../src/model/problem.ts";
import { dumpOf } from "../support/dump.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";
import { WRITE_FACTS, writeLibrary } from "../support/write-library.ts";

let worker: TestWorker;
let db: D1Database;
before(async () => {
  worker = await startWorker({ stores: "empty" });
  db = worker.LIBRARY;
});
beforeEach(async () => await writeLibrary(db, HARBOUR));
after(async () => await worker.stop());

const [STATEMENT] = HARBOUR.statements as [Statement];
const [EVENT] = HARBOUR.events as [LibraryEvent];
const NAME = { kind: "statements", id: STATEMENT.id };

/** An edit by somebody who looks at the entry now. */
async function seen(kind: string, value: { readonly id: string }): Promise<Edit> {
  const there = await readEntry(db, { kind, id: value.id });
  return { kind, id: value.id, from: there?.revision ?? null, value };
}

const says = (de: string): Statement => ({ ...STATEMENT, text: { ...STATEMENT.text, de } });

test("one entry is written, and its history says what it was, when, by whom and why", async () => {
  const facts = {
    ...WRITE_FACTS,
    at: "2026-11-20T10:00:00.000Z",
    who: "Ann",
    why: "a slip",
    writer: "person",
  } as const;
  await writeEntries(db, [await seen("statements", says("Anders gesagt."))], facts);
  const history = await historyOf(db, NAME);
  const [was, is] = [history.at(-2), history.at(-1)];
  assert.deepEqual(was?.value, STATEMENT);
  assert.deepEqual(is?.value, says("Anders gesagt."));
  assert.deepEqual([is?.at, is?.who, is?.why, is?.way], [facts.at, "Ann", "a slip", "import"]);
  const [before, after] = [was?.texts, is?.texts];
  assert.deepEqual(after?.de, { by: "person" }, "the text that is new has a new writer");
  assert.deepEqual(after?.en, before?.en, "a translation that stayed keeps its writer and what it was made from");
  assert.equal(before?.en?.by, "machine");
  assert.match(before?.en?.of ?? "", /^[0-9a-f]{64}$/);
});

test("a translation says which original it was made from, so that it shows when that has moved on", async () => {
  const first = (await readEntry(db, NAME))?.texts.en?.of;
  await writeEntries(db, [await seen("statements", says("Das Original ist weiter."))], WRITE_FACTS);
  assert.equal((await readEntry(db, NAME))?.texts.en?.of, first);
  const moved = says("Das Original ist weiter.");
  const translated = { ...moved, text: { ...moved.text, en: "The original has moved on." } };
  await writeEntries(db, [await seen("statements", translated)], WRITE_FACTS);
  const now = (await readEntry(db, NAME))?.texts;
  assert.notEqual(now?.en?.of, first);
  assert.equal(now?.uk?.of, first);
});

test("who wrote an entry that somebody else wrote meanwhile is told both values, and nothing is lost", async () => {
  const edit = await seen("statements", says("Von der einen."));
  await writeEntries(db, [await seen("statements", says("Von der anderen."))], WRITE_FACTS);
  const theirs = await dumpOf(db);
  await assert.rejects(writeEntries(db, [edit, await seen("events", EVENT)], WRITE_FACTS), (error) => {
    assert.ok(error instanceof Conflict);
    assert.match(error.message, /here: {2}"Von der einen\."\n {4}there: "Von der anderen\."/);
    return true;
  });
  assert.equal(await dumpOf(db), theirs);
  for (const value of [null, STATEMENT])
    await assert.rejects(writeEntries(db, [{ ...NAME, from: null, value }], WRITE_FACTS), Conflict);
});

test("whoever wrote another entry meanwhile is in nobody's way, and both are kept", async () => {
  const edit = await seen("statements", says("Von der einen."));
  let meddled = false;
  const busy = new Proxy(db, {
    get(target, property) {
      const value = Reflect.get(target, property) as unknown;
      if (typeof value !== "function") return value;
      if (property !== "batch") return value.bind(target);
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements);
        if (!meddled) {
          meddled = true;
          await writeEntries(target, [await seen("events", { ...EVENT, priority: 5 } as LibraryEvent)], WRITE_FACTS);
        }
        return results;
      };
    },
  });
  await writeEntries(busy, [edit], WRITE_FACTS);
  const library = await readLibrary(db);
  assert.equal(library?.statements[0]?.text.de, "Von der einen.");
  assert.equal(library?.events[0]?.priority, 5);
});

test("two who write the same entry at the same moment: one is kept, the other is told", async () => {
  const edits = await Promise.all(["Eins.", "Zwei."].map((text) => seen("statements", says(text))));
  const results = await Promise.allSettled(edits.map((edit) => writeEntries(db, [edit], WRITE_FACTS)));
  assert.deepEqual(results.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const refused = results.find((each) => each.status === "rejected");
  assert.ok(refused?.reason instanceof Conflict, String(refused?.reason));
});

test("what the library as a whole would not bear is refused, and nothing is written", async () => {
  const before = await dumpOf(db);
  const [article] = HARBOUR.articles;
  const bad: Readonly<Record<string, Edit>> = {
    "an unknown issue": await seen("statements", { ...STATEMENT, issue: "weather" } as Statement),
    "an unknown kind": await seen("statements", { ...STATEMENT, kind: "rumour" } as never),
    "an article that is cited is gone": { ...(await seen("articles", article as { id: string })), value: null },
  };
  const good = await seen("events", { ...EVENT, priority: 5 } as LibraryEvent);
  for (const [name, edit] of Object.entries(bad)) {
    await assert.rejects(writeEntries(db, [good, edit], WRITE_FACTS), BadLibrary, name);
    assert.equal(await dumpOf(db), before, name);
  }
});

test("commands made from what is no longer there fail as a whole", async () => {
  const old = await readEntries(db);
  await writeEntries(db, [await seen("statements", says("Dazwischen."))], WRITE_FACTS);
  const theirs = await dumpOf(db);
  const commands = writeCommands(old, entriesOf({ ...HARBOUR, events: [] }), WRITE_FACTS);
  await assert.rejects(runTogether(db, commands), wasWrittenSince);
  assert.equal(await dumpOf(db), theirs);
  await assert.rejects(runTogether(db, [{ sql: "SELECT 1 FROM nowhere" }]), (error) => !wasWrittenSince(error));
});

test("a command that has no rows does nothing, and a batch of nothing is no fault", async () => {
  const before = await dumpOf(db);
  await runTogether(db, [{ sql: "DELETE FROM entries WHERE id IN (SELECT value FROM json_each(?1))", rows: [] }]);
  await runTogether(db, []);
  assert.equal(await dumpOf(db), before);
});

test("whichever call fails, the library is as it was or as it was to be", async () => {
  for (let failing = 1; ; failing++) {
    await writeLibrary(db, HARBOUR);
    const before = await dumpOf(db);
    let calls = 0;
    const faulty = new Proxy(db, {
      get(target, property) {
        const value = Reflect.get(target, property) as unknown;
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          if (++calls === failing) throw new Error("D1_ERROR: a fault that the test made");
          return (value as (...all: unknown[]) => unknown).apply(target, args);
        };
      },
    });
    const edits = [
      await seen("statements", says(`Zum ${failing}. Mal.`)),
      { ...(await seen("events", EVENT)), value: null },
    ];
    const failed = await writeEntries(faulty, edits, WRITE_FACTS).then(
      () => false,
      () => true,
    );
    const after = await dumpOf(db);
    assert.equal(after === before, failed, `call ${failing}`);
    if (calls < failing) break;
    assert.ok(failed, "a fault is told");
  }
});

test("the history replays to the library as it was after every write", async () => {
  const events = fc
    .shuffledSubarray(["one", "two", "three", "four"])
    .chain((ids) => fc.tuple(...ids.map((id) => fc.integer({ min: 1, max: 5 }).map((priority) => ({ id, priority })))));
  await fc.assert(
    fc.asyncProperty(fc.array(events, { minLength: 2, maxLength: 6 }), async (states) => {
      const libraries = states.map((state) => ({
        ...HARBOUR,
        events: state.map(({ id, priority }): LibraryEvent => ({ ...EVENT, id, priority })),
      }));
      const after = new Map<number, string>();
      for (const library of libraries) {
        await writeLibrary(db, library);
        const { revision, entries } = await readEntries(db);
        after.set(revision, valuesOf(entries));
      }
      for (const [revision, values] of after) {
        const { results } = await db.prepare(ENTRIES_AT).bind(revision).all<Record<string, unknown>>();
        assert.equal(valuesOf(inEditorsOrder(results.map(storedEntry))), values);
      }
    }),
    { numRuns: 10 },
  );
});

const valuesOf = (entries: readonly { readonly value: object }[]): string =>
  JSON.stringify(entries.map(({ value }) => value));
