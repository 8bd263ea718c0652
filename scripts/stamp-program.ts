/**
 * Names the program by its content, and says its version. In: everything a rendered file is a function of besides the
 * edition: the sources, the templates and the locked packages; and the version in `package.json`, which is no part of
 * the name. Out: `generated/program.ts`, written only when it changes. Two machines with the same checkout get the same
 * name; whoever changes a line gets another, without a deployment in between.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const folders = ["src", "templates"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
);
const hash = createHash("sha256");
for (const path of folders.sort()) {
  hash.update(`${path.slice(root.length)}\n`).update(createHash("sha256").update(readFileSync(path)).digest("hex"));
}
hash.update(lockedPackages());

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
const target = join(root, "generated/program.ts");
const text = `/** Written by scripts/stamp-program.ts: names this program by its content, and says its version. */
import type { Program } from "../src/model/program.ts";

export const PROGRAM: Program = { name: "${hash.digest("hex").slice(0, 16)}", version: "${version}" };
`;
mkdirSync(join(root, "generated"), { recursive: true });
if (read(target) !== text) writeFileSync(target, text);

/** The lock file lists this project too, with its version; a new number alone must not make another program. */
function lockedPackages(): string {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, object>>;
  };
  return JSON.stringify({ ...packages, "": { ...packages[""], version: null } });
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
