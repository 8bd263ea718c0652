/**
 * Topics that were renamed: how old names lie in the stores, and that every address of an old name leads to the present
 * one, but in editions in which it was a topic itself. In: two editions, of which the second has another name for a topic.
 * What is refused of old names in the data is in `test/model/parse-aliases.test.ts`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { CITATION_ENDINGS } from "../../src/formats/cite/citation-endings.ts";
import { ENDINGS } from "../../src/formats/endings.ts";
import { FEED_ENDINGS } from "../../src/formats/feed/feed-endings.ts";
import { readLibrary } from "../../src/library/read-library.ts";
import { mendLibrary } from "../../src/press/mend-library.ts";
import { freeze } from "../../src/store/freeze.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { WORD_ENDINGS } from "../support/answers.ts";
import { atOnce } from "../support/at-once.ts";
import { EDITION_FACTS, SITE } from "../support/edition-facts.ts";
import { readFeed } from "../support/feeds.ts";
import { issueEdition } from "../support/issue.ts";
import { linked } from "../support/links.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";
import { writeLibrary } from "../support/write-library.ts";

const languages = Object.keys(LANGUAGES);
const OLD = smallLibrary({ statements: [statement("first"), statement("second", { issue: "territory" })] });
/** `ceasefire` is called `truce` from now on, and so is what it was once called before; that alone would be no news. */
const NEW = {
  ...OLD,
  issues: OLD.issues.map((issue) => (issue.id === "ceasefire" ? { ...issue, id: "truce" } : issue)),
  statements: [
    ...OLD.statements.map((each) => (each.issue === "ceasefire" ? { ...each, issue: "truce" } : each)),
    statement("third", { issue: "truce" }),
  ],
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

test("old names lie in D1, in the frozen edition and in its entry, and are mended like all else", async () => {
  await writeLibrary(worker.LIBRARY, NEW);
  const read = await readLibrary(worker.LIBRARY);
  assert.equal(JSON.stringify(read), JSON.stringify(NEW));
  const fewer = { ...NEW, aliases: NEW.aliases.slice(1) };
  await writeLibrary(worker.LIBRARY, fewer);
  assert.deepEqual((await readLibrary(worker.LIBRARY))?.aliases, fewer.aliases);
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
    ...Object.keys(ENDINGS).map((ending) => `.${ending}`),
    ...Object.keys(CITATION_ENDINGS).map((ending) => `.${ending}`),
    ".docx",
    "/all",
    ...WORD_ENDINGS.map(([ending]) => `/all.${ending}`),
  ];
  const feeds = ["/feed", ...Object.keys(FEED_ENDINGS).map((ending) => `/feed.${ending}`)];
  const leads = async (before: string, old: string, suffix: string): Promise<void> => {
    const wanted = suffix === "?" ? "" : suffix + query;
    const response = await worker.fetch(`${before}/${old}${wanted}`);
    assert.equal(response.status, 301, `${before}/${old}${suffix}`);
    // In one step to what is there, without the slash too.
    assert.equal(response.headers.get("Location"), `${before}/truce${wanted.replace(/^\/(?=\?|$)/, "")}`);
    assert.equal(response.headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600");
  };
  // Each ending once with and once without an edition, and each language, name and edition with some of them.
  await atOnce([...suffixes, ...feeds], async (suffix) => await leads("/de", "ceasefire", suffix));
  await atOnce(suffixes, async (suffix) => await leads("/2026-W48/uk", "peace-talks", suffix));
  for (const old of ["ceasefire", "peace-talks"]) {
    for (const edition of ["", "/2026-W48"]) {
      await atOnce(languages, async (language) => {
        for (const suffix of ["", ".pdf", "/all.md"]) await leads(`${edition}/${language}`, old, suffix);
      });
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
    for (const ending of Object.keys(ENDINGS))
      assert.equal((await worker.fetch(`/2026-W47/${language}/ceasefire.${ending}`, { method: "HEAD" })).status, 200);
    assert.equal((await worker.fetch(`/2026-W47/${language}/peace-talks`)).status, 404);
    assert.equal((await worker.fetch(`/2026-W47/${language}/truce`)).status, 404);
    assert.equal((await worker.fetch(`/${language}/nobody`)).status, 404);
  }
});

test("a kept sheet names the newest under its present name, and the newest the one before under its old", async () => {
  const linkOf = async (path: string, rel: string) => linked(await worker.fetch(path, { method: "HEAD" }), rel);
  for (const page of ["", "/all"]) {
    const end = page === "" ? ".html" : "/all.html";
    assert.equal(await linkOf(`/2026-W47/de/ceasefire${page}`, "latest-version"), `/de/truce${end}`);
    assert.equal(await linkOf(`/2026-W47/de/ceasefire${page}`, "successor-version"), `/2026-W48/de/truce${end}`);
    assert.equal(await linkOf(`/2026-W47/de/ceasefire${page}`, "canonical"), `/de/truce${page}`);
    assert.equal(await linkOf(`/de/truce${page}`, "predecessor-version"), `/2026-W47/de/ceasefire${end}`);
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
