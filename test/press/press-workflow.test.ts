/**
 * The schedule, the Workflow and the stores as they run in production, in workerd: the cron's tick at given times, a
 * Worker that is stopped in the middle of its run, orders by an operator, and news to a listener.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { PROGRAM } from "../../generated/program.ts";
import { awaitRun, startRun } from "../../scripts/await-run.ts";
import type { OrderInput } from "../../src/press/order.ts";
import { currentEdition, editionById } from "../../src/store/edition-index.ts";
import { editionsOf, load, runsOf, stateOf, titled } from "../support/press.ts";
import { startWorker, type TestWorker, type WorkerOptions } from "../support/worker.ts";

const folder = mkdtempSync(join(tmpdir(), "einblatt-press-"));
const open: TestWorker[] = [];
after(async () => {
  for (const worker of open) await worker.stop();
  rmSync(folder, { recursive: true });
});

async function started(options: WorkerOptions = {}): Promise<TestWorker> {
  const worker = await startWorker({ seeded: false, ...options });
  open.push(worker);
  return worker;
}

async function stopped(worker: TestWorker): Promise<void> {
  open.splice(open.indexOf(worker), 1);
  await worker.stop();
}

async function ended({ PRESS }: TestWorker, id: string): Promise<string> {
  return (await awaitRun(PRESS, id)).status;
}

async function order(worker: TestWorker, id: string, input: OrderInput): Promise<string> {
  await startRun(worker.PRESS, id, input);
  return await ended(worker, id);
}

test("the tick at its time issues exactly one edition; earlier, again and later ticks issue none", async () => {
  const lines: string[] = [];
  const worker = await started({ log: (line) => lines.push(line) });
  await load(worker, titled("The first"));
  await worker.tick("2026-11-16T05:00:00.000Z");
  assert.equal(await ended(worker, "2026-W47"), "complete");
  await load(worker, titled("The second"));
  for (const time of ["2026-11-16T05:00:00.000Z", "2026-11-19T12:00:00.000Z", "2026-11-23T04:59:59.000Z"])
    await worker.tick(time);
  assert.deepEqual(
    (await editionsOf(worker)).map(({ id }) => id),
    ["2026-W47"],
  );
  await Promise.all([worker.tick("2026-11-23T05:00:00.000Z"), worker.tick("2026-11-23T05:00:00.000Z")]);
  assert.equal(await ended(worker, "2026-W48"), "complete");
  await worker.tick("2026-11-23T06:00:00.000Z");
  assert.deepEqual(
    (await editionsOf(worker)).map(({ id, issued }) => `${id} ${issued}`),
    ["2026-W47 2026-11-16T05:00:00.000Z", "2026-W48 2026-11-23T05:00:00.000Z"],
  );
  const said = lines.map((line) => JSON.parse(line));
  assert.deepEqual(
    [...new Set(said.map(({ version }) => version))],
    [PROGRAM.version],
    "each line says which version runs",
  );
  const ticks = said.filter(({ tick }) => tick !== undefined);
  // Of two ticks in the same moment both may be told that they started the run; it is one all the same.
  const begun = new Set(ticks.filter(({ found }) => found === "started").map(({ slot }) => slot));
  assert.deepEqual([...begun], ["2026-W47", "2026-W48"], lines.join("\n"));
  const frozen = said.filter(({ step }) => step === "freeze").map(({ press }) => press);
  assert.deepEqual(frozen, ["2026-W47", "2026-W48"], lines.join("\n"));
  assert.equal(ticks.at(-1).found, "settled");
});

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

test("a listener is told once by POST, with the edition's name as key", async () => {
  const heard: { key: unknown; body: { edition: string; contents: { de: string } } }[] = [];
  const listener = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      heard.push({ key: request.headers["idempotency-key"], body: JSON.parse(body) });
      response.end();
    });
  });
  await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
  try {
    const { port } = listener.address() as AddressInfo;
    const worker = await started({ announceTo: `http://127.0.0.1:${port}/` });
    await load(worker, titled("The first"));
    await worker.tick("2026-11-16T05:00:00.000Z");
    await ended(worker, "2026-W47");
    assert.deepEqual(
      heard.map(({ key, body }) => [key, body.edition, body.contents.de]),
      [["2026-W47", "2026-W47", "http://localhost:8787/2026-W47/de/"]],
    );
  } finally {
    listener.close();
  }
});
