/**
 * `npm run edition` as somebody at a terminal knows it, in a copy of the program with stores of its own, for the command
 * builds the Worker before it presses. In: what is typed. Out: what is told, and what came of it.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { copyProgram } from "../support/program-copy.ts";

const copy = copyProgram("edition");
after(() => copy.remove());

function typed(script: "seed" | "edition", ...args: readonly string[]) {
  const { status, stdout, stderr } = copy.typed(script, ...args);
  const lines = stdout.trimEnd().split("\n");
  return { status, first: lines[0], last: lines.at(-1), stderr };
}

test("what was typed wrong is told in one sentence, before anything is done", () => {
  const table: readonly (readonly [args: readonly string[], told: RegExp])[] = [
    [["--at", "tomorrow"], /^--at tomorrow: write a time such as 2026-11-30T06:00:00Z\n$/],
    [["--correct", "2026-W47", "--note", "Ein Fehler"], /^"Ein Fehler": write the language first.*\n$/],
    [["--remote"], /^setting PUBLIC_URL is ""; write the address .*\nset database_id in wrangler\.toml .*\n$/],
    [["--remote", "--at", "2026-11-30T06:00:00Z"], /^--at is for the local stores.*\n$/],
    [["--issue"], /^Unknown option '--issue'.*\n$/],
  ];
  for (const [args, told] of table) {
    const { status, stderr } = typed("edition", ...args);
    assert.deepEqual([status, told.test(stderr)], [1, true], stderr);
  }
});

test("issued, there already, nothing new, retracted: each is told, and what cannot be done is refused", () => {
  assert.match(
    typed("edition").stderr,
    /^there is no library yet; load one first \(npm run seed\); nothing was changed/,
  );
  assert.equal(typed("seed").status, 0);
  const at = (time: string) => ["--at", time] as const;
  const last = (...args: readonly string[]) => typed("edition", ...args).last ?? "";
  assert.equal(last(...at("2027-01-04T06:00:00Z")), "2027-W01 is issued: http://localhost:8787/2027-W01/");
  const { first, last: told = "" } = typed("edition", ...at("2027-01-05T06:00:00Z"));
  assert.match(first ?? "", /^PUBLIC_URL in wrangler\.toml is empty; .* http:\/\/localhost:8787, /);
  assert.match(told, /^2027-W01 is there already\. .* issues 2027-W02 now/);
  assert.equal(last(...at("2027-01-12T06:00:00Z")), "Nothing is new since 2027-W01, which stays.");
  const early = typed("edition", "--correct", "2027-W01", "--note", "de=Ein Amt war falsch benannt.");
  assert.deepEqual([early.status, /load the corrected library first/.test(early.stderr)], [1, true], early.stderr);
  assert.equal(last("--retract", "2027-W01", "--reason", "de=Die Quelle war falsch."), "2027-W01 is retracted.");
});
