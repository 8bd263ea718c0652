/**
 * Sixty weeks in workerd, tick by tick, across both changes of the clock: ticks that are missed, that come twice, and that
 * come a day or a week late; weeks in which nothing changes; a correction and a retraction. At the end the right editions
 * are there, in order, none twice, and whatever was ever served is served as it was, or gone with a reason.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { OrderInput } from "../../src/press/order.ts";
import { editionsOf, load, runsOf, titled } from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";
import { ended, order } from "../support/workflow.ts";

const WEEKS = 60;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Sunday noon in summer. */
const START = Date.parse("2025-08-10T12:00:00Z");

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
});
after(async () => await worker.stop());

/** The week whose Monday, six o'clock in Berlin, was last reached; counted otherwise than the schedule counts it. */
function weekOf(at: number): string {
  const berlin = new Date(at + (isSummer(at) ? 2 : 1) * HOUR - 6 * HOUR);
  const thursday = new Date(berlin.getTime() + (3 - ((berlin.getUTCDay() + 6) % 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The clock changed on 26 October 2025, 29 March 2026 and 25 October 2026, at one o'clock in UTC. */
function isSummer(at: number): boolean {
  const changes = ["2025-10-26T01:00Z", "2026-03-29T01:00Z", "2026-10-25T01:00Z"];
  return changes.filter((change) => at >= Date.parse(change)).length % 2 === 0;
}

/** How often the tick of an hour comes. A slot is reached about 16 hours after the Sunday noon that `week` counts from. */
function ticksAt(week: number, hour: number): number {
  const n = week * 168 + hour;
  const isLate = week % 7 === 3 && hour < 40;
  const isMissed = week % 11 === 5 && hour >= 14 && hour < 167;
  const isLost = (week === 31 && hour >= 14) || (week === 32 && hour < 18);
  if (isLate || isMissed || isLost || n % 13 === 0) return 0;
  return n % 5 === 0 ? 2 : 1;
}

async function complete(id: string): Promise<void> {
  assert.equal(await ended(worker, id), "complete", id);
}

async function ordered(id: string, input: OrderInput): Promise<void> {
  assert.equal(await order(worker, id, input), "complete", id);
}

const PAGES = [
  "de/",
  "en/overview",
  "uk/overview.pdf",
  "de/overview.pdf?paper=letter",
  "de/overview/all.txt",
  "en/overview.md",
];

async function read(path: string): Promise<string> {
  const answer = await worker.fetch(path);
  return `${answer.status} ${Buffer.from(await answer.arrayBuffer()).toString("base64")}`;
}

test("sixty weeks of hourly ticks", async () => {
  const settled = new Set<string>();
  const expected: string[] = [];
  const served = new Map<string, string>();
  let [title, issued] = ["Title 0", ""];
  const keep = async (edition: string) => {
    for (const page of PAGES) served.set(`/${edition}/${page}`, await read(`/${edition}/${page}`));
  };
  await load(worker, titled(title));

  for (let n = 0; n < WEEKS * 168; n++) {
    const [week, hour] = [Math.floor(n / 168), n % 168];
    // In two weeks of three, editors change something on Wednesday.
    if (hour === 72 && week % 3 !== 1) {
      title = `Title ${week + 1}`;
      await load(worker, titled(title));
    }
    const at = START + n * HOUR;
    const due = weekOf(at);
    const time = new Date(at).toISOString();
    await Promise.all(Array.from({ length: ticksAt(week, hour) }, () => worker.tick(time)));
    if (ticksAt(week, hour) > 0 && !settled.has(due)) {
      await complete(due);
      settled.add(due);
      const run = (await runsOf(worker)).find(({ slot }) => slot === due);
      assert.equal(run?.outcome, title === issued ? "unchanged" : "issued", `${due} at ${time}`);
      if (title !== issued) {
        issued = title;
        expected.push(due);
        await keep(due);
      }
    }
    if (week === 20 && hour === 100) {
      const current = expected.at(-1) ?? "";
      title = issued = "Title, corrected";
      await load(worker, titled(title));
      await ordered("correction", { kind: "correct", edition: current, note: { de: "Der Titel war falsch." }, time });
      expected.push(`${current}.2`);
      await keep(`${current}.2`);
    }
    if (week === 40 && hour === 100)
      await ordered("retraction", {
        kind: "retract",
        edition: expected[3] ?? "",
        reason: { de: "Es stimmte nicht." },
        time,
      });
  }

  assert.deepEqual(
    (await editionsOf(worker)).map(({ id }) => id),
    expected,
  );
  assert.equal(settled.size, WEEKS, "the slot before the first Monday, and sixty but the lost one");
  assert.ok(!settled.has(weekOf(START + (31 * 168 + 20) * HOUR)), "a week without any tick has no edition");
  assert.ok(expected.length > 35 && expected.length < settled.size, `${expected.length} editions`);

  const corrected = (expected.find((id) => id.endsWith(".2")) ?? "").slice(0, -2);
  for (const [path, bytes] of served) {
    const now = await read(path);
    if (path.startsWith(`/${expected[3]}/`)) {
      assert.equal(now.slice(0, 3), "410", path);
      const told = Buffer.from(now.slice(4), "base64").toString();
      assert.ok(path.endsWith(".pdf") || told.includes("Es stimmte nicht."), path);
    } else if (path.startsWith(`/${corrected}/`) && !/\.\w+/.test(path)) {
      // Its pages say what was wrong; nothing else about them is different.
      const [was, is] = [bytes, now].map((each) => Buffer.from(each.slice(4), "base64").toString());
      assert.ok(is?.includes("Der Titel war falsch."), path);
      assert.equal(is?.replace(/<aside[^>]*>.*?<\/aside>/s, ""), was?.replace(/<aside[^>]*>.*?<\/aside>/s, ""), path);
    } else assert.equal(now === bytes, true, path);
  }
});
