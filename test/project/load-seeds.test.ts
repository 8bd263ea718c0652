/**
 * Folders of seeds and a library that others write too: what only the folder changed is written, what only the library
 * changed is left, and nobody's work goes without a word. Exported, a library is one form of files and comes back as it was.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inTheWay, putSeeds } from "../../scripts/export-seeds.ts";
import { type Load, loadOf } from "../../scripts/load-seeds.ts";
import { loadSeeds } from "../../scripts/read-seeds.ts";
import { keepLine, lineOf } from "../../scripts/seed-revisions.ts";
import { localStores, type SeedTarget } from "../../scripts/seed-target.ts";
import { seedFilesOf } from "../../scripts/write-seeds.ts";
import type { Library } from "../../src/model/library.ts";
import { ROOT } from "../support/edition-facts.ts";
import { FIXTURES, HARBOUR } from "../support/fixtures.ts";
import { tenfold, unspoken } from "../support/libraries.ts";
import { WRITE_FACTS } from "../support/write-library.ts";

const folder = mkdtempSync(join(tmpdir(), "einblatt-load-"));
let target: SeedTarget;
before(async () => {
  target = await localStores(join(folder, "state"), () => {});
});
after(async () => {
  await target.close();
  rmSync(folder, { recursive: true });
});

type Base = Parameters<typeof loadOf>[3];

async function load(library: Library, from: Base): Promise<Load> {
  return await loadOf(target, await target.read(), library, from, WRITE_FACTS);
}

/** Writes what a load found, and says how far its folder is then. */
async function written(library: Library, from: Base): Promise<number> {
  const found = await load(library, from);
  assert.ok(found.found === "changes", found.found);
  await target.write(found.commands);
  return (await target.read()).revision;
}

const titled = (library: Library, en: string): Library => ({
  ...library,
  subject: { ...library.subject, title: { ...library.subject.title, en } },
});

test("of two who started from the same, each keeps what they changed, and the same entry is a conflict", async () => {
  const start = await written(HARBOUR, null);
  assert.equal((await load(HARBOUR, null)).found, "equal");
  const [first, ...others] = HARBOUR.events;
  const one = titled(HARBOUR, "One");
  const two = { ...HARBOUR, events: others };
  await written(one, start);
  const both = await load(two, start);
  assert.ok(both.found === "changes");
  assert.deepEqual(both.told, {
    lines: [`events: 1 removed (${first?.id}) – ${HARBOUR.events.length} become ${others.length}`],
    removed: 1,
  });
  await target.write(both.commands);
  const { entries } = await target.read();
  assert.deepEqual(entries.find(({ kind }) => kind === "subject")?.value, one.subject);
  assert.equal(entries.filter(({ kind }) => kind === "events").length, others.length);
  const clash = await load(titled(HARBOUR, "Three"), start);
  assert.ok(clash.found === "clashes");
  assert.match(
    clash.lines.join("\n"),
    /here: {2}"Three"\n {4}there: "One"\n {2}there by a test, .*: to have something to print/,
  );
});

test("a folder that nobody loaded, or that knows another write of that number, is no side of anything", async () => {
  const { store, revision } = await target.read();
  const other = titled(HARBOUR, "Another");
  assert.equal((await load(other, null)).found, "no base");
  assert.equal((await load(other, { store, revision, at: "2020-01-01T00:00:00.000Z" })).found, "no base");
  assert.equal((await load(other, { store, revision: revision + 5, at: WRITE_FACTS.at })).found, "no base");
  assert.equal((await load(other, { store, revision, at: WRITE_FACTS.at })).found, "changes");
  assert.equal((await load(other, revision)).found, "changes");
});

