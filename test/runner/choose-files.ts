/**
 * Which test files run. In: the project's folder, a tier, and files or folders named by hand. Out: paths below the
 * project's folder; an error where there are none. A file called `*.deep.test.ts` is of the deep tier and every other
 * of the fast one; what is named by hand runs whatever its tier.
 */
import { existsSync, globSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export type Tier = "fast" | "deep";

export function chooseFiles(root: string, tier: Tier, named: readonly string[]): readonly string[] {
  if (named.length > 0) return [...new Set(named.flatMap((name) => filesAt(root, name)))];
  const files = testsBelow(root, "test").filter((file) => file.endsWith(".deep.test.ts") === (tier === "deep"));
  if (files.length === 0) throw new Error(`No file below test/ is of the ${tier} tier.`);
  return files;
}

function filesAt(root: string, name: string): readonly string[] {
  const path = relative(root, resolve(root, name));
  if (!existsSync(join(root, path)))
    throw new Error(`${name} does not exist. Name files or folders such as test/press.`);
  const files = path.endsWith(".test.ts") ? [path] : testsBelow(root, path);
  if (files.length === 0) throw new Error(`${name} has no test. Tests are in files called *.test.ts.`);
  return files;
}

function testsBelow(root: string, folder: string): readonly string[] {
  return globSync("**/*.test.ts", { cwd: join(root, folder) })
    .map((file) => join(folder, file))
    .sort();
}
