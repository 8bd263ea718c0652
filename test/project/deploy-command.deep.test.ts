/**
 * `npm run deploy`: what it refuses, and in which order it asks wrangler. In: a copy of the program, with a program in
 * wrangler's place that writes down what it is called with. Nothing leaves this machine.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { copyProgram } from "../support/program-copy.ts";

const copy = copyProgram("deploy");
after(() => copy.remove());
const calls = join(copy.folder, "calls");
const broken = join(copy.folder, "broken");
const configuration = join(copy.folder, "wrangler.toml");
const shipped = readFileSync(configuration, "utf8");

copy.change("scripts/run-wrangler.ts", "node_modules/wrangler/bin/wrangler.js", "stand-in.mjs");
writeFileSync(
  join(copy.folder, "stand-in.mjs"),
  `import { appendFileSync, existsSync, readFileSync } from "node:fs";
const call = process.argv.slice(2).join(" ");
appendFileSync("calls", call + "\\n");
if (existsSync("broken") && call.startsWith(readFileSync("broken", "utf8"))) {
  console.error("no connection");
  process.exit(7);
}
console.log("done: " + call);
`,
);

const MIGRATE = "d1 migrations apply LIBRARY --remote";

/** What is told, and what wrangler was asked for. */
function deployed(site: string, database = "5d2f6a0e-93c1-4b7a-8f0e-1c2d3e4f5a6b", ...args: readonly string[]) {
  const own = shipped.replace(/^PUBLIC_URL = .*$/m, `PUBLIC_URL = "${site}"`);
  writeFileSync(configuration, own.replace(/^database_id = .*$/m, `database_id = "${database}"`));
  rmSync(calls, { force: true });
  const typed = copy.typed("deploy", ...args);
  return { ...typed, asked: existsSync(calls) ? readFileSync(calls, "utf8").trimEnd().split("\n") : [] };
}

test("first the tables, then the program that asks for them", () => {
  const { status, stdout, stderr, asked } = deployed("https://briefings.example.org");
  assert.deepEqual([status, stderr, asked], [0, "", [MIGRATE, "deploy"]]);
  assert.match(stdout, new RegExp(`^done: ${MIGRATE}\n+done: deploy\n$`));
});

test("where the tables cannot be brought up, no program is deployed that would ask for them", () => {
  writeFileSync(broken, "d1");
  const unmigrated = deployed("https://briefings.example.org");
  assert.deepEqual([unmigrated.status, unmigrated.asked], [1, [MIGRATE]]);
  assert.match(unmigrated.stderr, /no connection/);
  writeFileSync(broken, "deploy");
  const undeployed = deployed("https://briefings.example.org");
  assert.deepEqual([undeployed.status, undeployed.asked], [7, [MIGRATE, "deploy"]]);
  rmSync(broken);
});

test("an address or a database that is nobody's is refused in a sentence, and nothing is asked for", () => {
  const addresses: readonly (readonly [site: string, told: RegExp])[] = [
    ["", /^setting PUBLIC_URL is ""; write /],
    ["briefings.example.org", /^setting PUBLIC_URL is "briefings.example.org"; write /],
    ["https://example.org/briefings", /^setting PUBLIC_URL is .*; write .*, without a path/],
    ["http://localhost:8787", /^set PUBLIC_URL /],
    ["https://press.localhost", /^set PUBLIC_URL /],
    ["http://127.0.0.2", /^set PUBLIC_URL /],
    ["http://[::1]:8787", /^set PUBLIC_URL /],
  ];
  for (const [site, told] of addresses) {
    const { status, stdout, stderr, asked } = deployed(site);
    assert.deepEqual([status, stdout, asked], [1, "", []], site);
    assert.match(stderr, told);
    assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
  }
  const { status, stderr, asked } = deployed("https://example.org", "00000000-0000-0000-0000-000000000000");
  assert.deepEqual([status, asked], [1, []]);
  assert.match(stderr, /^set database_id in wrangler\.toml /);
});

test("what is meant for wrangler alone is refused, for wrangler is asked more than once", () => {
  const { status, stderr, asked } = deployed("https://example.org", undefined, "--dry-run");
  assert.deepEqual([status, asked], [1, []]);
  assert.match(stderr, /Unknown option '--dry-run'/);
});
