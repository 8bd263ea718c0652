/**
 * Runs of the press that meet: a correction or a retraction while an edition is set, a run that is overtaken, one that
 * wakes up too late, one that another program finds half done. In: real stores, and the moment at which the other comes.
 */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { keepSchedule } from "../../src/press/keep-schedule.ts";
import type { OrderInput } from "../../src/press/order.ts";
import { runPress } from "../../src/press/press.ts";
import type { PressContext, Steps } from "../../src/press/press-context.ts";
import { stepsOf } from "../../src/press/run-log.ts";
import { currentEdition } from "../../src/store/edition-index.ts";
import {
  contextOf,
  editionsOf,
  FIRST,
  issueAt,
  load,
  runsOf,
  SECOND,
  stateOf,
  stepsThatRetry,
  titled,
  wipe,
} from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const BETWEEN = "2026-11-18T10:00:00.000Z";
const THIRD = "2026-11-30T05:00:00.000Z";
const NOTE = { de: "Ein Titel war falsch." };

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
});
after(async () => await worker.stop());
/** The first edition is out, and the library says something new. */
beforeEach(async () => {
  await wipe(worker);
  await load(worker, titled("The first"));
  assert.equal(await issueAt(contextOf(worker).context, FIRST), "issued");
  await load(worker, titled("The second"));
});

async function order(id: string, input: OrderInput, steps = stepsThatRetry(0)): Promise<string> {
  return await runPress(contextOf(worker).context, id, input, new Date(BETWEEN), steps).catch(String);
}

const correct = async (edition: string): Promise<string> =>
  await order(`correct ${edition}`, { kind: "correct", edition, note: NOTE, time: BETWEEN });
const retract = async (edition: string): Promise<string> =>
  await order(`retract ${edition}`, { kind: "retract", edition, reason: NOTE, time: BETWEEN });

/** Something else happens after a step. */
function andThen(step: string, happens: () => Promise<unknown>): Steps {
  return {
    do: async (name, work) => {
      const result = await work();
      if (name === step) await happens();
      return result;
    },
  };
}

async function editions(): Promise<readonly string[]> {
  return (await editionsOf(worker)).map(({ id, changes, retraction }) => {
    const { since = "nothing" } = JSON.parse(changes ?? "{}") as { since?: string };
    return `${id} since ${since}${retraction === null ? "" : ", retracted"}`;
  });
}

async function outcomeOf(id: string): Promise<readonly unknown[]> {
  const run = (await runsOf(worker)).find((each) => each.id === id);
  return [run?.outcome, run?.edition];
}

test("a correction while an edition is set: the edition is frozen again and follows the correction", async () => {
  const { context, lines } = contextOf(worker);
  const met = issueAt(
    context,
    SECOND,
    andThen("set 1 of 1", async () => {
      assert.equal(await correct("2026-W47"), "issued");
      await load(worker, titled("The third"));
    }),
  );
  assert.equal(await met, "issued");
  assert.deepEqual(
    lines.map(({ step }) => step),
    [
      ...["records", "freeze", "set 1 of 1", "verify 1 of 1", "publish", "discard"],
      ...["freeze", "set 1 of 1", "verify 1 of 1", "publish", "sweep"].map((step) => `${step}, attempt 2`),
    ],
  );
  const { objects } = await worker.SHEETS.list({ prefix: "files/2026-W48/", delimiter: "/" });
  const { delimitedPrefixes } = await worker.SHEETS.list({ prefix: "files/2026-W48/", delimiter: "/" });
  assert.deepEqual([objects.length, delimitedPrefixes.length], [0, 1], "what was set in vain is swept away");
  assert.deepEqual(await editions(), [
    "2026-W47 since nothing",
    "2026-W47.2 since nothing",
    "2026-W48 since 2026-W47.2",
  ]);
});

test("a retraction while an edition is set: frozen again, it is compared with what is left", async () => {
  const { context } = contextOf(worker);
  await issueAt(context, SECOND);
  await load(worker, titled("The third"));
  const met = issueAt(
    context,
    THIRD,
    andThen("set 1 of 1", () => retract("2026-W48")),
  );
  assert.equal(await met, "issued");
  assert.deepEqual(await editions(), [
    "2026-W47 since nothing",
    "2026-W48 since 2026-W47, retracted",
    "2026-W49 since 2026-W47",
  ]);
});

