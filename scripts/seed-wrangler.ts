/**
 * Fills production: the same as `seed-stores.ts`, done with wrangler's own commands, for a script on somebody's machine
 * has no binding to production. In: a library, the moment, the address. Out: what changed. The edition is put into R2
 * first; library and pointer follow in one file of SQL, which D1 takes whole or not at all.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EditionEntry, entryOf, publishCommands } from "../src/editions/edition-index.ts";
import { freeze, type Moment } from "../src/editions/freeze.ts";
import { sqlText } from "../src/library/commands.ts";
import { changesBetween, writeCommands } from "../src/library/write-library.ts";
import type { Edition } from "../src/model/edition.ts";
import type { Library } from "../src/model/library.ts";
import type { SeedReport } from "./seed-stores.ts";

/** Production, or the same commands rehearsed on local stores. */
export type Target = readonly ["--remote"] | readonly ["--local", "--persist-to", string];

const BUCKET = "einblatt-sheets";

export async function seedThroughWrangler(
  library: Library,
  moment: Moment,
  site: string,
  target: Target,
): Promise<SeedReport> {
  wrangler("d1", "migrations", "apply", "LIBRARY", ...target);
  const newest = currentEntry(target);
  const frozen = await freeze(library, moment, site, newest);
  if (frozen === null) return { changes: [], issued: null };

  const folder = mkdtempSync(join(tmpdir(), "einblatt-"));
  try {
    const changes = changesBetween(newest === null ? {} : libraryOf(newest, folder, target), library);
    const editionFile = join(folder, "edition.json");
    writeFileSync(editionFile, frozen.json);
    const object = `${BUCKET}/${frozen.entry.objectKey}`;
    wrangler("r2", "object", "put", object, "--file", editionFile, "--content-type", "application/json", ...target);
    const sqlFile = join(folder, "library.sql");
    writeFileSync(sqlFile, sqlText([...writeCommands(library), ...publishCommands(frozen.entry)]));
    wrangler("d1", "execute", "LIBRARY", "--yes", "--file", sqlFile, ...target);
    return { changes, issued: frozen.entry };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function currentEntry(target: Target): EditionEntry | null {
  const sql = "SELECT * FROM editions WHERE is_current = 1";
  const [{ results }] = JSON.parse(wrangler("d1", "execute", "LIBRARY", "--json", "--command", sql, ...target));
  return entryOf(results[0] ?? null);
}

/** What readers have now, to say what changes; an edition that is gone counts as empty. */
function libraryOf(entry: EditionEntry, folder: string, target: Target): Readonly<Record<string, unknown>> {
  const file = join(folder, "newest.json");
  try {
    wrangler("r2", "object", "get", `${BUCKET}/${entry.objectKey}`, "--file", file, ...target);
    return (JSON.parse(readFileSync(file, "utf8")) as Edition).library;
  } catch {
    return {};
  }
}

/** Not a terminal, so wrangler asks nothing; what it has to say comes with the error if it fails. */
function wrangler(...args: readonly string[]): string {
  const program = join(import.meta.dirname, "../node_modules/wrangler/bin/wrangler.js");
  return execFileSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    cwd: join(import.meta.dirname, ".."),
    maxBuffer: 64_000_000,
  });
}
