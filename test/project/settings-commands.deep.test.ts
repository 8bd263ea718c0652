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
  ["seed", "--remote"],
  ["deploy"],
];
/** As `wrangler d1 create` prints one. */
const DATABASE = "5d2f6a0e-93c1-4b7a-8f0e-1c2d3e4f5a6b";

function write(settings: string): void {
  const own = toml.replace(/\[vars\][\s\S]*?(?=\n\[)/, `[vars]\n${settings}`);
  writeFileSync(join(copy.folder, "wrangler.toml"), own.replace(/(?<=database_id = ")[^"]*/, DATABASE));
}

test("every setting that is wrong is told by every command, before anything is done", () => {
  write(
    `PUBLIC_URL = "example.org"\nFORMER_HOSTS = "a/b"\nSCHEDULE = "Mondays"\nANNOUNCE_TO = "desk"\nANNOUNCE_SECRET = "hush"\nINDEX_SECONDS = -1\nCOUNTS = "yes"\n`,
  );
  for (const command of COMMANDS) {
    const { status, stdout, stderr } = copy.typed(...command);
    const told = stderr.trimEnd().split("\n");
    assert.deepEqual(
      [status, stdout, ...told.map((line) => /^setting ([A-Z_]+) is .*; write /.exec(line)?.[1] ?? line)],
      [1, "", "PUBLIC_URL", "FORMER_HOSTS", "SCHEDULE", "ANNOUNCE_TO", "ANNOUNCE_SECRET", "INDEX_SECONDS", "COUNTS"],
      command.join(" "),
    );
  }
  assert.ok(!existsSync(join(copy.folder, ".wrangler")), "nothing is stored");
  assert.equal(copy.typed("seed", "--check").status, 0, "seeds can be judged without");
});

test("an address that is not given yet keeps production from everything, and this machine from nothing", () => {
  for (const settings of [`PUBLIC_URL = ""\n`, `PUBLIC_URL = " "\n`, `COUNTS = "off"\n`]) {
    write(settings);
    for (const command of COMMANDS.filter((args) => args[0] === "deploy" || args.includes("--remote"))) {
      const { status, stdout, stderr } = copy.typed(...command);
      assert.deepEqual([status, stdout], [1, ""], command.join(" "));
      assert.match(stderr, /^setting PUBLIC_URL is [^;\n]+; write the address readers use[^\n]*\n$/, command.join(" "));
    }
  }
  assert.equal(copy.typed("seed").status, 0);
});
