/**
 * A process of its own that presses an edition with little memory. In, as arguments: a folder with stores and the
 * megabytes that each isolate may take for what lives long. Out: as a message the CPU milliseconds that the
 * run took, stores included; it fails where the run does, or where workerd
 * dies because an isolate ran out of memory.
 */
import { awaitLongRun, startRun } from "../scripts/await-run.ts";
import { openWorker } from "../scripts/local-worker.ts";
import type { OrderInput } from "../src/press/order.ts";
import { cpuOf, processesCalled } from "./cpu.ts";
import { PUBLIC_URL, RUN } from "./kept-library.ts";

const [persist = "", megabytes = ""] = process.argv.slice(2);
process.env.MINIFLARE_WORKERD_V8_FLAGS = `--max-old-space-size=${megabytes}`;
const others = new Set(processesCalled("workerd"));
const worker = openWorker({ persist, settings: { PUBLIC_URL }, log: () => {} });
const { PRESS } = await worker.getBindings<Env>();
const [pid] = processesCalled("workerd").filter((each) => !others.has(each));
if (pid === undefined) throw new Error("workerd did not start");
const before = cpuOf(pid);
await startRun(PRESS as Workflow<OrderInput>, RUN, { kind: "issue" });
const { status, error } = await awaitLongRun(worker, PRESS, RUN);
process.send?.(cpuOf(pid) - before);
await worker.dispose();
if (status !== "complete") throw new Error(`${status}: ${error?.message}`);