test("both sides sound and together not: the whole is refused", async () => {
  const base = await written(HARBOUR, (await target.read()).revision);
  const [event] = HARBOUR.events;
  const unused = { ...HARBOUR.articles[0], id: "unused" } as Library["articles"][number];
  const withArticle = await written({ ...HARBOUR, articles: [...HARBOUR.articles, unused] }, base);
  await written(HARBOUR, withArticle);
  const citing = { ...event, citations: [{ article: "unused", paragraph: 1 }] } as Library["events"][number];
  const cited = { ...HARBOUR, articles: [...HARBOUR.articles, unused], events: [citing, ...HARBOUR.events.slice(1)] };
  await assert.rejects(load(cited, withArticle), /events\[.*\]\.citations\[0\]\.article: names unused/);
});

test("a folder remembers each library it was loaded into, and forgets none of the others", () => {
  const seeds = join(folder, "lines");
  mkdirSync(seeds);
  const [one, two] = ["0a", "0b"].map((store, i) => ({ store, revision: i, at: "2026-12-01T10:00:00.000Z" }));
  assert.ok(one !== undefined && two !== undefined);
  keepLine(seeds, "production", one);
  keepLine(seeds, "local", two);
  keepLine(seeds, "local", { ...two, revision: 7 });
  assert.deepEqual(lineOf(seeds, "0a"), one);
  assert.deepEqual(lineOf(seeds, "0b"), { ...two, revision: 7 });
  assert.equal(lineOf(seeds, "0c"), null);
  assert.match(readFileSync(join(seeds, ".revision"), "utf8"), /^# .*\n0a 0 2026-12-01T10:00:00\.000Z\n$/);
});

/** In another order than files by issue would give, and with names that YAML reads otherwise. */
const ODD: Library = {
  ...HARBOUR,
  statements: HARBOUR.statements.toReversed(),
  articles: HARBOUR.articles.map((article, i) => ({
    ...article,
    outlet: ["yes", "2025-08", "~", "# no", "a: b"][i] ?? null,
  })),
};
const LIBRARIES = { ...FIXTURES, odd: ODD, "no statements": unspoken(HARBOUR), "ten times": tenfold(HARBOUR) };

for (const [name, library] of Object.entries(LIBRARIES))
  test(`${name}: exported and read again it is the same library, and the same files`, async () => {
    const out = join(folder, "out", name);
    putSeeds(out, seedFilesOf(library));
    const { library: read } = await loadSeeds(out);
    assert.equal(JSON.stringify(read), JSON.stringify(library));
    assert.deepEqual([...seedFilesOf(read)], [...seedFilesOf(library)]);
  });

test("the seeds that are shipped are in the form in which they are exported", async () => {
  const { library } = await loadSeeds(join(ROOT, "seeds"));
  const files = seedFilesOf(library);
  for (const [path, text] of files) assert.equal(readFileSync(join(ROOT, "seeds", path), "utf8"), text, path);
  const there = readdirSync(join(ROOT, "seeds"), { recursive: true }).filter((path) => String(path).endsWith(".yaml"));
  assert.deepEqual(there.sort(), [...files.keys()].sort());
});

test("a folder is filled as a whole or stays as it is, and what is not ours is not touched", () => {
  const out = join(folder, "whole");
  putSeeds(out, new Map([["events.yaml", "one"]]));
  writeFileSync(join(out, ".revision"), "kept");
  putSeeds(out, new Map([["statements/a.yaml", "two"]]));
  assert.deepEqual(readdirSync(out).sort(), [".revision", "statements"]);
  // A file where a folder is wanted is the fault of any disk, met half way.
  const bad = new Map([
    ["a.yaml", "three"],
    ["a.yaml/b.yaml", "four"],
  ]);
  assert.throws(() => putSeeds(out, bad));
  assert.deepEqual(readdirSync(out).sort(), [".revision", "statements"]);
  assert.deepEqual(
    readdirSync(folder).filter((each) => each.startsWith(".whole")),
    [],
  );
  assert.equal(inTheWay(out), null);
  assert.equal(inTheWay(join(folder, "nowhere")), null);
  writeFileSync(join(out, "statements/notes.md"), "");
  assert.equal(inTheWay(out), "statements/notes.md");
});
