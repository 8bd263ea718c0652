/**
 * What is done once before any test file runs: the Worker is bundled into `dist/`, which tests start in workerd, and stores
 * are made that they copy, with an edition of their own library in them. Out: nothing, or an error with what was said.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../..");

export async function prepare(): Promise<void> {
  await promisify(execFile)("npm", ["run", "--silent", "build"], { cwd: ROOT });
  // Loaded only now, since the build names the program that the edition is pressed by.
  const { madeStores } = await import("../support/pressed.ts");
  await madeStores();
}
