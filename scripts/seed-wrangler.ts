/**
 * Fills production: the same as the local stores, done with wrangler's own commands, for a script on somebody's machine
 * has no binding to production. In: a library. Out: what changed. All of it goes in one file of SQL, which D1 takes whole
 * or not at all.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqlText } from "../src/library/commands.ts";
import { type Changes, changesBetween, writeCommands } from "../src/library/write-library.ts";
import type { Edition } from "../src/model/edition.ts";
import type { Library } from "../src/model/library.ts";
import { assemblyFrom, type Entry, type Head } from "../src/store/edition-parts.ts";
import { partKey } from "../src/store/read-edition.ts";
import { readConfiguration } from "./local-worker.ts";
import { wrangler } from "./run-wrangler.ts";

/** Production, or the same commands rehearsed on local stores. */
export type Target = readonly ["--remote"] | readonly ["--local", "--persist-to", string];

export async function seedThroughWrangler(library: Library, target: Target): Promise<readonly Changes[]> {
  wrangler("d1", "migrations", "apply", "LIBRARY", ...target);
  const folder = mkdtempSync(join(tmpdir(), "einblatt-"));
  try {
    const file = join(folder, "library.sql");
    writeFileSync(file, sqlText(writeCommands(library)));
    wrangler("d1", "execute", "LIBRARY", "--yes", "--file", file, ...target);
    return changesBetween(currentLibrary(folder, target), library);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What readers have now, to say what changes for them; without an edition that is nothing. */
function currentLibrary(folder: string, target: Target): Readonly<Record<string, unknown>> {
  const sql = "SELECT id, digest, object_key FROM editions WHERE is_current = 1";
  const [{ results }] = JSON.parse(wrangler("d1", "execute", "LIBRARY", "--json", "--command", sql, ...target));
  if (results.length === 0) return {};
  const file = join(folder, "current.json");
  const [bucket] = readConfiguration().r2_buckets;
  const read = (key: string): unknown => {
    wrangler("r2", "object", "get", `${bucket?.bucket_name}/${key}`, "--file", file, ...target);
    return JSON.parse(readFileSync(file, "utf8"));
  };
  const [{ object_key: key, ...entry }] = results;
  const kept = read(key) as Edition | Head;
  if (!("parts" in kept)) return kept.library;
  const { edition, add } = assemblyFrom(kept.head);
  for (let number = 1; number <= kept.parts; number++) add(read(partKey(entry, number)) as readonly Entry[]);
  return edition.library;
}
