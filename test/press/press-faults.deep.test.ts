/**
 * Whatever goes wrong while an edition is pressed, readers keep the last good one, and the next run ends as if nothing had
 * happened: a run that is killed after each step, and stores that fail at each kind of call. In: real stores, a library of
 * one topic.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Steps } from "../../src/press/press-context.ts";
import { failing } from "../support/failing.ts";
import {
  betweenTwoEditions,
  contextOf,
  currentId,
  editionsOf,
  issueAt,
  runsOf,
  SECOND,
  stateOf,
  stepsThatRetry,
} from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
});
after(async () => await worker.stop());

test("killed after each step in turn and started again, with or without its memory: the same, byte for byte", async () => {
  await betweenTwoEditions(worker);
  const { context, lines } = contextOf(worker);
  await issueAt(context, SECOND);
  const whole = await stateOf(worker);
  const steps = 1 + lines.length;
  assert.equal(steps, 7);
  for (let last = 1; last <= steps; last++) {
    for (const remembers of [true, false]) {
      await betweenTwoEditions(worker);
      const memory = new Map<string, unknown>();
      await dieAfter(last, memory);
      assert.equal(await currentId(worker), last < 6 ? "2026-W47" : "2026-W48", `after step ${last}`);
      if (!remembers) memory.clear();
      const resumed: Steps = {
        do: async (name, work) => (memory.has(name) ? (memory.get(name) as never) : await work()),
      };
      assert.equal(await issueAt(contextOf(worker).context, SECOND, resumed), "issued");
      assert.equal(await stateOf(worker), whole, `after step ${last}, ${remembers ? "with" : "without"} memory`);
      assert.deepEqual(
        (await runsOf(worker)).map(({ id, outcome }) => `${id} ${outcome}`),
        ["issue-2026-11-16T05 issued", "issue-2026-11-23T05 issued"],
      );
    }
  }
});

/** Runs so many steps, remembering them, and is never heard of again. */
async function dieAfter(last: number, memory: Map<string, unknown>): Promise<void> {
  let done = 0;
  await new Promise<void>((died) => {
    const mortal: Steps = {
      do: async (name, work) => {
        const result = await work();
        memory.set(name, result);
        done += 1;
        if (done < last) return result;
        died();
        return await new Promise<never>(() => {});
      },
    };
    void issueAt(contextOf(worker).context, SECOND, mortal);
  });
}

test("each call to R2 or D1 failing for good, in turn: the last good edition is served, and the log says why", async () => {
  await betweenTwoEditions(worker);
  const counting = failing(worker, () => null);
  await issueAt(contextOf(counting).context, SECOND);
  const whole = await stateOf(worker);
  const { calls } = counting;
  assert.ok(calls.length > 50, `${calls.length} calls`);
  await betweenTwoEditions(worker);
  const file = await (await worker.fetch("/de/overview.txt")).text();
  for (const call of tellingCalls(calls)) {
    const name = `call ${call}, ${calls[call - 1]}`;
    const isD1 = calls[call - 1]?.startsWith("D1") === true;
    const broken = failing(worker, (number, each) =>
      number >= call && each.startsWith("D1") === isD1 ? "before" : null,
    );
    const { context, lines } = contextOf(broken);
    const outcome = await issueAt(context, SECOND).catch(() => "failed");
    if (await isOut()) {
      // It broke after the edition was out, which it stays.
      assert.ok(outcome === "issued" || outcome === "failed", name);
      assert.equal(await issueAt(contextOf(worker).context, SECOND), "issued", name);
      assert.equal(await stateOf(worker), whole, name);
      await betweenTwoEditions(worker);
      continue;
    }
    assert.equal(outcome, "failed", name);
    assert.equal(await currentId(worker), "2026-W47", name);
    assert.equal(await (await worker.fetch("/de/overview.txt")).text(), file, name);
    assert.ok(
      lines.some(({ error }) => String(error).includes("failed")),
      name,
    );
    const run = (await runsOf(worker)).find(({ id }) => id.includes("11-23"));
    if (!isD1) assert.deepEqual([run?.outcome, run?.error?.includes("R2")], ["failed", true], name);
    else assert.ok(run === undefined || run.finished === null, name);
  }
  assert.equal(await issueAt(contextOf(worker).context, SECOND), "issued");
  assert.equal(await stateOf(worker), whole, "what failed runs left behind is swept away or used");
});

/** Of calls of one kind that follow one another, such as the writes of a batch, the first two, the middle one and the last. */
function tellingCalls(calls: readonly string[]): readonly number[] {
  const kindOf = (call: string | undefined): string => /^R2 \w+|.*/.exec(call ?? "")?.[0] ?? "";
  return calls.flatMap((call, i) => {
    let first = i;
    let last = i;
    while (first > 0 && kindOf(calls[first - 1]) === kindOf(call)) first--;
    while (last + 1 < calls.length && kindOf(calls[last + 1]) === kindOf(call)) last++;
    const middle = (first + last) >> 1;
    return [first, first + 1, middle, last].includes(i) ? [i + 1] : [];
  });
}

async function isOut(): Promise<boolean> {
  return (await currentId(worker)) === "2026-W48";
}

test("every call failing once, before or after it did its work: the same edition in the end", async () => {
  await betweenTwoEditions(worker);
  await issueAt(contextOf(worker).context, SECOND);
  const whole = await stateOf(worker);
  for (const when of ["before", "after"] as const) {
    await betweenTwoEditions(worker);
    const seen = new Set<string>();
    const shaky = failing(worker, (_, name) => {
      if (seen.has(name)) return null;
      seen.add(name);
      return when;
    });
    assert.equal(await issueAt(contextOf(shaky).context, SECOND, stepsThatRetry(200)), "issued");
    assert.equal(await stateOf(worker), whole, when);
    assert.ok(seen.size > 50);
  }
});

test("two runs at once issue one edition, at equal and at different times of order", async () => {
  for (const other of [SECOND, "2026-11-23T06:00:00.000Z"]) {
    await betweenTwoEditions(worker);
    const outcomes = await Promise.all([
      issueAt(contextOf(worker).context, SECOND),
      issueAt(contextOf(worker).context, other).catch(() => "failed"),
    ]);
    assert.ok(outcomes.includes("issued"), outcomes.join());
    assert.deepEqual(
      (await editionsOf(worker)).map(({ id }) => id),
      ["2026-W47", "2026-W48"],
    );
    assert.equal(await currentId(worker), "2026-W48");
    const digests = new Set(
      (await worker.SHEETS.list({ prefix: "files/2026-W48/" })).objects.map(({ key }) => key.split("/")[2]),
    );
    assert.equal((await worker.fetch("/2026-W48/de/overview.pdf")).status, 200);
    assert.ok(digests.size <= 2);
  }
});

test("a file that is gone or different when it is verified stops the run before anything points at it", async () => {
  await betweenTwoEditions(worker);
  for (const harm of ["delete", "replace"] as const) {
    const meddling: Steps = {
      do: async (name, work) => {
        const result = await work();
        const key = (await worker.SHEETS.list({ prefix: "files/2026-W48/" })).objects[7]?.key ?? "";
        if (name.startsWith("set") && harm === "delete") await worker.SHEETS.delete(key);
        if (name.startsWith("set") && harm === "replace") await worker.SHEETS.put(key, "not a sheet");
        return result;
      },
    };
    await assert.rejects(issueAt(contextOf(worker).context, SECOND, meddling), /1 files are not as they were made/);
    assert.equal(await currentId(worker), "2026-W47");
  }
});
