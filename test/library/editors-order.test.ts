/** Numbers that keep an order: whatever is moved, added or removed, they rise as the order does, and few of them change. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { newPositions, STEP } from "../../src/library/editors-order.ts";

const names = Array.from({ length: 12 }, (_, i) => `n${i}`);
const before = new Map(names.slice(0, 8).map((name, i) => [name, i * STEP]));

function placed(order: readonly string[], had: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const changed = newPositions(order, had);
  return new Map(order.map((name) => [name, changed.get(name) ?? had.get(name) ?? Number.NaN]));
}

function assertRising(order: readonly string[], positions: ReadonlyMap<string, number>): void {
  const numbers = order.map((name) => positions.get(name) ?? Number.NaN);
  for (const [i, number] of numbers.entries()) {
    assert.ok(Number.isSafeInteger(number), `${order[i]}: ${number}`);
    assert.ok(i === 0 || number > (numbers[i - 1] ?? Number.NaN), numbers.join(" "));
  }
}

test("what stands where it stood keeps its number", () => {
  assert.equal(newPositions(names.slice(0, 8), before).size, 0);
  assert.deepEqual([...newPositions(["n0", "n8", ...names.slice(1, 8)], before).keys()], ["n8"]);
  assert.deepEqual([...newPositions([...names.slice(1, 8), "n0"], before).keys()], ["n0"]);
  assert.deepEqual([...newPositions(["n7", ...names.slice(0, 7)], before).keys()], ["n7"]);
  assert.equal(newPositions(names.slice(2, 6), before).size, 0);
});

test("in any order whatever, numbers rise, after many moves in a row too", () => {
  const order = fc.shuffledSubarray(names);
  void fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 30 }), (orders) => {
      let positions: ReadonlyMap<string, number> = before;
      for (const each of orders) {
        positions = placed(each, positions);
        assertRising(each, positions);
      }
    }),
  );
});

test("where no number is left between two, all are numbered anew", () => {
  let [order, positions]: [readonly string[], ReadonlyMap<string, number>] = [
    ["a", "z"],
    placed(["a", "z"], new Map()),
  ];
  for (let i = 0; i < 60; i++) {
    order = ["a", `m${i}`, ...order.slice(1)];
    positions = placed(order, positions);
    assertRising(order, positions);
  }
});
