/**
 * The press on real stores: what one run leaves behind, and that nothing which goes wrong on the way costs readers an
 * edition, shows them half of one, or issues one twice.
 */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Steps } from "../../src/press/press-context.ts";
import { currentEdition } from "../../src/store/edition-index.ts";
import { failing } from "../support/failing.ts";
import {
  contextOf,
  editionsOf,
  issueAt,
  load,
  runsOf,
  stateOf,
  stepsThatRetry,
  titled,
  wipe,
} from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const FIRST = "2026-11-16T05:00:00.000Z";
const SECOND = "2026-11-23T05:00:00.000Z";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ seeded: false });
});
after(async () => await worker.stop());
beforeEach(async () => await wipe(worker));

async function currentId(): Promise<string | undefined> {
  return (await currentEdition(worker.LIBRARY))?.id;
}

/** The first edition is out, and the library says something new. */
async function betweenTwoEditions(): Promise<void> {
  await wipe(worker);
  await load(worker, titled("The first"));
  assert.equal(await issueAt(contextOf(worker).context, FIRST), "issued");
  await load(worker, titled("The second"));
}

test("a run leaves every file of its manifest, the pointer, and a log of its steps", async () => {
  await load(worker, titled("The first", "four"));
  const { context, lines } = contextOf(worker);
  assert.equal(await issueAt(context, FIRST), "issued");
  const [edition] = await editionsOf(worker);
  assert.ok(edition !== undefined);
  assert.equal(edition.id, "2026-W47");
  const { objects } = await worker.SHEETS.list({ prefix: "files/2026-W47/" });
  assert.equal(objects.length, edition.files);
  assert.equal(
    objects.reduce((sum, { size }) => sum + size, 0),
    edition.bytes,
  );
  assert.deepEqual(
    lines.map(({ step }) => step),
    ["freeze", "set 1 of 1", "verify 1 of 1", "publish", "sweep"],
  );
  const [run] = await runsOf(worker);
  assert.deepEqual([run?.outcome, run?.edition, run?.slot, run?.error], ["issued", "2026-W47", "2026-W47", null]);
});

test("what was pressed is served as it lies there, and nothing is set for it", async () => {
  await load(worker, titled("The first", "four"));
  await issueAt(contextOf(worker).context, FIRST);
  const before = await stateOf(worker);
  for (const ending of ["pdf", "html", "md", "txt", "json"]) {
    const { objects } = await worker.SHEETS.list({ prefix: "files/2026-W47/" });
    const stored = objects.find(({ key }) => key.endsWith(`/de/kyiv/actor-a4.${ending}`));
    const answer = await worker.fetch(`/2026-W47/de/kyiv.${ending}`);
    assert.equal(answer.status, 200);
    assert.ok(stored !== undefined && (await answer.arrayBuffer()).byteLength >= stored.size, ending);
  }
  assert.equal(await stateOf(worker), before);
});

test("nothing new: no edition, but the log says that somebody looked", async () => {
  await load(worker, titled("The first"));
  const { context } = contextOf(worker);
  await issueAt(context, FIRST);
  const before = await stateOf(worker);
  assert.equal(await issueAt(context, SECOND), "unchanged");
  assert.equal(await stateOf(worker), before);
  assert.deepEqual(
    (await runsOf(worker)).map(({ outcome }) => outcome),
    ["issued", "unchanged"],
  );
});

test("a second run of a week changes nothing, whatever the library says by then", async () => {
  await betweenTwoEditions();
  const before = await stateOf(worker);
  assert.equal(await issueAt(contextOf(worker).context, "2026-11-18T09:00:00.000Z"), "late");
  assert.equal(await stateOf(worker), before);
});

test("killed after each step in turn and started again, with or without its memory: the same, byte for byte", async () => {
  await betweenTwoEditions();
  const { context, lines } = contextOf(worker);
  await issueAt(context, SECOND);
  const whole = await stateOf(worker);
  const steps = 1 + lines.length;
  assert.equal(steps, 6);
  for (let last = 1; last <= steps; last++) {
    for (const remembers of [true, false]) {
      await betweenTwoEditions();
      const memory = new Map<string, unknown>();
      await dieAfter(last, memory);
      assert.equal(await currentId(), last < 5 ? "2026-W47" : "2026-W48", `after step ${last}`);
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
  await betweenTwoEditions();
  const counting = failing(worker, () => null);
  await issueAt(contextOf(counting).context, SECOND);
  const whole = await stateOf(worker);
  const { calls } = counting;
  assert.ok(calls.length > 50, `${calls.length} calls`);
  await betweenTwoEditions();
  const file = await (await worker.fetch("/de/overview.txt")).text();
  for (let call = 1; call <= calls.length; call++) {
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
      await betweenTwoEditions();
      continue;
    }
    assert.equal(outcome, "failed", name);
    assert.equal(await currentId(), "2026-W47", name);
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

async function isOut(): Promise<boolean> {
  return (await currentId()) === "2026-W48";
}

test("every call failing once, before or after it did its work: the same edition in the end", async () => {
  await betweenTwoEditions();
  await issueAt(contextOf(worker).context, SECOND);
  const whole = await stateOf(worker);
  for (const when of ["before", "after"] as const) {
    await betweenTwoEditions();
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
    await betweenTwoEditions();
    const outcomes = await Promise.all([
      issueAt(contextOf(worker).context, SECOND),
      issueAt(contextOf(worker).context, other).catch(() => "failed"),
    ]);
    assert.ok(outcomes.includes("issued"), outcomes.join());
    assert.deepEqual(
      (await editionsOf(worker)).map(({ id }) => id),
      ["2026-W47", "2026-W48"],
    );
    assert.equal(await currentId(), "2026-W48");
    const digests = new Set(
      (await worker.SHEETS.list({ prefix: "files/2026-W48/" })).objects.map(({ key }) => key.split("/")[2]),
    );
    assert.equal((await worker.fetch("/2026-W48/de/overview.pdf")).status, 200);
    assert.ok(digests.size <= 2);
  }
});

test("a file that is gone or different when it is verified stops the run before anything points at it", async () => {
  await betweenTwoEditions();
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
    assert.equal(await currentId(), "2026-W47");
  }
});

test("news is told once it is out, and a listener that does not listen holds nothing up", async () => {
  await load(worker, titled("The first"));
  const told: string[] = [];
  const { context } = contextOf(worker, {
    announce: async ({ edition, contents }) => {
      assert.equal(await currentId(), edition);
      told.push(`${edition} ${contents.de}`);
    },
  });
  await issueAt(context, FIRST);
  assert.deepEqual(told, ["2026-W47 http://localhost:8787/2026-W47/de/"]);

  await load(worker, titled("The second"));
  const deaf = contextOf(worker, { announce: async () => Promise.reject(new Error("nobody at home")) });
  assert.equal(await issueAt(deaf.context, SECOND, stepsThatRetry(2)), "issued");
  const run = (await runsOf(worker)).find(({ edition }) => edition === "2026-W48");
  assert.deepEqual([run?.outcome, run?.error], ["issued", "after it was issued: nobody at home"]);
});
