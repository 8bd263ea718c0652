/**
 * The list of all editions: as a page in every language and as data, with one edition, with hundreds, with corrections
 * and retractions among them.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { writeArchive } from "../../src/pages/write-archive.ts";
import { type ListedEdition, listEditions } from "../../src/store/edition-index.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { issueEdition, retractEdition } from "../support/issue.ts";
import { SITE, startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const NOTE = { de: "Ein Zitat stand bei der <falschen> Quelle.", en: "A quotation stood at the <wrong> source." };

let worker: TestWorker;
let entries: readonly ListedEdition[];
before(async () => {
  worker = await startWorker();
  const { library } = worker;
  const fewer = { ...library, statements: library.statements.slice(2), disputes: [] };
  const W47 = { id: "2026-W47", library };
  await issueEdition(worker, { id: "2026-W48", issued: "2026-11-23T05:00:00.000Z", library, before: W47 });
  await issueEdition(worker, {
    id: "2026-W47.2",
    issued: "2026-11-25T09:00:00.000Z",
    library: fewer,
    before: W47,
    correction: { corrects: "2026-W47", on: "2026-11-25", note: NOTE },
  });
  // In Berlin it is the third by then.
  await issueEdition(worker, { id: "2027-W01", issued: "2027-01-02T23:30:00.000Z", library: fewer, before: W47 });
  await retractEdition(worker, "2026-W48", { on: "2026-11-27", reason: { de: "Die Quelle war gefälscht." } });
  entries = await listEditions(worker.LIBRARY);
});
after(async () => await worker.stop());

/** The entry of an edition as words. */
const said = (page: string, id: string): string =>
  (new RegExp(`<li id="e${id.replace(".", "\\.")}">([\\s\\S]*?)</li>`).exec(page)?.[1] ?? "").replace(
    /<[^>]+>|\n/g,
    " ",
  );

test("in every language: newest first, with days, changes, corrections and retractions", async () => {
  for (const language of languages) {
    const response = await worker.fetch(`/${language}/editions`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("Content-Language"), language);
    assert.equal(response.headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600");
    const page = await response.text();
    assert.deepEqual(
      [...page.matchAll(/<li id="e([^"]+)">/g)].map(([, id]) => id),
      ["2027-W01", "2026-W48", "2026-W47.2", "2026-W47"],
    );
    assert.deepEqual(
      [...page.matchAll(/<h2>(\d+)/g)].map(([, year]) => year),
      ["2027", "2026"],
    );
    for (const [, href = ""] of page.matchAll(/<h3><a href="([^"]+)"/g)) {
      assert.equal((await worker.fetch(href, { method: "HEAD" })).status, 200, href);
    }
    assert.doesNotMatch(page, /<a href="\/2026-W48\//, "a retracted edition is no link");
    assert.ok(!page.includes("<falschen>") && !page.includes("<wrong>"));
    const note = said(page, "2026-W47.2");
    assert.ok(note.includes(language === "en" ? "&lt;wrong&gt;" : "&lt;falschen&gt;"), note);
    assert.ok(said(page, "2026-W48").includes("Die Quelle war gefälscht."));
    assert.match(page, /<span lang="de">Die Quelle|language="de"|lang="de"/);
  }
  const page = await (await worker.fetch("/en/editions")).text();
  assert.match(
    said(page, "2027-W01"),
    /the newest.*Issued on 3\u00a0January 2027.*2 withdrawn statements, .* against 2026-W47/,
  );
  assert.match(said(page, "2026-W48"), /Nothing new against 2026-W47.*Retracted on 27\u00a0November 2026:/);
  assert.match(said(page, "2026-W47.2"), /Corrects 2026-W47:/);
  assert.match(said(page, "2026-W47"), /The first edition.*Corrected by 2026-W47\.2/);
});

test("as data: what the document says, key by key", async () => {
  const response = await worker.fetch("/editions.json");
  assert.equal(response.headers.get("Content-Type"), "application/json; charset=utf-8");
  const list = (await response.json()) as { newest: string; editions: Record<string, unknown>[] };
  assert.equal(list.newest, "2027-W01");
  assert.deepEqual(
    list.editions.map(({ id }) => id),
    ["2027-W01", "2026-W48", "2026-W47.2", "2026-W47"],
  );
  assert.equal(list.editions[2]?.url, `${SITE}/2026-W47.2/`);
  assert.deepEqual(list.editions[2]?.correction, { corrects: "2026-W47", on: "2026-11-25", note: NOTE });
  const doc = readFileSync("docs/editions.md", "utf8");
  const documented = (name: string): readonly string[] => {
    const [, table = ""] = new RegExp(`^## ${name}\n\\| key \\| value \\|\n((?:\\|.*\n)+)`, "m").exec(doc) ?? [];
    return [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, key = ""]) => key);
  };
  assert.deepEqual(documented("list"), Object.keys(list));
  for (const edition of list.editions) assert.deepEqual(documented("entry"), Object.keys(edition));
});

test("a list that has not changed is not sent again", async () => {
  for (const path of ["/de/editions", "/editions.json"]) {
    const first = await worker.fetch(path);
    const size = (await first.arrayBuffer()).byteLength;
    const tag = first.headers.get("ETag") ?? "";
    const again = await worker.fetch(path, { headers: { "If-None-Match": tag } });
    assert.equal(again.status, 304, path);
    const head = await worker.fetch(path, { method: "HEAD", headers: { "Accept-Encoding": "identity" } });
    assert.equal(head.headers.get("Content-Length"), String(size), path);
  }
});

test("every page of an edition leads to the list", async () => {
  for (const language of languages) {
    for (const page of ["", "kyiv", "kyiv/all"]) {
      for (const edition of ["", "/2026-W47"]) {
        const html = await (await worker.fetch(`${edition}/${language}/${page}`)).text();
        assert.ok(
          html.includes(`<a href="/${language}/editions">`) || html.includes(`href="/${language}/editions"`),
          page,
        );
      }
    }
  }
});

test("hundreds of editions are years that can be jumped to, in one page of bearable size", () => {
  const [entry] = entries;
  assert.ok(entry !== undefined);
  const many = Array.from({ length: 520 }, (_, i): ListedEdition => {
    const week = `${2036 - Math.floor(i / 52)}-W${String(52 - (i % 52)).padStart(2, "0")}`;
    return { ...entry, id: week, week };
  });
  const page = writeArchive({ entries: many, language: "uk", site: SITE, downloads: null });
  assert.equal([...page.matchAll(/<li id="e/g)].length, 520);
  assert.deepEqual(
    [...page.matchAll(/<a href="#y(\d+)">/g)].map(([, year]) => year),
    Array.from({ length: 10 }, (_, i) => String(2036 - i)),
  );
  assert.ok(new TextEncoder().encode(page).length < 400_000);
});

test("before the first edition the list is empty and says so", async () => {
  const empty = await startWorker({ seeded: false });
  try {
    const page = await empty.fetch("/en/editions");
    assert.equal(page.status, 200);
    assert.match(await page.text(), /No edition has been published yet/);
    assert.deepEqual(await (await empty.fetch("/editions.json")).json(), {
      schema: "einblatt-editions/1",
      newest: null,
      downloads: null,
      editions: [],
    });
  } finally {
    await empty.stop();
  }
});
