/**
 * The tests of this folder ask nothing that only the shipped library has: they pass on any other, one of them in a single
 * language, and skip what is about the shipped one alone. In: the libraries of the tests. Out: each run as a whole.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../support/edition-facts.ts";
import { FIXTURES, type FixtureName, folderOf } from "../support/fixtures.ts";

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".test.ts") && !import.meta.filename.endsWith(name))
  .map((name) => join(import.meta.dirname, name));

for (const name of Object.keys(FIXTURES) as FixtureName[]) {
  test(`with ${name} in place of the shipped library`, () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ["--import", join(ROOT, "test/support/binary-modules.ts"), "--test", "--test-reporter=tap", ...files],
      {
        encoding: "utf8",
        cwd: ROOT,
        env: { ...process.env, NODE_TEST_CONTEXT: undefined, EINBLATT_SEEDS: folderOf(name) },
      },
    );
    assert.equal(status, 0, stdout);
    const [passed, skipped] = ["pass", "skipped"].map((word) =>
      Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(stdout)?.[1]),
    );
    assert.ok((passed ?? 0) > 2 && (skipped ?? 0) > 3, stdout);
  });
}
