/**
 * What a freshly set sheet costs in workerd, and how large the Worker is. In: the seeds and the code as they are. Out: a
 * table of CPU milliseconds, bytes and kilobytes. CPU time is read off the workerd process, so that a busy machine
 * lengthens the run and not the figures; still, only figures of one run compare.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { loadSeeds } from "../scripts/read-seeds.ts";
import { newestSource } from "../src/model/edition.ts";

const ROOT = join(import.meta.dirname, "..");
const OUT = join(ROOT, "dist/bench");
const WARM_UP = 300;
const SHEETS = 200;
const FRESH = 7;

execFileSync(
  "node_modules/.bin/wrangler",
  ["deploy", "--dry-run", "--config", "bench/wrangler.toml", "--outdir", OUT],
  { cwd: ROOT },
);
execFileSync("node_modules/.bin/wrangler", ["deploy", "--dry-run", "--outdir", "dist"], { cwd: ROOT });

const { library } = await loadSeeds(join(ROOT, "seeds"));
const edition = JSON.stringify({
  id: "2026-W47",
  issued: "2026-11-16T05:00:00.000Z",
  asOf: newestSource(library),
  site: "https://example.org",
  hash: "0",
  library,
});

const stages = ["compose", "typeset", "pdf"] as const;
const warm: Record<string, number> = {};
let bytes = 0;
for (const stage of stages) {
  await using isolate = await openIsolate();
  await isolate.set(WARM_UP, stage);
  const before = isolate.cpu();
  const set = await isolate.set(SHEETS, stage);
  warm[stage] = (isolate.cpu() - before) / SHEETS;
  if (stage === "pdf") bytes = set / SHEETS;
}

const first: number[] = [];
for (let i = 0; i < FRESH; i++) {
  await using isolate = await openIsolate();
  const before = isolate.cpu();
  await isolate.set(1, "pdf");
  first.push(isolate.cpu() - before);
}
first.sort((a, b) => a - b);

// Machines differ by more than programs do: this is the same work everywhere, and tells how fast the machine is.
const yardstick = Number(
  execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      "const a = process.cpuUsage(); await import('pdf-lib'); const b = process.cpuUsage(a); console.log((b.user + b.system) / 1000)",
    ],
    { cwd: ROOT, encoding: "utf8" },
  ),
);

const worker = readdirSync(join(ROOT, "dist")).filter((name) => /\.(js|bin)$/.test(name));
const gzipped = worker.reduce((sum, name) => sum + gzipSync(readFileSync(join(ROOT, "dist", name))).length, 0);
const rows: readonly (readonly [string, string])[] = [
  [`set a sheet, warm, mean of ${SHEETS}`, `${warm.pdf?.toFixed(1)} ms CPU`],
  ["  of that, one draft composed", `${warm.compose?.toFixed(1)} ms`],
  ["  of that, all drafts and the fit", `${warm.typeset?.toFixed(1)} ms`],
  [`first sheet in a fresh isolate, median of ${FRESH}`, `${first[FRESH >> 1]?.toFixed(0)} ms CPU`],
  ["  slowest of them", `${first.at(-1)?.toFixed(0)} ms CPU`],
  ["yardstick: importing all of pdf-lib in Node", `${yardstick.toFixed(0)} ms CPU`],
  ["PDF, mean", `${(bytes / 1000).toFixed(1)} KB`],
  ["Worker, gzipped", `${(gzipped / 1000).toFixed(0)} KB`],
];
for (const [name, value] of rows) console.log(`${name.padEnd(50)}${value.padStart(16)}`);

interface Isolate extends AsyncDisposable {
  set(sheets: number, stage: string): Promise<number>;
  /** CPU milliseconds of the workerd process so far. */
  cpu(): number;
}

async function openIsolate(): Promise<Isolate> {
  const names = readdirSync(OUT).filter((name) => /\.(js|bin)$/.test(name));
  const entry = names.find((name) => name.endsWith(".js")) ?? "worker.js";
  const before = new Set(workerds());
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: [entry, ...names.filter((name) => name !== entry)].map((name) => ({
        type: name.endsWith(".js") ? ("ESModule" as const) : ("Data" as const),
        path: join(OUT, name),
      })),
      modulesRoot: OUT,
      compatibilityDate: "2026-11-17",
      compatibilityFlags: ["nodejs_compat"],
    }),
  );
  await miniflare.ready;
  await miniflare.dispatchFetch("http://bench/edition", { method: "POST", body: edition });
  const process = workerds().find((pid) => !before.has(pid));
  if (process === undefined) throw new Error("workerd did not start");
  return {
    async set(sheets, stage) {
      const answer = await miniflare.dispatchFetch(`http://bench/?sheets=${sheets}&stage=${stage}`);
      return ((await answer.json()) as { bytes: number }).bytes;
    },
    cpu: () => cpuOf(process),
    [Symbol.asyncDispose]: () => miniflare.dispose(),
  };
}

function workerds(): readonly string[] {
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && commandOf(pid) === "workerd");
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "";
  }
}

/** Nanoseconds on a core from the scheduler, which counts finer than the ticks in `stat`. */
function cpuOf(pid: string): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => {
    const [onCore = "0"] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ");
    return sum + Number(onCore) / 1e6;
  }, 0);
}