test("the only edition retracted while its correction is set: nothing to read until the correction is there", async () => {
  const met = order(
    "correct",
    { kind: "correct", edition: "2026-W47", note: NOTE, time: BETWEEN },
    andThen("set 1 of 1", async () => {
      await retract("2026-W47");
      assert.equal((await worker.fetch("/de/")).status, 410);
      assert.equal((await worker.fetch("/2026-W47/de/overview.pdf")).status, 410);
      assert.equal((await worker.fetch("/de/editions")).status, 200);
    }),
  );
  assert.equal(await met, "issued");
  assert.equal((await worker.fetch("/de/overview.pdf")).status, 200);
  assert.deepEqual(await editions(), ["2026-W47 since nothing, retracted", "2026-W47.2 since nothing"]);
});

test("an edition issued while the one before it is corrected: the correction is refused, for it would know too much", async () => {
  const { context } = contextOf(worker);
  const met = order(
    "correct",
    { kind: "correct", edition: "2026-W47", note: NOTE, time: BETWEEN },
    andThen("verify 1 of 1", () => issueAt(context, SECOND)),
  );
  assert.equal(await met, "refused");
  const { objects } = await worker.SHEETS.list();
  assert.deepEqual(
    objects.filter(({ key }) => key.includes("/2026-W47.2/")).map(({ key }) => key),
    [],
    "what was set in vain is gone",
  );
  assert.deepEqual(await editions(), ["2026-W47 since nothing", "2026-W48 since 2026-W47"]);
});

test("a run gives up after some attempts, and says so, where each is overtaken", async () => {
  const { context } = contextOf(worker);
  let corrections = 0;
  const overtaken: Steps = {
    do: async (name, work) => {
      const result = await work();
      if (name.startsWith("verify")) {
        await load(worker, titled(`Correction ${++corrections}`));
        const wrong = corrections === 1 ? "2026-W47" : `2026-W47.${corrections}`;
        assert.equal(await correct(wrong), "issued");
        await load(worker, titled(`News ${corrections}`));
      }
      return result;
    },
  };
  await assert.rejects(issueAt(context, SECOND, overtaken), /became current while this one was set, 5 times in a row/);
  assert.deepEqual(await outcomeOf("issue-2026-11-23T05"), ["failed", null]);
  assert.equal(await issueAt(context, SECOND), "issued");
  assert.equal((await editions()).at(-1), "2026-W48 since 2026-W47.6");
});

test("a run that is overtaken, and its files swept away under it, came late and did not fail", async () => {
  for (const step of ["freeze", "set 1 of 1", "verify 1 of 1"]) {
    await wipe(worker);
    const { context } = contextOf(worker);
    const outcome = await issueAt(
      context,
      SECOND,
      andThen(step, () => issueAt(context, "2026-11-23T06:00:00.000Z")),
    );
    assert.equal(outcome, "late", step);
    assert.deepEqual(await outcomeOf("issue-2026-11-23T05"), ["late", "2026-W48"], step);
    assert.deepEqual(await outcomeOf("issue-2026-11-23T06"), ["issued", "2026-W48"], step);
    const [edition] = await editionsOf(worker);
    const { objects } = await worker.SHEETS.list();
    for (const { key } of objects)
      if (!key.startsWith("records/"))
        assert.ok(edition !== undefined && key.includes(edition.digest), `${step}: ${key}`);
  }
});

test("an edition of a week that is past is not issued, whoever asks and whatever has become of the newer one", async () => {
  const { context } = contextOf(worker);
  await issueAt(context, THIRD);
  await load(worker, titled("What nobody knew in the week before"));
  const before = await stateOf(worker);
  assert.equal(await issueAt(context, SECOND), "late");
  assert.equal(await stateOf(worker), before);
  await retract("2026-W49");
  assert.equal(await issueAt(context, SECOND), "late");
  assert.deepEqual(await editions(), ["2026-W47 since nothing", "2026-W49 since 2026-W47, retracted"]);
});

