/** `npm run seed` as somebody at a terminal knows it: bad seeds are told line by line and change nothing. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { getPlatformProxy } from "wrangler";
import { dumpOf } from "../support/dump.ts";
import { ROOT } from "../support/edition-facts.ts";
import { folderOf } from "../support/fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "einblatt-seed-"));
after(() => rmSync(folder, { recursive: true }));

/** The library that is loaded where none is named. */
const FROM = folderOf("harbour");

function seed(...args: readonly string[]) {
  const command = [join(ROOT, "scripts/seed.ts"), "--persist-to", join(folder, "state"), "--from", FROM, ...args];
  return spawnSync(process.execPath, command, { encoding: "utf8", cwd: ROOT });
}

async function dump(): Promise<string> {
  const { env, dispose } = await getPlatformProxy<Env>({
    configPath: join(ROOT, "wrangler.toml"),
    persist: { path: join(folder, "state/v3") },
  });
  try {
    return await dumpOf(env.LIBRARY);
  } finally {
    await dispose();
  }
}

test("five mistakes in a file give each a message with file, line, field and reason, and the data stays", async () => {
  const good = seed();
  assert.equal(good.status, 0, good.stderr);
  assert.match(good.stdout, /statements: \d+ added/);
  assert.match(good.stdout, /Readers see it with the next edition/);
  const before = await dump();

  const bad = join(folder, "seeds");
  cpSync(FROM, bad, { recursive: true });
  const file = join(bad, "statements/closing.yaml");
  const text = readFileSync(file, "utf8");
  const [head, one = "", two = "", ...rest] = text.split(/^(?=- id:)/m);
  const [first, second] = [one, two].map((entry) => /id: (\S+)/.exec(entry)?.[1]);
  const damaged = [
    one
      .replace(/kind: .*/, "kind: rumour")
      .replace(/priority: .*/, "priority: 9")
      .replace("issue:", "isue:"),
    two.replace(/actor: .*/, "actor: minsk").replace(/paragraph: \d+/, "paragraph: 999"),
  ];
  writeFileSync(file, [head, ...damaged, ...rest].join(""));

  const result = seed("--from", bad);
  assert.equal(result.status, 1);
  const lines = result.stderr.trim().split("\n");
  const written = readFileSync(file, "utf8").split("\n");
  const expected: readonly (readonly [line: string, field: string, reason: string])[] = [
    ["kind: rumour", `statements[${first}].kind`, "must be position, demand"],
    ["priority: 9", `statements[${first}].priority`, "is 1 to 5"],
    ["isue:", `statements[${first}].isue`, "is not a field here"],
    ["actor: minsk", `statements[${second}].actor`, "names minsk, which is not among actors (council"],
    ["paragraph: 999", `statements[${second}].citations[0].paragraph`, "is 999, but"],
  ];
  for (const [needle, field, reason] of expected) {
    const line = written.findIndex((text) => text.includes(needle)) + 1;
    const told = lines.filter((each) => each.includes(`closing.yaml:${line} ${field}: ${reason}`));
    assert.equal(told.length, 1, `${field}\n${result.stderr}`);
  }
  // The misspelt field is also a missing one.
  assert.match(lines.at(-1) ?? "", /^6 mistakes; nothing was changed/);
  assert.equal(await dump(), before);
});

test("a file that is not YAML is told by its line", () => {
  const bad = join(folder, "unreadable");
  cpSync(FROM, bad, { recursive: true });
  writeFileSync(join(bad, "events.yaml"), '- id: one\n  date: "2025\n- {');
  const result = seed("--from", bad, "--check");
  assert.equal(result.status, 1);
  assert.match(result.stderr, /events\.yaml:\d+ \(yaml\): /);
});

test("the commands that fill production, rehearsed on local stores, leave the same library", async () => {
  const before = await dump();
  const again = seed("--rehearse");
  assert.equal(again.status, 0, again.stderr);
  assert.equal(await dump(), before);

  const changed = join(folder, "changed");
  cpSync(FROM, changed, { recursive: true });
  const change = (name: string, from: RegExp, to: string): void => {
    const file = join(changed, name);
    writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
  };
  change("subject.yaml", /en: ".*"/, 'en: "It’s another; title ?1"');
  // Texts have no straight quotation marks, but the name of a source file may.
  change("articles.yaml", /file: .*/, "file: \"another's ?1 'quoted'.txt\"");
  const rehearsed = seed("--rehearse", "--from", changed, "--yes");
  assert.equal(rehearsed.status, 0, rehearsed.stderr);
  const after = await dump();
  assert.match(after, /It’s another; title \?1/);
  assert.match(after, /another's \?1 'quoted'\.txt/);
  assert.equal(seed("--yes").status, 0);
  assert.equal(await dump(), before);
});

for (const way of [[], ["--rehearse"]]) {
  test(`nothing is written unasked, and nothing removed without --replace ${way.join(" ")}`, async () => {
    const before = await dump();
    const changed = join(folder, `fewer-${way.length}`);
    cpSync(FROM, changed, { recursive: true });
    const subject = join(changed, "subject.yaml");
    writeFileSync(subject, readFileSync(subject, "utf8").replace(/en: ".*"/, 'en: "Another title"'));
    const asked = seed(...way, "--from", changed);
    assert.equal(asked.status, 1);
    assert.match(asked.stdout, /^subject: 1 changed \(subject\)$/m);
    assert.match(asked.stderr, /^With --yes it is written without asking\. Nothing was changed\.$/m);
    writeFileSync(join(changed, "disputes.yaml"), "[]\n");
    const fewer = seed(...way, "--from", changed, "--yes");
    assert.equal(fewer.status, 1);
    assert.match(fewer.stdout, /^disputes: (\d+) removed \(.*\) – \1 become 0$/m);
    assert.match(fewer.stderr, /^\d+ entries would be removed; with --replace they are\. Nothing was changed\.$/m);
    assert.equal(await dump(), before);
    assert.equal(seed(...way, "--from", changed, "--yes", "--replace").status, 0);
    assert.notEqual(await dump(), before);
    assert.equal(seed(...way, "--yes").status, 0);
    assert.equal(await dump(), before);
  });
}

test("production is refused while the settings are still those of the checkout", () => {
  const result = seed("--remote");
  assert.notEqual(result.status, 0);
  assert.match(result.stderr, /^setting PUBLIC_URL is ""; write .*\nset database_id in wrangler\.toml .*\n$/);
});
