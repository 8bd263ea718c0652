/**
 * `/health` in each state an operator can meet: late, well, failed; in each it says which version runs. The clock is the
 * real one. What it says before there is an edition is in `routes.test.ts`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import packageJson from "../../package.json" with { type: "json" };
import { slotReached } from "../../src/press/schedule.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

interface Health {
  readonly version: string;
  readonly status: string;
  readonly edition: { readonly id: string } | null;
  readonly retracted: object | null;
  readonly newestSource: string | null;
  readonly hoursLate: number;
  readonly schedule: { readonly week: string; readonly settled: boolean };
  readonly lastRun: {
    readonly outcome: string;
    readonly error: string | null;
    readonly steps: readonly unknown[];
  } | null;
}

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

async function health(of: TestWorker): Promise<readonly [number, Health]> {
  const response = await of.fetch("/health");
  const body = (await response.json()) as Health;
  assert.equal(body.version, packageJson.version);
  return [response.status, body];
}

async function log(id: string, slot: string | null, outcome: string, error: string | null): Promise<void> {
  await worker.LIBRARY.prepare(
    "INSERT INTO runs (id, slot, kind, started, finished, outcome, error) VALUES (?1, ?2, 'issue', ?3, ?3, ?4, ?5)",
  )
    .bind(id, slot, new Date().toISOString(), outcome, error)
    .run();
}

test("late where nobody dealt with the slot, well once somebody did, failed where the next run did not end well", async () => {
  const slot = slotReached({ weekday: 1, time: "06:00", timeZone: "Europe/Berlin" }, new Date());
  const hours = Math.floor((Date.now() - slot.at.getTime()) / 3_600_000);
  const [status, body] = await health(worker);
  assert.deepEqual([status, body.status], hours >= 3 ? [503, "late"] : [200, "ok"]);
  assert.ok(Math.abs(body.hoursLate - hours) <= 1);
  assert.equal(body.edition?.id, "2026-W47");
  assert.match(body.newestSource ?? "", /^2025/);

  await log("found-nothing", slot.week, "unchanged", null);
  const [well, after] = await health(worker);
  assert.deepEqual([well, after.status, after.hoursLate, after.schedule.settled], [200, "ok", 0, true]);

  await log("went-wrong", null, "failed", "R2 put: no space");
  const [ill, told] = await health(worker);
  assert.deepEqual([ill, told.status, told.lastRun?.error], [503, "failed", "R2 put: no space"]);
});
