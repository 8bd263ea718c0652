/** The page of changes by HTTP: since the edition before, since any other, and what is refused or sent on. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WORD_FORMATS } from "../../src/formats/formats.ts";
import { runTogether } from "../../src/library/commands.ts";
import { freeze } from "../../src/store/freeze.ts";
import { indexCommands, keepEdition } from "../../src/store/publish.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { newsIn } from "../support/changes.ts";
import { compareLibraries } from "../support/comparison.ts";
import { EDITION_FACTS } from "../support/edition-facts.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { retractEdition } from "../support/issue.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const { earlier } = newsIn(HARBOUR);
const FIRST = EDITION_FACTS.id;
const [SECOND, THIRD] = ["2026-W48", "2026-W49"];

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ library: earlier });
  await issue(SECOND, { id: FIRST, library: earlier });
  await issue(THIRD, { id: SECOND, library: HARBOUR });
});
after(async () => await worker.stop());

/** Another edition of the fixture, after the one that is current. */
async function issue(id: string, last: { id: string; library: typeof HARBOUR }): Promise<void> {
  const changes = compareLibraries(last.id, last.library, HARBOUR);
  const frozen = freeze(HARBOUR, { ...EDITION_FACTS, id, changes });
  await keepEdition(worker.SHEETS, frozen);
  await runTogether(worker.LIBRARY, indexCommands(frozen.entry));
}

const textOf = async (path: string): Promise<string> => {
  const response = await worker.fetch(path);
  assert.equal(response.status, 200, path);
  return await response.text();
};

test("since the edition before, in every language and format, for the newest and for a pinned edition", async () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    for (const [ending, { contentType }] of Object.entries(WORD_FORMATS)) {
      const response = await worker.fetch(`/${SECOND}/${language}/changes.${ending}`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("Content-Type"), contentType);
      assert.equal(response.headers.get("Content-Language"), language);
      assert.match(response.headers.get("Content-Disposition") ?? "", /einblatt-changes-2026-W48/);
      assert.ok((await response.text()).includes(words.changes.kinds.withdrawn), `${language} ${ending}`);
      await worker
        .fetch(`/${language}/changes.${ending}`)
        .then(async (newest) => assert.ok((await newest.text()).length));
    }
  }
  assert.match(await textOf("/en/changes.txt"), /Nothing has changed since edition\s+2026-W48/);
  assert.match(await textOf(`/${FIRST}/en/changes.txt`), /This is the first edition/);
  assert.equal(await textOf("/de/changes"), await textOf("/de/changes.html"));
});

test("the file is kept once it was made, and asked for by its tag", async () => {
  const response = await worker.fetch(`/${SECOND}/en/changes.md`);
  const tag = response.headers.get("ETag") ?? "";
  await response.arrayBuffer();
  const known = await worker.fetch(`/${SECOND}/en/changes.md`, { headers: { "If-None-Match": tag } });
  assert.equal(known.status, 304);
  const { objects } = await worker.SHEETS.list({ prefix: "files/" });
  assert.ok(objects.some(({ key }) => key.endsWith("/en/_/changes.md")));
});

test("since any other edition, made on the spot and not kept", async () => {
  const kept = async () => (await worker.SHEETS.list({ prefix: "files/" })).objects.length;
  const files = await kept();
  const page = await worker.fetch(`/en/changes.json?since=${FIRST}`);
  assert.equal(page.status, 200);
  assert.match(page.headers.get("ETag") ?? "", /^"[0-9a-f]{64}"$/);
  assert.match(page.headers.get("Content-Disposition") ?? "", /einblatt-changes-since-2026-W47-2026-W49-en\.json/);
  const { edition, links, tally } = (await page.json()) as {
    edition: { id: string; since: string };
    links: { permanent: string; newest: string };
    tally: { changes: { shown: number } };
  };
  assert.deepEqual([edition.id, edition.since], [THIRD, FIRST]);
  assert.equal(tally.changes.shown, 7);
  assert.ok(links.permanent.endsWith(`/${THIRD}/en/changes?since=${FIRST}`));
  assert.ok(links.newest.endsWith(`/en/changes?since=${FIRST}`));
  assert.equal(await kept(), files);

  const head = await worker.fetch(`/en/changes?since=${FIRST}`, { method: "HEAD" });
  assert.equal(head.status, 200);
  // Against the edition before it says the same, under the plain address.
  assert.equal(await textOf(`/${SECOND}/uk/changes.md?since=${FIRST}`), await textOf(`/${SECOND}/uk/changes.md`));
  assert.match(await textOf(`/en/changes.txt?since=${THIRD}`), /Nothing has changed since edition\s+2026-W49/);
});

