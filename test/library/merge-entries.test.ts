/** Two sides of a library made one: each keeps what it alone did, and what both did differently is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { mergeEntries } from "../../src/library/merge-entries.ts";
import type { LibraryEntry } from "../../src/model/entries.ts";

const entry = (id: string, says: string): LibraryEntry => ({ kind: "events", id, value: { id, says } });
/** `a:1 b:2` */
const side = (text: string): readonly LibraryEntry[] =>
  text.split(" ").flatMap((each) => (each === "" ? [] : [entry(...(each.split(":") as [string, string]))]));
const textOf = (entries: readonly LibraryEntry[]): string =>
  entries.map(({ id, value }) => `${id}:${(value as { says: string }).says}`).join(" ");

const CASES: Readonly<Record<string, readonly [base: string, ours: string, theirs: string, merged: string]>> = {
  "nothing changed": ["a:1 b:1", "a:1 b:1", "a:1 b:1", "a:1 b:1"],
  "changed here": ["a:1 b:1", "a:2 b:1", "a:1 b:1", "a:2 b:1"],
  "changed there": ["a:1 b:1", "a:1 b:1", "a:1 b:2", "a:1 b:2"],
  "each changed another": ["a:1 b:1", "a:2 b:1", "a:1 b:2", "a:2 b:2"],
  "both made the same change": ["a:1", "a:2", "a:2", "a:2"],
  "removed here": ["a:1 b:1", "b:1", "a:1 b:1", "b:1"],
  "removed there": ["a:1 b:1", "a:1 b:1", "b:1", "b:1"],
  "removed by both": ["a:1 b:1", "b:1", "b:1", "b:1"],
  "added here and there": ["a:1 b:1", "a:1 x:1 b:1", "a:1 b:1 y:1", "a:1 x:1 b:1 y:1"],
  "moved here, changed there": ["a:1 b:1 c:1", "c:1 a:1 b:1", "a:2 b:1 c:1", "c:1 a:2 b:1"],
  "moved there, added here": ["a:1 b:1 c:1", "a:1 b:1 x:1 c:1", "c:1 a:1 b:1", "c:1 a:1 b:1 x:1"],
  "a library filled for the first time": ["", "a:1 b:1", "", "a:1 b:1"],
};

for (const [name, [base, ours, theirs, merged]] of Object.entries(CASES))
  test(`${name}: what one side did is kept`, () => {
    const result = mergeEntries({ base: side(base), ours: side(ours), theirs: side(theirs) });
    assert.deepEqual(result.clashes, []);
    assert.equal(textOf(result.entries), merged);
  });

const CLASHES: Readonly<Record<string, readonly [base: string, ours: string, theirs: string, told: string]>> = {
  "changed on both sides": ["a:1 b:1", "a:2 b:1", "a:3 b:1", "events a"],
  "changed here, removed there": ["a:1 b:1", "a:2 b:1", "b:1", "events a"],
  "removed here, changed there": ["a:1 b:1", "b:1", "a:2 b:1", "events a"],
  "added on both sides": ["", "a:1", "a:2", "events a"],
  "moved on both sides": ["a:1 b:1 c:1", "c:1 a:1 b:1", "b:1 a:1 c:1", "the order of events"],
};

for (const [name, [base, ours, theirs, told]] of Object.entries(CLASHES))
  test(`${name}: neither is taken, both are told`, () => {
    const { clashes } = mergeEntries({ base: side(base), ours: side(ours), theirs: side(theirs) });
    assert.deepEqual(
      clashes.map((clash) => clash.entry),
      [told],
    );
    assert.notDeepEqual(clashes[0]?.ours, clashes[0]?.theirs);
  });

test("whatever two sides did, no entry is lost that neither removed, and either order of sides merges alike", () => {
  const some = fc
    .shuffledSubarray(["a", "b", "c", "d", "e"])
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.integer({ min: 1, max: 3 }).map((says) => entry(id, String(says))))),
    );
  void fc.assert(
    fc.property(some, some, some, (base, ours, theirs) => {
      const one = mergeEntries({ base, ours, theirs });
      const other = mergeEntries({ base, ours: theirs, theirs: ours });
      assert.equal(one.clashes.length, other.clashes.length);
      const ids = one.entries.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const { id } of [...ours, ...theirs]) {
        const removed = base.some((each) => each.id === id) && !(has(ours, id) && has(theirs, id));
        assert.ok(removed || ids.includes(id), id);
      }
      if (one.clashes.length === 0)
        assert.deepEqual(textOf([...one.entries].sort(byId)), textOf([...other.entries].sort(byId)));
    }),
  );
});

const has = (entries: readonly LibraryEntry[], id: string): boolean => entries.some((each) => each.id === id);
const byId = (one: LibraryEntry, other: LibraryEntry): number => (one.id < other.id ? -1 : 1);
