/**
 * What is done once before any test file runs: the Worker is bundled into `dist/`, which tests start in workerd. Out:
 * nothing, or an error with what wrangler said.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

export async function prepare(): Promise<void> {
  await promisify(execFile)("npm", ["run", "--silent", "build"], { cwd: join(import.meta.dirname, "../..") });
}
