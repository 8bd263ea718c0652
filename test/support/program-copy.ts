/**
 * A copy of the program in a folder of its own, for commands that build, store or read beside their sources. In: nothing.
 * Out: the folder, with the packages of this checkout, and ways to change a file and to type a command there.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./edition-facts.ts";

const COPIED = [
  "src",
  "templates",
  "generated",
  "scripts",
  "migrations",
  "seeds",
  "wrangler.toml",
  "package.json",
  "tsconfig.json",
];
const LINKED = ["node_modules", "package-lock.json"];

export interface ProgramCopy {
  readonly folder: string;
  /** What `npm run` would start, by the name of its script. */
  readonly typed: (script: string, ...args: readonly string[]) => Typed;
  /** Replaces what a file holds; a pattern that it does not hold is a mistake of the test. */
  readonly change: (file: string, from: string | RegExp, to: string) => void;
  readonly remove: () => void;
}

export interface Typed {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function copyProgram(name: string): ProgramCopy {
  const folder = mkdtempSync(join(tmpdir(), `einblatt-${name}-`));
  for (const each of COPIED) cpSync(join(ROOT, each), join(folder, each), { recursive: true });
  for (const each of LINKED) symlinkSync(join(ROOT, each), join(folder, each));
  return {
    folder,
    typed: (script, ...args) =>
      spawnSync(process.execPath, [join(folder, `scripts/${script}.ts`), ...args], { encoding: "utf8", cwd: folder }),
    change: (file, from, to) => {
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} holds no ${from}`);
      writeFileSync(path, changed);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
