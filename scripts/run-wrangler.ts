/**
 * Runs the wrangler of this checkout. In: its arguments. Out: what it printed, or where somebody is to see it and may be
 * asked, how it ended.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const program = join(root, "node_modules/wrangler/bin/wrangler.js");

/** It is not a terminal, so wrangler asks nothing; what it has to say comes with the error if it fails. */
export function wrangler(...args: readonly string[]): string {
  return execFileSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    cwd: root,
    maxBuffer: 64_000_000,
  });
}

/** At this terminal. */
export function wranglerInView(...args: readonly string[]): number {
  return spawnSync(process.execPath, [program, ...args], { stdio: "inherit", cwd: root }).status ?? 1;
}
