/**
 * Topics that were renamed: what is refused in the data, how old names lie in the stores, and that every address of an old
 * name leads to the present one, but in editions in which it was a topic itself.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { loadSeeds, readSeeds } from "../../scripts/read-seeds.ts";
import { CITATION_ENDINGS } from "../../src/formats/cite/citation-endings.ts";
import { FEED_ENDINGS } from "../../src/formats/feed/feed-endings.ts";
import { FORMATS, WORD_FORMATS } from "../../src/formats/formats.ts";
import { readLibrary } from "../../src/library/read-library.ts";
import { writeLibrary } from "../../src/library/write-library.ts";
import { parseLibrary } from "../../src/model/parsing/parse-library.ts";
import { BadLibrary, problemLine } from "../../src/model/problem.ts";
import { mendLibrary } from "../../src/press/mend-library.ts";
import { freeze, hashOf } from "../../src/store/freeze.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { readFeed } from "../support/feeds.ts";
import { issueEdition } from "../support/issue.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { EDITION_FACTS, SITE, startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const OLD = smallLibrary({ statements: [statement("first"), statement("second", { issue: "territory" })] });
/** `ceasefire` is called `truce` from now on, and so is what it was once called before. */
const NEW = {
  ...OLD,
  issues: OLD.issues.map((issue) => (issue.id === "ceasefire" ? { ...issue, id: "truce" } : issue)),
  statements: OLD.statements.map((each) => (each.issue === "ceasefire" ? { ...each, issue: "truce" } : each)),
  aliases: [
    { id: "ceasefire", topic: "truce" },
    { id: "peace-talks", topic: "truce" },
    { id: "everything", topic: "overview" },
  ],
};

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ library: OLD });
  const issued = "2026-11-23T05:00:00.000Z";
  await issueEdition(worker, { id: "2026-W48", issued, library: NEW, before: { id: "2026-W47", library: OLD } });
});
after(async () => await worker.stop());

const folder = mkdtempSync(join(tmpdir(), "einblatt-aliases-"));
after(() => rmSync(folder, { recursive: true }));

