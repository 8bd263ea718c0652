/**
 * A folder of seeds on this machine. In: the folder. Out: the texts of its files and the names of those that are none of
 * a library's, or the library that they are, or every mistake in it by file and line. What the texts mean is known in
 * `parse-seeds.ts`.
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import type { Library } from "../src/model/library.ts";
import type { Where } from "../src/model/parsing/parse-library.ts";
import type { Problem } from "../src/model/problem.ts";
import { joinSeeds, parseSeeds, type Seeds } from "./parse-seeds.ts";
import { decode } from "./seed-text.ts";

export async function seedsIn(dir: string): Promise<Seeds> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)))
    .sort();
  const files = await Promise.all(
    paths.filter(isSeed).map(async (path) => ({ path, ...decode(await readFile(join(dir, path))) })),
  );
  // What systems and editors hide is not meant to be read.
  const unread = paths.filter((path) => !isSeed(path) && !basename(path).startsWith("."));
  return { folder: relative(process.cwd(), dir) || ".", files, unread };
}

function isSeed(path: string): boolean {
  return path.endsWith(".yaml");
}

export async function readSeeds(dir: string): Promise<{ input: unknown; where: Where }> {
  return joinSeeds(await seedsIn(dir));
}

/** The library of a folder of seeds, or every mistake in it. */
export async function loadSeeds(dir: string): Promise<{ library: Library; warnings: readonly Problem[] }> {
  return parseSeeds(await seedsIn(dir));
}
