/**
 * What pressing an edition costs, by the number of topics. In: the seeds. Out: a table: time, CPU of the workerd process
 * with its stores, files, bytes and steps, all of one Workflow run to the end. A topic of 1,000 should cost what one of
 * 10 costs.
 */
import { join } from "node:path";
import { applyMigrations } from "../scripts/apply-migrations.ts";
import { awaitLongRun, startRun } from "../scripts/await-run.ts";
import { openWorker } from "../scripts/local-worker.ts";
import type { Library } from "../src/model/library.ts";
import type { OrderInput } from "../src/press/order.ts";
import { stepsOf } from "../src/press/run-log.ts";
import type { EditionRow } from "../src/store/edition-index.ts";
import { writeLibrary } from "../test/support/write-library.ts";
import { cpuOf, processesCalled } from "./cpu.ts";
import { manyTopics } from "./many-topics.ts";
import { table } from "./table.ts";

const TOPICS = [10, 100, 1000];
const MINUTE = 60_000;

export async function pressFigures(seeds: Library): Promise<string> {
  const rows: (readonly string[])[] = [];
  for (const topics of TOPICS) rows.push(await press(manyTopics(seeds, topics), topics));
  return table([
    [
      "topics pressed, 3 languages",
      "minutes",
      "CPU s",
      "CPU ms a topic",
      "files",
      "MB",
      "KB a topic",
      "edition MB",
      "steps",
    ],
    ...rows,
  ]);
}

async function press(library: Library, topics: number): Promise<readonly string[]> {
  const before = new Set(processesCalled("workerd"));
  const worker = openWorker({ settings: { PUBLIC_URL: "https://example.org" }, log: () => {} });
  try {
    const { LIBRARY, SHEETS, PRESS } = await worker.getBindings<Env>();
    const process = processesCalled("workerd").find((pid) => !before.has(pid));
    if (process === undefined) throw new Error("workerd did not start");
    await applyMigrations(LIBRARY, join(import.meta.dirname, "../migrations"));
    await writeLibrary(LIBRARY, library);
    const cpu = cpuOf(process);
    const began = Date.now();
    await startRun(PRESS as Workflow<OrderInput>, "bench", { kind: "issue" });
    const { status, error } = await awaitLongRun(worker, PRESS, "bench");
    if (status !== "complete") throw new Error(`${topics} topics: ${status}: ${error?.message}`);
    const minutes = (Date.now() - began) / MINUTE;
    const spent = cpuOf(process) - cpu;
    const edition = await LIBRARY.prepare("SELECT * FROM editions").first<EditionRow>();
    if (edition === null) throw new Error(`${topics} topics: no edition`);
    const frozen = await SHEETS.head(edition.object_key);
    return [
      String(topics),
      minutes.toFixed(2),
      (spent / 1000).toFixed(1),
      (spent / topics).toFixed(0),
      String(edition.files),
      (edition.bytes / 1e6).toFixed(1),
      (edition.bytes / topics / 1000).toFixed(0),
      ((frozen?.size ?? 0) / 1e6).toFixed(2),
      String((await stepsOf(LIBRARY, "bench")).length),
    ];
  } finally {
    await worker.dispose();
  }
}
