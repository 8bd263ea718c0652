/**
 * What `scripts/stamp-program.ts` writes: a name that changes with whatever a file is made of, and the version of
 * `package.json`, which changes no name. Tried on a small project of a few files.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const ROOT = join(import.meta.dirname, "..", "..");
const project = mkdtempSync(join(tmpdir(), "einblatt-stamp-"));
after(() => rmSync(project, { recursive: true }));
for (const folder of ["src", "templates", "scripts"]) mkdirSync(join(project, folder));
cpSync(join(ROOT, "scripts/stamp-program.ts"), join(project, "scripts/stamp-program.ts"));

interface Files {
  readonly version?: string;
  readonly source?: string;
  readonly template?: string;
  readonly hono?: string;
}

function stamped({ version = "1.0.0", source = "", template = "", hono = "4.0.0" }: Files): readonly string[] {
  const lock = { packages: { "": { version }, "node_modules/hono": { version: hono } }, version };
  writeFileSync(join(project, "package.json"), JSON.stringify({ version, type: "module" }));
  writeFileSync(join(project, "package-lock.json"), JSON.stringify(lock));
  writeFileSync(join(project, "src/index.ts"), source);
  writeFileSync(join(project, "templates/house.ts"), template);
  execFileSync(process.execPath, [join(project, "scripts/stamp-program.ts")], { cwd: tmpdir() });
  const text = readFileSync(join(project, "generated/program.ts"), "utf8");
  return /name: "([0-9a-f]{16})", version: "([^"]+)"/.exec(text)?.slice(1) ?? [];
}

test("another version is the same program", () => {
  const [name] = stamped({ version: "1.0.0" });
  assert.deepEqual(stamped({ version: "1.1.0" }), [name, "1.1.0"]);
});

test("another source, template or locked package is another program", () => {
  const names = [{}, { source: "//" }, { template: "//" }, { hono: "4.0.1" }].map((files) => stamped(files)[0]);
  assert.equal(new Set(names).size, names.length, names.join());
});
