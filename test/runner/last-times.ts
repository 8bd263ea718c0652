/**
 * How long each test file took when it last ran. In: seconds by file. Out: the order in which files start, slowest
 * first, so that no core waits for the other at the end, and a list of the slowest. It is a hint that is kept among the
 * installed packages; without it, files start by name.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const SHOWN = 10;

function placeOf(root: string): string {
  return join(root, "node_modules/.cache/einblatt-test-times.json");
}

function lastTimes(root: string): Readonly<Record<string, number>> {
  try {
    return JSON.parse(readFileSync(placeOf(root), "utf8"));
  } catch {
    // Nothing has run yet, or a run was ended while it wrote.
    return {};
  }
}

export function slowestFirst(root: string, files: readonly string[]): readonly string[] {
  const last = lastTimes(root);
  return files.toSorted((one, other) => (last[other] ?? 0) - (last[one] ?? 0));
}

export function keepTimes(root: string, seconds: ReadonlyMap<string, number>): void {
  const place = placeOf(root);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, JSON.stringify({ ...lastTimes(root), ...Object.fromEntries(seconds) }));
}

export function slowestOf(seconds: ReadonlyMap<string, number>): string {
  const slowest = [...seconds].sort(([, one], [, other]) => other - one).slice(0, SHOWN);
  const lines = slowest.map(([file, time]) => `${time.toFixed(1).padStart(7)} s  ${file}`);
  return ["", "slowest files:", ...lines, ""].join("\n");
}
