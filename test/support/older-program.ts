/**
 * The program as it was before the newest migration, in a folder of its own. In: the history of this checkout. Out: the
 * folder with the migrations and packages of today, and a way to type its commands; or why it cannot be had. Nothing of
 * the checkout or its history is written to.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MIGRATIONS, ROOT } from "./edition-facts.ts";
import type { ProgramCopy } from "./program-copy.ts";

export type OlderProgram = Pick<ProgramCopy, "folder" | "typed" | "remove">;

/** What `git` answers; null where it refuses, as it does outside of a repository. */
function git(...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

/** The commit, or a sentence on why there is none. */
export function commitBeforeNewestMigration(): { readonly commit: string } | { readonly missing: string } {
  const newest = readdirSync(MIGRATIONS).sort().at(-1) ?? "";
  const added = git("log", "--no-renames", "--diff-filter=A", "--format=%H", "--", `migrations/${newest}`);
  if (added === null) return { missing: "this is no checkout with a history, so the program before is not to be had" };
  // A migration that is yet to be committed comes after all that was.
  const before = added === "" ? "HEAD" : `${added.split("\n")[0]}^`;
  const commit = git("rev-parse", "--verify", "--quiet", `${before}^{commit}`);
  return commit === null ? { missing: `the history does not reach back to before ${newest}` } : { commit };
}

export function olderProgram(commit: string): OlderProgram {
  const folder = mkdtempSync(join(tmpdir(), "einblatt-older-"));
  // An index of its own, so that the one of the checkout stays as it is.
  execFileSync("git", [`--work-tree=${folder}`, "checkout", "--quiet", commit, "--", "."], {
    cwd: ROOT,
    env: { ...process.env, GIT_INDEX_FILE: join(folder, ".index") },
  });
  rmSync(join(folder, "migrations"), { recursive: true });
  cpSync(MIGRATIONS, join(folder, "migrations"), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return {
    folder,
    typed: (script, ...args) =>
      spawnSync(process.execPath, [join(folder, `scripts/${script}.ts`), ...args], { encoding: "utf8", cwd: folder }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
