/**
 * What our sheets cost in workerd and Node, and how large the Worker is. In: the library. Out: two tables. CPU time is
 * read off the workerd process, with and without the threads that compile and collect for it.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Library } from "../src/model/library.ts";
import { openIsolate, type Stage, startOf, type Work } from "./isolate.ts";
import { jobOf, pageOf } from "./job.ts";
import { open } from "./ours/whole.ts";
import { profile } from "./profile.ts";
import { mean, median, milliseconds, table } from "./table.ts";
import { editionOf } from "./weeks.ts";

const ROOT = join(import.meta.dirname, "..");
const BUNDLE = join(ROOT, "dist/bench");
const WARM_UP = 300;
const SHEETS = 200;
const FRESH = 7;
const WEEKS = 26;

export async function ourFigures(library: Library): Promise<string> {
  build(["--config", "bench/wrangler.toml", "--outdir", BUNDLE]);
  build(["--outdir", "dist"]);
  const editions = Array.from({ length: WEEKS }, (_, week) => editionOf(library, week));
  const warm = async (stage: Stage, sheet: "every" | "one"): Promise<Work> => {
    await using isolate = await openIsolate(BUNDLE, editions);
    await isolate.set(WARM_UP, stage, sheet);
    const { cpu, own, wall, bytes } = await isolate.set(SHEETS, stage, sheet);
    return { cpu: cpu / SHEETS, own: own / SHEETS, wall: wall / SHEETS, bytes: bytes / SHEETS };
  };
  const first: Work[] = [];
  for (let i = 0; i < FRESH; i++) {
    await using isolate = await openIsolate(BUNDLE, [editionOf(library, i)]);
    // The first request of all is not the sheet's: a connection is opened, and workerd reads its first JSON.
    await isolate.set(0, "pdf", "one");
    first.push(await isolate.set(1, "pdf", "one"));
  }
  const starts: number[] = [];
  for (let i = 0; i < FRESH; i++) starts.push((await startOf(BUNDLE)) - (await startOf(null)));
  const every = await warm("pdf", "every");
  const of = (pick: (values: readonly number[]) => number): Times => ({
    cpu: pick(first.map(({ cpu }) => cpu)),
    own: pick(first.map(({ own }) => own)),
    wall: pick(first.map(({ wall }) => wall)),
  });
  const row = (name: string, { cpu, own, wall }: Times): readonly string[] => [
    name,
    ...[cpu, own, wall].map((time) => `${milliseconds(time)} ms`),
  ];
  const rows: readonly (readonly string[])[] = [
    ["our own figures", "CPU, all threads", "the Worker's own", "wall"],
    row(`every sheet in turn, workerd, warm, mean of ${SHEETS}`, every),
    row("of that, composing one draft", await warm("compose", "every")),
    row("of that, all drafts, the fit and the places", await warm("typeset", "every")),
    row("the sheet that peers set, workerd, warm", await warm("pdf", "one")),
    row(`the same, first in a fresh isolate, median of ${FRESH}`, of(median)),
    row(
      "slowest of them",
      of((values) => Math.max(...values)),
    ),
    ["start of an isolate, beyond that of an empty Worker", `${milliseconds(median(starts))} ms`, "", ""],
    ["yardstick: importing all of pdf-lib in Node", `${milliseconds(yardstick())} ms`, "", ""],
    ["a PDF, mean over every sheet", `${(every.bytes / 1000).toFixed(1)} KB`, "", ""],
    ["the Worker, gzipped", `${(workerSize() / 1000).toFixed(0)} KB`, "", ""],
    ["times the sheet was set before it fitted, mean", mean(passes(library)).toFixed(1), "", ""],
  ];
  return table(rows);
}

type Times = Omit<Work, "bytes">;

/** Where the time of the sheet that peers set goes, by stage and file, in Node. */
export async function ourProfile(library: Library): Promise<string> {
  const { sheet, shares } = await profile(open(), (week) => jobOf(library, week));
  const row = (name: string, share: number): readonly string[] => [
    name,
    `${(sheet * share).toFixed(2)} ms`,
    `${(share * 100).toFixed(1)} %`,
  ];
  const rows = shares.flatMap(({ stage, share, files }) => [
    row(stage, share),
    ...files.filter((each) => each.file !== "" && each.share >= 0.01).map((each) => row(`- ${each.file}`, each.share)),
  ]);
  return table([["stage and file, Node, warm", "CPU", "share"], row("all", 1), ...rows]);
}

function build(options: readonly string[]): void {
  execFileSync("node_modules/.bin/wrangler", ["deploy", "--dry-run", ...options], { cwd: ROOT });
}

/** Machines differ by more than programs do: this is the same work everywhere, and tells how fast the machine is. */
function yardstick(): number {
  const program =
    "const a = process.cpuUsage(); await import('pdf-lib'); const b = process.cpuUsage(a); console.log((b.user + b.system) / 1000)";
  const once = (): number =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: ROOT, encoding: "utf8" }));
  return median(Array.from({ length: FRESH }, once));
}

function workerSize(): number {
  const parts = readdirSync(join(ROOT, "dist")).filter((name) => /\.(js|bin|wasm)$/.test(name));
  return parts.reduce((sum, name) => sum + gzipSync(readFileSync(join(ROOT, "dist", name))).length, 0);
}

function passes(library: Library): readonly number[] {
  return Array.from({ length: WEEKS }, (_, week) => pageOf(library, week).fit.passes);
}