test("links on the page keep the edition that was chosen, and lead somewhere", async () => {
  const html = await textOf(`/${THIRD}/de/changes?since=${FIRST}`);
  const links = [...html.matchAll(/<a [^>]*href="(\.[^"]+)"/g)].map(
    ([, href = ""]) => new URL(href, `http://localhost:8787/${THIRD}/de/changes`),
  );
  assert.ok(links.filter(({ searchParams }) => searchParams.get("since") === FIRST).length >= 6);
  for (const { href } of links) assert.equal((await worker.fetch(href, { method: "HEAD" })).status, 200, href);
  const sheet = await textOf(`/${THIRD}/de/council`);
  assert.ok(sheet.includes('href="../de/changes"'));
  assert.ok((await textOf(`/${THIRD}/de/`)).includes('href="changes"'));
});

test("what is not there is refused by name, and what is asked the wrong way round is sent on", async () => {
  for (const since of ["2020-W01", "yesterday"]) {
    const refused = await worker.fetch(`/en/changes.json?since=${since}`);
    assert.equal(refused.status, 404, since);
    assert.match(await refused.text(), new RegExp(`There is no edition ${since}`));
  }
  assert.equal((await worker.fetch("/en/changes.pdf")).status, 404);
  assert.equal((await worker.fetch("/2020-W01/en/changes")).status, 404);
  const table = [
    [`/${FIRST}/en/changes.md?since=${SECOND}`, `/${SECOND}/en/changes.md?since=${FIRST}`],
    [`/${FIRST}/en/changes?since=${SECOND}&dl=1`, `/${SECOND}/en/changes?since=${FIRST}&dl=1`],
    // Whoever counts clicks needs what is theirs at the end.
    [`/${FIRST}/en/changes?a=1&since=${SECOND}&utm_source=x`, `/${SECOND}/en/changes?a=1&since=${FIRST}&utm_source=x`],
    ["/changes", "/de/changes"],
    ["/changes.md?since=x", "/de/changes.md?since=x"],
    [`/${SECOND}/changes`, `/${SECOND}/de/changes`],
    [`/en/changes/?since=${FIRST}`, `/en/changes?since=${FIRST}`],
  ] as const;
  for (const [path, location] of table) {
    const response = await worker.fetch(path);
    assert.equal(response.status, path.includes("/?") ? 301 : 302, path);
    assert.equal(response.headers.get("Location"), location, path);
  }
});

test("compared with an edition that is retracted: 410 that says why, and leads on in the same language", async () => {
  await retractEdition(worker, SECOND, { on: "2026-12-01", reason: { en: "The source was forged." } });
  for (const path of [`/en/changes.json?since=${SECOND}`, `/${THIRD}/en/changes.json?since=${SECOND}`]) {
    const response = await worker.fetch(path);
    assert.equal(response.status, 410, path);
    const { error } = (await response.json()) as { error: { reason: object; choices: { href: string }[] } };
    assert.deepEqual(error.reason, { en: "The source was forged." });
    assert.deepEqual(
      error.choices.map(({ href }) => href),
      ["/en/changes.json"],
    );
  }
});
