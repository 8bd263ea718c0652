/**
 * The same pages by several makers in one run. In: makers by their modules, and the job of each week. Out: for each
 * CPU time warm and cold, bytes, pages and tags. Makers take turns, so that whatever else the machine does
 * hits all alike; every page is of another week, so that none can be remembered.
 */
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Job } from "./maker.ts";

export interface Contender {
  readonly name: string;
  readonly module: string;
}

export interface Measured {
  readonly name: string;
  readonly warm: readonly number[];
  /** Loading the library and what it keeps, in a fresh process. */
  readonly load: readonly number[];
  /** The first page after that. */
  readonly first: readonly number[];
  readonly bytes: readonly number[];
  readonly pages: number;
  readonly tagged: boolean;
}

const ROUNDS = 8;
/** Pages a turn: some, for the first ones after another maker's turn meet a processor full of its data. */
const TURN = 5;
const FRESH = 5;
/** Enough pages for a compiler to have seen everything, or this much CPU time for makers that take long. */
const WARM_UP = { pages: 200, milliseconds: 3000 } as const;

export async function sideBySide(
  contenders: readonly Contender[],
  jobOf: (week: number) => Job,
): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "einblatt-bench-"));
  let week = 1;
  const cold = new Map(contenders.map(({ name }) => [name, { load: [] as number[], first: [] as number[] }]));
  for (let i = 0; i < FRESH; i++, week++) {
    for (const { name, module } of contenders) {
      const { child, load } = await start(module);
      cold.get(name)?.load.push(load);
      cold.get(name)?.first.push(await order(child, jobOf(week), join(folder, "cold.pdf")));
      await stop(child);
    }
  }
  const runners = [];
  for (const { name, module } of contenders) {
    const { child } = await start(module);
    const file = join(folder, `${runners.length}.pdf`);
    for (let i = 0, spent = 0; i < WARM_UP.pages && spent < WARM_UP.milliseconds; i++) {
      spent += await order(child, jobOf(++week), file);
    }
    if (!embedsAllFonts(file)) throw new Error(`${name} does not embed all fonts`);
    runners.push({ name, child, file, warm: [] as number[], bytes: [] as number[], ...look(file) });
  }
  for (let i = 0; i < ROUNDS; i++) {
    const jobs = Array.from({ length: TURN }, () => jobOf(++week));
    for (const { name, child, file, warm, bytes } of runners) {
      const files = jobs.map((_, k) => `${file}.${k}`);
      for (const [k, each] of files.entries()) warm.push(await order(child, jobs[k] as Job, each));
      for (const each of files) {
        bytes.push(statSync(each).size);
        if (look(each).pages > 1) throw new Error(`${name} needs ${look(each).pages} pages by week ${week}`);
      }
    }
  }
  for (const { child } of runners) await stop(child);
  rmSync(folder, { recursive: true });
  return runners.map(({ name, warm, bytes, pages, tagged }) => {
    return { name, warm, bytes, pages, tagged, ...(cold.get(name) ?? { load: [], first: [] }) };
  });
}

async function start(module: string): Promise<{ readonly child: ChildProcess; readonly load: number }> {
  const child = fork(join(import.meta.dirname, "child.ts"), [module]);
  return { child, load: await answer(child) };
}

async function order(child: ChildProcess, job: Job, file: string): Promise<number> {
  child.send({ job, file });
  return answer(child);
}

async function answer(child: ChildProcess): Promise<number> {
  const ended = new AbortController();
  const failed = once(child, "exit", { signal: ended.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${code}`);
  });
  const [cpu] = await Promise.race([once(child, "message", { signal: ended.signal }), failed]);
  failed.catch(() => undefined);
  ended.abort();
  return cpu;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.send("close");
  await ended;
}

/** What poppler says of a file, rather than what its maker claims. */
function look(file: string): { readonly pages: number; readonly tagged: boolean } {
  const said = execFileSync("pdfinfo", [file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return { pages: Number(/Pages:\s+(\d+)/.exec(said)?.[1]), tagged: /Tagged:\s+yes/.test(said) };
}

/** A file that leaves its fonts to the reader's machine would be smaller and faster for nothing. */
function embedsAllFonts(file: string): boolean {
  const [, , ...fonts] = execFileSync("pdffonts", [file], { encoding: "utf8" }).trimEnd().split("\n");
  // After the name and the encoding: whether it is embedded, a subset, and mapped to Unicode; then the object's two numbers.
  return fonts.length > 0 && fonts.every((line) => line.trim().split(/\s+/).at(-5) === "yes");
}
