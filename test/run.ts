/**
 * Runs the tests, as `npm test` and `npm run test:deep` do. In: `--deep` for the deep tier, or files and folders, which
 * then run whatever their tier. Out: what node's test runner tells, the ten slowest files, and exit code 1 where a test
 * failed or none ran. It knows no test; each file is a process of its own, as many at once as there are cores.
 */
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { chooseFiles } from "./runner/choose-files.ts";
import { keepTimes, slowestFirst, slowestOf } from "./runner/last-times.ts";
import { prepare } from "./runner/prepare.ts";

const ROOT = join(import.meta.dirname, "..");
// What a file compiles the next one finds compiled, which is a third of what most files cost.
process.env.NODE_COMPILE_CACHE ??= join(ROOT, "node_modules/.cache/compiled");
const [first, ...rest] = process.argv.slice(2);
const deep = first === "--deep";

try {
  const named = deep || first === undefined ? rest : [first, ...rest];
  const files = chooseFiles(ROOT, deep ? "deep" : "fast", named);
  await prepare();
  process.exitCode = (await runFiles(slowestFirst(ROOT, files))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function runFiles(files: readonly string[]): Promise<boolean> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop.abort());
  const seconds = new Map<string, number>();
  const empty: string[] = [];
  let passed = false;
  const events = run({
    files: files.map((file) => join(ROOT, file)),
    concurrency: availableParallelism(),
    cwd: ROOT,
    execArgv: ["--import", import.meta.resolve("./support/binary-modules.ts")],
    signal: stop.signal,
  });
  // A file has an event of its own, named after it, when its process ends, and is told as passed only if it has no test.
  events.on("test:complete", ({ name, file, details }) => {
    if (name === file) seconds.set(relative(ROOT, file), details.duration_ms / 1000);
  });
  events.on("test:pass", ({ name, file }) => {
    if (name === file) empty.push(relative(ROOT, file));
  });
  events.on("test:summary", ({ file, success }) => {
    if (file === undefined) passed = success;
  });
  for await (const text of events.compose(spec)) if (!stop.signal.aborted) process.stdout.write(text);
  if (stop.signal.aborted) throw new Error("The tests were stopped before their end.");
  keepTimes(ROOT, seconds);
  console.log(slowestOf(seconds));
  for (const file of empty) console.error(`${file} has no test.`);
  return passed && empty.length === 0;
}
