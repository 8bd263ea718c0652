/**
 * Runs the wrangler of this checkout. In: its arguments. Out: what it printed. It is not a terminal, so wrangler asks
 * nothing; what it has to say comes with the error if it fails.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

export function wrangler(...args: readonly string[]): string {
  const program = join(import.meta.dirname, "../node_modules/wrangler/bin/wrangler.js");
  return execFileSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    cwd: join(import.meta.dirname, ".."),
    maxBuffer: 64_000_000,
  });
}
