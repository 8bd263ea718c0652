/**
 * Settings that were changed, or that nobody can read, between two starts of the Worker on the same stores: what readers
 * were promised stays, and it is the operator who is told.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { issueEdition, logRun } from "../support/issue.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const persist = mkdtempSync(join(tmpdir(), "einblatt-settings-"));
after(() => rmSync(persist, { recursive: true }));

async function withSchedule<T>(schedule: string, use: (worker: TestWorker) => Promise<T>, seeded = false): Promise<T> {
  const worker = await startWorker({ persist, schedule, seeded });
  try {
    return await use(worker);
  } finally {
    await worker.stop();
  }
}

const KEPT = ["/2026-W48/de/", "/2026-W48/en/kyiv", "/2026-W48/uk/kyiv/all"] as const;
const pagesOf = async (worker: TestWorker): Promise<readonly string[]> =>
  await Promise.all(KEPT.map(async (path) => await (await worker.fetch(path)).text()));

test("a schedule moved to another time zone leaves the day of issue on kept pages as it was", async () => {
  const before = await withSchedule(
    "Monday 06:00 Europe/Berlin",
    async (worker) => {
      // On Monday in Berlin it is Sunday in Los Angeles.
      await issueEdition(worker, { id: "2026-W48", issued: "2026-11-23T05:00:00.000Z", library: worker.library });
      return await pagesOf(worker);
    },
    true,
  );
  assert.match(before[1] ?? "", /edition 2026-W48 of 23\u00a0November 2026/);
  for (const zone of ["America/Los_Angeles", "Asia/Kathmandu"])
    assert.deepEqual(await withSchedule(`Monday 06:00 ${zone}`, pagesOf), before, zone);
});

test("a schedule that nobody can read costs readers nothing, and is named to whoever looks after it", async () => {
  for (const schedule of ["Monday 06:00", "Mondays at six", "", "Monday 06:00 Europe/Atlantis"]) {
    await withSchedule(schedule, async (worker) => {
      await logRun(worker, "2026-11-30T05:00:00.000Z");
      for (const path of [...KEPT, "/de/", "/en/kyiv", "/en/kyiv.pdf", "/en/editions", "/editions.json"]) {
        const response = await worker.fetch(path);
        assert.equal(response.status, 200, `${schedule}: ${path}`);
        await response.arrayBuffer();
      }
      const health = await worker.fetch("/health");
      const { status, error } = (await health.json()) as { status: string; error: string };
      assert.deepEqual([health.status, status], [503, "setting"]);
      assert.match(error, /SCHEDULE.*such as Monday 06:00 Europe\/Berlin/);
    });
  }
});
