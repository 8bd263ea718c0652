/**
 * The verdict of CI: every step runs, whatever failed before it, and the last line names what failed. In: `.ci/run` with
 * an npm that only notes what it is asked and fails as it is told. It installs nothing.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const SCRIPT = join(import.meta.dirname, "../../.ci/run");
const folder = mkdtempSync(join(tmpdir(), "einblatt-ci-"));
after(() => rmSync(folder, { recursive: true }));

const program = (name: string, text: string): void =>
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });

test("style, types and tests are asked, and the last line says what failed", () => {
  for (const [, tool = ""] of readFileSync(SCRIPT, "utf8").matchAll(/\[(\w+)\]=/g)) program(tool, "");
  const asked = ["ci", "run --silent lint", "run --silent types", "run --silent test", "run --silent test:deep"];
  const cases: readonly (readonly [failing: readonly string[], asked: readonly string[], last: RegExp])[] = [
    [[], asked, /\nPassed: lint types test test:deep\n$/],
    [["run --silent lint"], asked, /\nFailed: lint\n$/],
    [["run --silent types", "run --silent test:deep"], asked, /\nFailed: types test:deep\n$/],
    [["run --silent test"], asked, /\nFailed: test\n$/],
    [["ci"], ["ci"], /\nFailed: npm ci\n$/],
  ];
  for (const [failing, expected, last] of cases) {
    const exits = failing.map((words) => `[ "$*" != "${words}" ] || exit 1`);
    program("npm", ['echo "npm $*"', '[ "$CI" = true ] || exit 1', ...exits].join("\n"));
    const { status, stdout } = spawnSync(SCRIPT, [], {
      env: { ...process.env, CI: "", PATH: `${folder}:${process.env.PATH}` },
      encoding: "utf8",
    });
    assert.equal(status, failing.length === 0 ? 0 : 1, stdout);
    assert.deepEqual(
      [...stdout.matchAll(/^npm (\w.*)$/gm)].map(([, words]) => words),
      expected,
    );
    assert.match(stdout, last);
  }
});
