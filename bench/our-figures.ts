/**
 * What our sheets cost in workerd and Node, and how large the Worker is. In: the library. Out: two tables. CPU time is
 * read off the workerd process, its compiler and its collector included.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Library } from "../src/model/library.ts";
import { openIsolate, type Stage, startOf } from "./isolate.ts";
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
  const warm = async (stage: Stage, sheet: "every" | "one"): Promise<{ cpu: number; bytes: number }> => {
    await using isolate = await openIsolate(BUNDLE, editions);
    await isolate.set(WARM_UP, stage, sheet);
    const before = isolate.cpu();
    const bytes = await isolate.set(SHEETS, stage, sheet);
    return { cpu: (isolate.cpu() - before) / SHEETS, bytes: bytes / SHEETS };
  };
  const first: number[] = [];
  for (let i = 0; i < FRESH; i++) {
    await using isolate = await openIsolate(BUNDLE, [editionOf(library, i)]);
    const before = isolate.cpu();
    await isolate.set(1, "pdf", "one");
    first.push(isolate.cpu() - before);
  }
  const starts: number[] = [];
  for (let i = 0; i < FRESH; i++) starts.push((await startOf(BUNDLE)) - (await startOf(null)));
  const every = await warm("pdf", "every");
  const rows: readonly (readonly [string, string])[] = [
    ["our own figures", ""],
    [`every sheet in turn, workerd, warm, mean of ${SHEETS}`, `${milliseconds(every.cpu)} ms CPU`],
    ["of that, composing one draft", `${milliseconds((await warm("compose", "every")).cpu)} ms`],
    ["of that, all drafts, the fit and the places", `${milliseconds((await warm("typeset", "every")).cpu)} ms`],
    ["the sheet that peers set, workerd, warm", `${milliseconds((await warm("pdf", "one")).cpu)} ms CPU`],
    [`the same, first in a fresh isolate, median of ${FRESH}`, `${milliseconds(median(first))} ms CPU`],
    ["slowest of them", `${milliseconds(Math.max(...first))} ms CPU`],
    ["start of an isolate, beyond that of an empty Worker", `${milliseconds(median(starts))} ms CPU`],
    ["yardstick: importing all of pdf-lib in Node", `${milliseconds(yardstick())} ms CPU`],
    ["a PDF, mean over every sheet", `${(every.bytes / 1000).toFixed(1)} KB`],
    ["the Worker, gzipped", `${(workerSize() / 1000).toFixed(0)} KB`],
    ["times the sheet was set before it fitted, mean", mean(passes(library)).toFixed(1)],
  ];
  return table(rows);
}

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
  return Number(
    execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: ROOT, encoding: "utf8" }),
  );
}

function workerSize(): number {
  const parts = readdirSync(join(ROOT, "dist")).filter((name) => /\.(js|bin|wasm)$/.test(name));
  return parts.reduce((sum, name) => sum + gzipSync(readFileSync(join(ROOT, "dist", name))).length, 0);
}

function passes(library: Library): readonly number[] {
  return Array.from({ length: WEEKS }, (_, week) => pageOf(library, week).fit.passes);
}