test("what is wrong with an old name is told with file, line, field and what to do", async () => {
  const seeds = join(folder, "seeds");
  const told = async (yaml: string): Promise<readonly string[]> => {
    const { input } = await seedsWith(seeds, yaml);
    try {
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
    ["# none yet\n"],
    [alias("old", "nowhere"), /^aliases\.yaml:2 aliases\[0\]\.topic: names nowhere, which is no topic/],
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
      /aliases\[0\]\.topic: leads through b in a circle/,
      /aliases\[1\]\.topic: leads through a/,
    ],
    [alias("a", "a"), /in a circle/],
    [alias("a", "kyiv") + alias("a", "moscow"), /^aliases\.yaml:3 aliases\[1\]\.id: a is used twice among aliases/],
    ["- id: Old Name\n  topic: kyiv\n", /aliases\[0\]\.id: must be lower-case words/],
    ["- id: old\n", /aliases\[0\]\.topic: is missing/],
    ["- id: old\n  topic: kyiv\n  since: 2026\n", /aliases\[0\]\.since: is not a field here/],
    ["old: kyiv\n", /must be a list/],
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

test("no old names, an empty file and an empty list are the same library", async () => {
  const hash = hashOf(OLD);
  const seeds = join(folder, "none");
  for (const yaml of ["", "[]\n"]) {
    await seedsWith(seeds, yaml);
    assert.equal(hashOf((await loadSeeds(seeds)).library), hash);
  }
  const parsed = parseLibrary({ ...OLD, aliases: [] }, () => ({ file: "x" })).library;
  assert.equal(hashOf(parsed), hash);
});

test("old names lie in D1, in the frozen edition and in its entry, and are mended like all else", async () => {
  await writeLibrary(worker.LIBRARY, NEW);
  const read = await readLibrary(worker.LIBRARY);
  assert.equal(JSON.stringify(read), JSON.stringify(NEW));
  const changes = await writeLibrary(worker.LIBRARY, { ...NEW, aliases: NEW.aliases.slice(1) });
  assert.deepEqual(changes.find(({ kind }) => kind === "aliases")?.removed, ["ceasefire"]);
  const { entry, pieces } = freeze(NEW, EDITION_FACTS);
  const [json = ""] = pieces();
  assert.deepEqual(entry.aliases, NEW.aliases);
  assert.deepEqual(JSON.parse(json).library.aliases, NEW.aliases);
  const mended = mendLibrary(OLD, { ...OLD, aliases: [{ id: "old", topic: "kyiv" }] }, ["old"]);
  assert.deepEqual(mended.aliases, [{ id: "old", topic: "kyiv" }]);
});

test("every address of an old name leads for good to the present one, the query as it was written", async () => {
  const query = "?utm_source=a%20b&x=%C3%A4&&y";
  const suffixes = [
    "",
    "/",
    "?",
    ...Object.keys(FORMATS).map((ending) => `.${ending}`),
    ...Object.keys(CITATION_ENDINGS).map((ending) => `.${ending}`),
    ".docx",
    "/all",
    ...Object.keys(WORD_FORMATS).map((ending) => `/all.${ending}`),
  ];
  const feeds = ["/feed", ...Object.keys(FEED_ENDINGS).map((ending) => `/feed.${ending}`)];
  for (const old of ["ceasefire", "peace-talks"]) {
    for (const edition of ["", "/2026-W48"]) {
      for (const language of languages) {
        for (const suffix of [...suffixes, ...(edition === "" ? feeds : [])]) {
          const wanted = suffix === "?" ? "" : suffix + query;
          const response = await worker.fetch(`${edition}/${language}/${old}${wanted}`);
          assert.equal(response.status, 301, `${edition}/${language}/${old}${suffix}`);
          assert.equal(response.headers.get("Location"), `${edition}/${language}/truce${wanted}`);
          assert.equal(response.headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600");
        }
      }
      for (const suffix of ["", ".pdf", ".bib"]) {
        const response = await worker.fetch(`${edition}/${old}${suffix}${query}`, { method: "HEAD" });
        assert.deepEqual(
          [response.status, response.headers.get("Location")],
          [301, `${edition}/truce${suffix}${query}`],
        );
      }
    }
  }
  for (const language of languages) {
    const response = await worker.fetch(`/${language}/everything.md`);
    assert.equal(response.headers.get("Location"), `/${language}/overview.md`);
  }
});

test("an edition in which the old name was a topic answers it itself, and no other name", async () => {
  for (const language of languages) {
    for (const ending of Object.keys(FORMATS))
      assert.equal((await worker.fetch(`/2026-W47/${language}/ceasefire.${ending}`, { method: "HEAD" })).status, 200);
    assert.equal((await worker.fetch(`/2026-W47/${language}/peace-talks`)).status, 404);
    assert.equal((await worker.fetch(`/2026-W47/${language}/truce`)).status, 404);
    assert.equal((await worker.fetch(`/${language}/nobody`)).status, 404);
  }
});

test("a kept sheet names the newest under its present name, and the newest the one before under its old", async () => {
  const linkOf = async (path: string, rel: string): Promise<string | undefined> => {
    const response = await worker.fetch(path, { method: "HEAD" });
    return new RegExp(`<([^>]+)>; rel="${rel}"`).exec(response.headers.get("Link") ?? "")?.[1];
  };
  for (const page of ["", "/all"]) {
    const end = page === "" ? ".html" : "/all.html";
    assert.equal(await linkOf(`/2026-W47/de/ceasefire${page}`, "latest-version"), `${SITE}/de/truce${end}`);
    assert.equal(await linkOf(`/2026-W47/de/ceasefire${page}`, "successor-version"), `${SITE}/2026-W48/de/truce${end}`);
    assert.equal(await linkOf(`/2026-W47/de/ceasefire${page}`, "canonical"), `${SITE}/de/truce${page}`);
    assert.equal(await linkOf(`/de/truce${page}`, "predecessor-version"), `${SITE}/2026-W47/de/ceasefire${end}`);
  }
});

test("the feed of a renamed topic keeps what was told under its old name, with the same identifiers", async () => {
  for (const ending of Object.keys(FEED_ENDINGS)) {
    const { items } = await readFeed(await (await worker.fetch(`/de/truce/feed.${ending}`)).text(), ending);
    assert.deepEqual(
      items.map(({ id }) => id),
      [`${SITE}/2026-W48/de/truce`, `${SITE}/2026-W47/de/ceasefire`],
    );
  }
});
