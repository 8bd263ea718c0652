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

/** The library that is loaded where none is named; a copy, for the command notes in it how far it is. */
const FROM = join(folder, "harbour");
cpSync(folderOf("harbour"), FROM, { recursive: true });

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
    ["kind: rumour", `statements[${first}].kind`, "must be one of position, demand"],
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

/** A copy of the seeds as they are, with what they know of libraries, and one text in them changed. */
function changedCopy(name: string, file: string, from: RegExp, to: string): string {
  const copy = join(folder, name);
  cpSync(FROM, copy, { recursive: true });
  writeFileSync(join(copy, file), readFileSync(join(copy, file), "utf8").replace(from, to));
  return copy;
}

test("the commands that fill production, rehearsed on local stores, leave the same library", async () => {
  const before = await dump();
  const again = seed("--rehearse");
  assert.equal(again.status, 0, again.stderr);
  assert.match(again.stdout, /^Nothing changed\.$/m);
  assert.equal(await dump(), before);

  const changed = changedCopy("changed", "subject.yaml", /en: ".*"/, 'en: "It’s another; title ?1"');
  // Texts have no straight quotation marks, but the name of a source file may.
  const articles = join(changed, "articles.yaml");
  writeFileSync(articles, readFileSync(articles, "utf8").replace(/file: .*/, "file: \"another's ?1 'quoted'.txt\""));
  const rehearsed = seed("--rehearse", "--from", changed, "--yes", "--who", "Ann's “self”", "--why", "it's ?1");
  assert.equal(rehearsed.status, 0, rehearsed.stderr);
  assert.match(rehearsed.stdout, /^Written as revision 2\. Readers see it with the next edition\.$/m);
  const after = await dump();
  assert.match(after, /It’s another; title \?1/);
  assert.match(after, /another's \?1 'quoted'\.txt/);
  assert.equal(seed("--yes", "--onto", "2").status, 0);
  assert.equal(await dump(), before);
});

for (const way of [[], ["--rehearse"]]) {
  const rehearsed = way.join("");
  test(`nothing is written unasked, and nothing removed without --replace ${rehearsed}`, async () => {
    const before = await dump();
    const changed = changedCopy(`fewer${rehearsed}`, "subject.yaml", /en: ".*"/, 'en: "Another title"');
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
    // The other copy does not know of it, and has nothing new.
    const old = seed(...way, "--yes");
    assert.equal(old.status, 0, old.stderr);
    assert.match(old.stdout, /^The folder has nothing new; others wrote the library since\.$/m);
    const back = /revision (\d+)/.exec(seed(...way, "--export", join(folder, "newest")).stdout)?.[1] ?? "";
    assert.equal(seed(...way, "--yes", "--onto", back).status, 0);
    assert.equal(await dump(), before);
  });

  test(`two folders that changed the same entry: both values are told, npm start goes on with what is there ${rehearsed}`, async () => {
    const one = changedCopy(`one${rehearsed}`, "subject.yaml", /en: ".*"/, 'en: "One title"');
    const two = changedCopy(`two${rehearsed}`, "subject.yaml", /en: ".*"/, 'en: "Two titles"');
    assert.equal(seed(...way, "--from", one, "--yes", "--who", "Ann", "--why", "a better one").status, 0);
    const theirs = await dump();
    const late = seed(...way, "--from", two, "--yes");
    assert.equal(late.status, 1);
    assert.match(
      late.stderr,
      /^subject was changed on both sides:\n {2}title\.en\n {4}here: {2}"Two titles"\n {4}there: "One title"$/m,
    );
    assert.match(late.stderr, /^ {2}there by Ann, \S+: a better one$/m);
    const started = seed(...way, "--from", two, "--start");
    assert.equal(started.status, 0, started.stderr);
    assert.match(started.stderr, /The library is served as it is\.$/m);
    assert.equal(await dump(), theirs);
    const revision = /--onto (\d+)/.exec(late.stderr)?.[1] ?? "";
    assert.equal(seed(...way, "--yes", "--onto", revision).status, 0);
  });
}

test("what became of an entry is told: when, by whom, why, and what was different", () => {
  const id = /id: (\S+)/.exec(readFileSync(join(FROM, "events.yaml"), "utf8"))?.[1] ?? "";
  const changed = changedCopy("history", "events.yaml", /en: ".*"/, 'en: "It was told otherwise."');
  const revision = /revision (\d+)/.exec(seed("--export", join(folder, "before")).stdout)?.[1] ?? "";
  const written = seed("--from", changed, "--yes", "--onto", revision, "--who", "Ann", "--why", "a better word");
  assert.equal(written.status, 0, written.stderr);
  for (const way of [[], ["--rehearse"]]) {
    const { stdout } = seed(...way, "--history", id);
    assert.match(stdout, new RegExp(`^events ${id}, revision 1, .* by `, "m"));
    const last = `^events ${id}, revision \\d+, \\S+, by Ann: a better word\n {2}text\\.en\n {4}was: ".*"\n {4}is: {2}"It was told otherwise\\."$`;
    assert.match(stdout, new RegExp(last, "m"));
  }
  const none = seed("--history", "it's-nobody");
  assert.deepEqual([none.status, none.stderr], [1, "The library never had an entry called it's-nobody.\n"]);
  const newest = String(Number(revision) + 1);
  assert.equal(seed("--yes", "--onto", newest).status, 0);
});

test("what was written is exported, and loaded again changes nothing", async () => {
  const [out, before] = [join(folder, "out"), await dump()];
  const exported = seed("--export", out);
  assert.equal(exported.status, 0, exported.stderr);
  const again = seed("--from", out);
  assert.match(again.stdout, /^Nothing changed\.$/m);
  assert.equal(await dump(), before);
  writeFileSync(join(out, "notes.txt"), "");
  const refused = seed("--export", out);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /has notes\.txt, which is no file of seeds/);
});

test("production is refused while the settings are still those of the checkout", () => {
  const result = seed("--remote");
  assert.notEqual(result.status, 0);
  assert.match(result.stderr, /^setting PUBLIC_URL is ""; write .*\nset database_id in wrangler\.toml .*\n$/);
});
