/**
 * Commands where `wrangler.toml` is wrong: each says so of every setting and does nothing. In: a copy of the program with
 * settings that nobody can read. Out: what is told.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { copyProgram } from "../support/program-copy.ts";

const copy = copyProgram("settings");
after(() => copy.remove());
const toml = readFileSync(join(copy.folder, "wrangler.toml"), "utf8");

const COMMANDS: readonly (readonly [script: string, ...args: string[]])[] = [
  ["seed"],
  ["edition"],
  ["edition", "--remote"],
  ["check-settings"],
];

function write(settings: string): void {
  writeFileSync(join(copy.folder, "wrangler.toml"), toml.replace(/\[vars\][\s\S]*?(?=\n\[)/, `[vars]\n${settings}`));
}

test("every setting that is wrong is told by every command, before anything is done", () => {
  write(`PUBLIC_URL = "example.org"\nSCHEDULE = "Mondays"\nANNOUNCE_TO = "desk"\nINDEX_SECONDS = -1\nCOUNTS = "yes"\n`);
  for (const command of COMMANDS) {
    const { status, stdout, stderr } = copy.typed(...command);
    const told = stderr.trimEnd().split("\n");
    assert.deepEqual(
      [status, stdout, ...told.map((line) => /^setting ([A-Z_]+) is .*; write /.exec(line)?.[1] ?? line)],
      [1, "", "PUBLIC_URL", "SCHEDULE", "ANNOUNCE_TO", "INDEX_SECONDS", "COUNTS"],
      command.join(" "),
    );
  }
  assert.ok(!existsSync(join(copy.folder, ".wrangler")), "nothing is stored");
  assert.equal(copy.typed("seed", "--check").status, 0, "seeds can be judged without");
});

test("what only has a default may be left out, and nobody deploys the address of their own machine", () => {
  write(`PUBLIC_URL = "http://localhost:8787"\n`);
  const local = copy.typed("check-settings");
  assert.deepEqual([local.status, /^set PUBLIC_URL in wrangler\.toml/.test(local.stderr)], [1, true], local.stderr);
  write(`PUBLIC_URL = "https://example.org"\n`);
  const { status, stdout, stderr } = copy.typed("check-settings");
  assert.deepEqual([status, stdout, stderr], [0, "", ""]);
});
