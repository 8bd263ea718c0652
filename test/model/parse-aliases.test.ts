/**
 * Old names of topics in the data: what is refused of them, and that a library without any is the same however it says so.
 * In: a small library as YAML. What their addresses lead to is in `test/http/aliases.test.ts`.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadSeeds, readSeeds } from "../../scripts/read-seeds.ts";
import { parseLibrary } from "../../src/model/parsing/parse-library.ts";
import { BadLibrary, problemLine } from "../../src/model/problem.ts";
import { hashOf } from "../../src/store/freeze.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { smallLibrary, statement } from "../support/small.ts";

const languages = Object.keys(LANGUAGES);
const OLD = smallLibrary({ statements: [statement("first"), statement("second", { issue: "territory" })] });
const folder = mkdtempSync(join(tmpdir(), "einblatt-aliases-"));
after(() => rmSync(folder, { recursive: true }));

test("what is wrong with an old name is told with file, line, field and what to do", async () => {
  const seeds = join(folder, "seeds");
  const told = async (yaml: string): Promise<readonly string[]> => {
    try {
      const { input } = await seedsWith(seeds, yaml);
      parseLibrary(input.input, input.where, languages);
      return [];
    } catch (error) {
      assert.ok(error instanceof BadLibrary);
      return error.problems.map((problem) => problemLine(problem).replace(/^error: .*(aliases\.yaml)/, "$1"));
    }
  };
  const alias = (id: string, topic: string): string => `- id: ${id}\n  topic: ${topic}\n`;
  const cases: readonly (readonly [yaml: string, ...expected: readonly RegExp[]])[] = [
    [alias("old", "ceasefire")],
    ["# none yet\n", /^aliases\.yaml:1 \(file\): is empty, so it says nothing of aliases; write \[\]/],
    [alias("old", "nowhere"), /^aliases\.yaml:2 aliases\[old\]\.topic: names nowhere, which is no topic/],
    [alias("kyiv", "ceasefire"), /^aliases\.yaml:1 aliases\[0\]\.id: kyiv is a topic; an old name may not hide it/],
    [alias("overview", "ceasefire"), /overview is a topic/],
    [alias("feed", "ceasefire"), /^aliases\.yaml:1 aliases\[0\]\.id: feed is reserved/],
    [alias("uk", "ceasefire"), /uk is reserved/],
    [
      alias("a", "b") + alias("b", "ceasefire"),
      /^aliases\.yaml:2 .*names b, which is an old name itself; write ceasefire/,
    ],
    [
      alias("a", "b") + alias("b", "a"),
      /aliases\[a\]\.topic: leads through b in a circle/,
      /aliases\[b\]\.topic: leads through a/,
    ],
    [alias("a", "a"), /in a circle/],
    [alias("a", "kyiv") + alias("a", "moscow"), /^aliases\.yaml:3 aliases\[1\]\.id: a is used twice among aliases/],
    ["- id: Old Name\n  topic: kyiv\n", /aliases\[0\]\.id: must be lower-case words/],
    ["- id: old\n", /aliases\[old\]\.topic: is missing/],
    ["- id: old\n  topic: kyiv\n  since: 2026\n", /aliases\[old\]\.since: is not a field here/],
    ["old: kyiv\n", /has fields where a list of aliases belongs/],
  ];
  for (const [yaml, ...expected] of cases) {
    const problems = await told(yaml);
    assert.equal(problems.length, expected.length, `${yaml}${problems.join("\n")}`);
    for (const [i, pattern] of expected.entries()) assert.match(problems[i] ?? "", pattern, yaml);
  }
});

/** The small library as seeds would give it, with old names from a file. */
async function seedsWith(seeds: string, yaml: string) {
  rmSync(seeds, { recursive: true, force: true });
  mkdirSync(seeds);
  writeFileSync(join(seeds, "aliases.yaml"), yaml);
  for (const [kind, content] of Object.entries(OLD))
    writeFileSync(join(seeds, `${kind}.yaml`), JSON.stringify(content));
  return { input: await readSeeds(seeds) };
}

test("no old names and an empty list of them are the same library", async () => {
  const hash = hashOf(OLD);
  const seeds = join(folder, "none");
  await seedsWith(seeds, "[]\n");
  assert.equal(hashOf((await loadSeeds(seeds)).library), hash);
  const parsed = parseLibrary({ ...OLD, aliases: [] }, () => ({ file: "x" })).library;
  assert.equal(hashOf(parsed), hash);
});