test("what one program has frozen no other one sets: its files would not match, and would bear its name", async () => {
  const memory = new Map<string, unknown>();
  const remembering: Steps = {
    do: async (name, work) => {
      if (!memory.has(name)) memory.set(name, await work());
      return memory.get(name) as never;
    },
  };
  const dying: Steps = {
    do: async (name, work) => {
      if (name.startsWith("set")) throw new Error("the machine stopped");
      return await remembering.do(name, work);
    },
  };
  await assert.rejects(issueAt(contextOf(worker).context, SECOND, dying));
  const { context } = contextOf(worker, { program: "another" });
  await assert.rejects(issueAt(context, SECOND, remembering), /2026-W48 was frozen by another program/);
  assert.equal((await currentEdition(worker.LIBRARY))?.id, "2026-W47");
  memory.clear();
  assert.equal(await issueAt(context, SECOND, remembering), "issued");
  assert.equal((await currentEdition(worker.LIBRARY))?.program, "another");
});

test("a retraction that is ordered again is done; with another reason it is refused", async () => {
  assert.equal(await retract("2026-W47"), "retracted");
  const before = await stateOf(worker);
  assert.equal(await retract("2026-W47"), "retracted");
  const other = { kind: "retract", edition: "2026-W47", reason: { de: "Ein anderer Grund." }, time: BETWEEN } as const;
  assert.equal(await order("other reason", other), "refused");
  assert.match((await runsOf(worker)).find(({ id }) => id === "other reason")?.error ?? "", /retracted already/);
  assert.equal(await stateOf(worker), before);
});

test("a sweep that fails after another run was there first is not said to have come after this one issued", async () => {
  const { context } = contextOf(worker);
  const steps: Steps = {
    do: async (name, work) => {
      if (name === "sweep") throw new Error("R2 is away");
      const result = await work();
      if (name === "verify 1 of 1") await issueAt(context, "2026-11-23T06:00:00.000Z");
      return result;
    },
  };
  assert.equal(await issueAt(context, SECOND, steps), "late");
  const run = (await runsOf(worker)).find(({ id }) => id === "issue-2026-11-23T05");
  assert.equal(run?.error, "after another run issued it: R2 is away");
});

/** A Workflow whose instances take every order and are never heard of again. */
function deafWorkflow(): { readonly press: Workflow<OrderInput>; readonly restarts: string[] } {
  const there = new Set<string>();
  const restarts: string[] = [];
  const press = {
    create: async ({ id }: { id: string }) => {
      if (there.has(id)) throw new Error("(instance.already_exists) Provided id already exists");
      there.add(id);
    },
    get: async (id: string) => ({
      status: async () => ({ status: "running" }),
      restart: async () => void restarts.push(id),
    }),
  } as unknown as Workflow<OrderInput>;
  return { press, restarts };
}

test("a run that died before it could write itself down is begun anew, and once by a tick that comes twice", async () => {
  const { press, restarts } = deafWorkflow();
  const at = (time: string): PressContext => contextOf(worker, { now: () => new Date(time) }).context;
  const tick = async (time: string) => await keepSchedule(at(time), press, new Date(time));
  assert.equal(await tick(SECOND), "started");
  assert.equal(await tick("2026-11-23T05:00:20.000Z"), "at work");
  assert.equal(await tick("2026-11-23T06:00:00.000Z"), "begun anew");
  assert.equal(await tick("2026-11-23T06:00:20.000Z"), "at work");
  assert.equal(await tick("2026-11-23T07:00:00.000Z"), "begun anew");
  assert.deepEqual(restarts, ["2026-W48", "2026-W48"]);
});

test("a run begun anew shows how far it has come, and not how far it had come before", async () => {
  const failing: Steps = {
    do: async (name, work) => {
      if (name === "publish") throw new Error("D1 is away");
      return await work();
    },
  };
  const { context } = contextOf(worker);
  const run = "issue-2026-11-23T05";
  await assert.rejects(issueAt(context, SECOND, failing));
  assert.equal((await stepsOf(worker.LIBRARY, run)).length, 4);
  await issueAt(
    context,
    SECOND,
    andThen("freeze", async () =>
      assert.deepEqual(
        (await stepsOf(worker.LIBRARY, run)).map(({ name }) => name),
        ["records", "freeze"],
      ),
    ),
  );
  assert.deepEqual(await outcomeOf(run), ["issued", "2026-W48"]);
});
