/**
 * The Workflow as it runs in production, in workerd: a Worker that is stopped in the middle of its run, and orders by an
 * operator. In: Workers whose stores outlive them. Ticks at their time are tried by `press-workflow.test.ts`.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { OrderInput } from "../../src/press/order.ts";
import { currentEdition, editionById } from "../../src/store/edition-index.ts";
import { load, runsOf, stateOf, titled } from "../support/press.ts";
import { startWorker, type TestWorker, type WorkerOptions } from "../support/worker.ts";
import { ended, order } from "../support/workflow.ts";

const folder = mkdtempSync(join(tmpdir(), "einblatt-press-"));
const open: TestWorker[] = [];
after(async () => {
  for (const worker of open) await worker.stop();
  rmSync(folder, { recursive: true });
});

async function started(options: WorkerOptions = {}): Promise<TestWorker> {
  const worker = await startWorker({ stores: "empty", ...options });
  open.push(worker);
  return worker;
}

async function stopped(worker: TestWorker): Promise<void> {
  open.splice(open.indexOf(worker), 1);
  await worker.stop();
}

test("stopped in the middle of each step and started anew, the next ticks end in the same state, byte for byte", async () => {
  const reference = await started();
  await load(reference, titled("The first", "four"));
  await reference.tick("2026-11-16T05:00:00.000Z");
  await ended(reference, "2026-W47");
  const whole = await stateOf(reference);

  for (const step of ["ordered", "freeze", "set 1 of 1", "verify 1 of 1", "publish"]) {
    const persist = join(folder, step.replaceAll(" ", "-"));
    const stop = Promise.withResolvers<void>();
    const sign = step === "ordered" ? '"found":"started"' : `"step":"${step}"`;
    const first = await started({ persist, log: (line) => line.includes(sign) && stop.resolve() });
    await load(first, titled("The first", "four"));
    await first.tick("2026-11-16T05:00:00.000Z");
    await stop.promise;
    await stopped(first);

    const second = await started({ persist });
    await aged(second);
    await second.tick("2026-11-16T06:00:00.000Z");
    await ended(second, "2026-W47");
    assert.equal(await stateOf(second), whole, step);
    await stopped(second);
  }
});

/** As if the last step had been done an hour ago: a run that did nothing since is dead. */
async function aged({ LIBRARY }: TestWorker): Promise<void> {
  const hourAgo = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 hour')";
  await LIBRARY.batch([
    LIBRARY.prepare(`UPDATE runs SET started = ${hourAgo}`),
    LIBRARY.prepare(`UPDATE run_steps SET finished = ${hourAgo}`),
  ]);
}

test("corrected twice and retracted by order; the old revisions stay, and bad orders change nothing", async () => {
  const worker = await started();
  await load(worker, titled("The first"));
  await worker.tick("2026-11-16T05:00:00.000Z");
  await ended(worker, "2026-W47");
  const first = await (await worker.fetch("/2026-W47/de/overview.txt")).text();

  const note = { de: "Ein Titel war falsch.", en: "A title was wrong." };
  assert.equal(await order(worker, "too-soon", { kind: "correct", edition: "2026-W47", note }), "complete");
  assert.match((await runsOf(worker)).find(({ id }) => id === "too-soon")?.error ?? "", /nothing is different/);

  await load(worker, titled("The first, corrected"));
  const time = "2026-11-18T10:00:00.000Z";
  await order(worker, "correct-1", { kind: "correct", edition: "2026-W47", note, time });
  assert.equal((await currentEdition(worker.LIBRARY))?.id, "2026-W47.2");
  assert.deepEqual((await editionById(worker.LIBRARY, "2026-W47.2"))?.correction, {
    corrects: "2026-W47",
    on: "2026-11-18",
    note,
  });
  assert.match(await (await worker.fetch("/de/overview.txt")).text(), /The first, corrected/);
  assert.equal(await (await worker.fetch("/2026-W47/de/overview.txt")).text(), first);

  const before = await stateOf(worker);
  const bad: readonly (readonly [OrderInput, RegExp])[] = [
    [{ kind: "correct", edition: "2026-W47", note }, /corrected already; correct 2026-W47\.2/],
    [{ kind: "correct", edition: "2026-W46", note }, /there is no edition 2026-W46/],
    [{ kind: "correct", edition: "last week", note }, /edition: must be an edition such as/],
    [{ kind: "correct", edition: "2026-W47.2", note: {} }, /note: needs a text/],
    [{ kind: "correct", edition: "2026-W47.2", note, entries: ["no-such"] }, /entries: there is no no-such/],
    [{ kind: "retract", edition: "2026-W40", reason: note }, /there is no edition 2026-W40/],
    [{ kind: "print" } as unknown as OrderInput, /kind/],
    [null as unknown as OrderInput, /order/],
  ];
  for (const [i, [input, reason]] of bad.entries()) {
    await order(worker, `bad-${i}`, input);
    const run = (await runsOf(worker)).find(({ id }) => id === `bad-${i}`);
    assert.equal(run?.outcome, "refused", JSON.stringify(input));
    assert.match(run?.error ?? "", reason);
  }
  assert.equal(await stateOf(worker), before);

  await order(worker, "retract-1", { kind: "retract", edition: "2026-W47.2", reason: { de: "Zurückgezogen." } });
  assert.equal((await currentEdition(worker.LIBRARY))?.id, "2026-W47");
  await load(worker, titled("The first, corrected again"));
  await order(worker, "correct-2", { kind: "correct", edition: "2026-W47.2", note });
  assert.equal((await currentEdition(worker.LIBRARY))?.id, "2026-W47.3");
});

test("an older edition is corrected by entries, and learns nothing that came later", async () => {
  const worker = await started();
  const early = titled("The first", "four");
  await load(worker, early);
  await worker.tick("2026-11-16T05:00:00.000Z");
  await ended(worker, "2026-W47");
  const issue = early.issues[0];
  assert.ok(issue !== undefined);
  const right = { ...issue, title: { de: "Richtig", en: "Right", uk: "Правильно" } };
  await load(worker, { ...titled("The second", "four"), issues: [right, ...early.issues.slice(1)] });
  await worker.tick("2026-11-23T05:00:00.000Z");
  await ended(worker, "2026-W48");

  const note = { de: "Der Titel war falsch." };
  await order(worker, "whole", { kind: "correct", edition: "2026-W47", note });
  assert.match((await runsOf(worker)).find(({ id }) => id === "whole")?.error ?? "", /is older than 2026-W48; name/);
  await order(worker, "part", { kind: "correct", edition: "2026-W47", note, entries: [issue.id] });
  assert.equal((await currentEdition(worker.LIBRARY))?.id, "2026-W48");
  const corrected = await (await worker.fetch("/2026-W47.2/de/")).text();
  const told = ["Richtig", "The first", "The second"].map((words) => corrected.includes(words));
  assert.deepEqual(told, [true, true, false]);
});
