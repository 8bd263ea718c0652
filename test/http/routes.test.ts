/**
 * Every address that exists answers: every topic, language, format, template and paper is asked for, read off the tables.
 * In: the pressed edition, and at the end none. Each combination of them is asked for in `routes.deep.test.ts`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WEB_FACES } from "../../src/formats/html/web-faces.ts";
import { PAPERS } from "../../src/model/template.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { templatesFor } from "../../templates/templates.ts";
import { answerOf, holdCard, holdKit, holdSheet, linksOfContents, textOf, WORD_ENDINGS } from "../support/answers.ts";
import { atOnce } from "../support/at-once.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { forgetEditions } from "../support/issue.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const topics = topicsOf(HARBOUR);
let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

/** One after the other, and then from the first again. */
function rotating<T>(all: readonly T[], i: number): T {
  return all[i % all.length] as T;
}

test("each topic, language, format, template and paper", async () => {
  await atOnce(topics.entries(), async ([i, topic]) => await holdSheet(worker, rotating(languages, i), topic));
  const kinds = Map.groupBy(topics, ({ kind }) => kind);
  const sheets = [...kinds.values()].flatMap(([topic]) =>
    templatesFor(topic?.kind ?? "overview").flatMap(({ id }) =>
      Object.keys(PAPERS).map((paper) => `/en/${topic?.id}.pdf?template=${id}&paper=${paper}`),
    ),
  );
  await atOnce(sheets, async (path) => {
    const bytes = await (await answerOf(worker, path, "application/pdf")).arrayBuffer();
    assert.equal(new TextDecoder().decode(bytes.slice(0, 5)), "%PDF-", path);
  });
});

test("everything on a topic, in the formats that need no paper", async () => {
  await atOnce(topics.entries(), async ([i, { id }]) => {
    const [ending, { contentType }] = rotating(WORD_ENDINGS, i);
    await (await answerOf(worker, `/de/${id}/all.${ending}`, contentType)).arrayBuffer();
  });
  assert.equal(await textOf(worker, "/de/closing/all"), await textOf(worker, "/de/closing/all.html"));
});

test("the newsletter kit of the edition and of a topic, as a page and as blocks, and each topic's card", async () => {
  const [actor] = topics.filter(({ kind }) => kind === "actor");
  assert.ok(actor !== undefined);
  await holdKit(worker, "uk", null);
  await holdKit(worker, "en", actor);
  await atOnce(topics.entries(), async ([i, topic]) => await holdCard(worker, rotating(languages, i), topic));
  const markdown = await worker.fetch("/de/newsletter", { headers: { Accept: "text/markdown" } });
  assert.equal(await markdown.text(), await textOf(worker, "/de/newsletter.md"));
});

test("the contents name every topic, and every link on it leads somewhere", async () => {
  const links = await atOnce(languages, async (language) => await linksOfContents(worker, language));
  await atOnce(links[1] ?? [], async (href) => {
    assert.equal((await worker.fetch(href, { method: "HEAD" })).status, 200, href);
  });
});

test("the edition in front pins the same files, and the same pages but for the word that they are pinned", async () => {
  for (const path of [
    "/uk/closing.pdf",
    "/en/overview.json",
    "/de/council/all.md",
    "/de/company.txt?template=overview",
  ]) {
    assert.deepEqual(await bytesOf(`/2026-W47${path}`), await bytesOf(path), path);
  }
  for (const path of ["/de/", "/en/council", "/uk/closing/all"]) {
    const pinned = await textOf(worker, `/2026-W47${path}`);
    assert.match(pinned, /<aside class="standing"/, path);
    assert.equal(pinned.replace(/<aside class="standing"[\s\S]*?<\/aside>\n/, ""), await textOf(worker, path), path);
  }
});

test("addresses without a language lead to the reader's, spellings of one with it for good, the query untouched", async () => {
  const query = "?utm_source=brief&x=%E4%F6&x=2&empty";
  const table: readonly [path: string, language: string | null, location: string][] = [
    ["/", null, "/de/"],
    ["/", "uk", "/uk/"],
    ["/", "fr-FR,fr;q=0.9,en;q=0.3", "/en/"],
    ["/", "ja", "/de/"],
    ["/de", "en", "/de/"],
    ["/council", "en-GB", "/en/council"],
    ["/council.pdf", "uk-UA", "/uk/council.pdf"],
    ["/closing.json", null, "/de/closing.json"],
    ["/de/council/", "en", "/de/council"],
    ["/2026-W47", "en", "/2026-W47/en/"],
    ["/2026-W47/", "en", "/2026-W47/en/"],
    ["/2026-W47/council.md", "en", "/2026-W47/en/council.md"],
    ["/2026-W47/uk", "en", "/2026-W47/uk/"],
    ["/newsletter", "en", "/en/newsletter"],
    ["/newsletter.md", "uk", "/uk/newsletter.md"],
    ["/en/newsletter/", "uk", "/en/newsletter"],
    ["/2026-W47/newsletter.json", null, "/2026-W47/de/newsletter.json"],
    ["/editions", "uk", "/uk/editions"],
    ["/editions/", "fr", "/de/editions"],
    ["/en/editions/", "uk", "/en/editions"],
  ];
  for (const [path, language, location] of table) {
    const headers = language === null ? {} : { "Accept-Language": language };
    const response = await worker.fetch(path + query, { headers });
    const named = /^(\/2026-W47)?\/(de|en|uk)(\/|$)/.test(path);
    assert.equal(response.status, named ? 301 : 302, path);
    assert.equal(response.headers.get("Location"), location + query, path);
    assert.equal(response.headers.get("Vary"), named ? null : "Accept-Language", path);
  }
});

test("parameters nobody knows change nothing", async () => {
  const plain = await worker.fetch("/de/council.pdf");
  const tracked = await worker.fetch(`/de/council.pdf?utm_campaign=x&fbclid=${"y".repeat(2000)}`);
  assert.equal(tracked.status, 200);
  assert.equal(tracked.headers.get("ETag"), plain.headers.get("ETag"));
});

test("typefaces are served under the hash of their bytes, for ever", async () => {
  for (const { path, bytes } of WEB_FACES) {
    const response = await worker.fetch(path);
    assert.equal(response.headers.get("Content-Type"), "font/woff2");
    assert.equal(response.headers.get("Cache-Control"), "public, max-age=31536000, immutable");
    assert.equal((await response.arrayBuffer()).byteLength, bytes.byteLength);
  }
});

test("before the first edition pages and the list of editions say so, robots find what there is, health is not well", async () => {
  await forgetEditions(worker);
  const page = await worker.fetch("/en/council");
  assert.equal(page.status, 503);
  assert.match(await page.text(), /No edition has been published yet/);
  const health = await worker.fetch("/health");
  assert.equal(health.status, 503);
  const { status, edition, lastRun, retracted } = (await health.json()) as Record<string, unknown>;
  assert.deepEqual([status, edition, lastRun, retracted], ["empty", null, null, null]);

  const list = await worker.fetch("/en/editions");
  assert.equal(list.status, 200);
  assert.match(await list.text(), /No edition has been published yet/);
  assert.deepEqual(await (await worker.fetch("/editions.json")).json(), {
    schema: "einblatt-editions/1",
    newest: null,
    downloads: null,
    editions: [],
  });

  const listed = [...(await textOf(worker, "/sitemap.xml")).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, loc = ""]) => loc,
  );
  assert.equal(listed.length, languages.length);
  for (const loc of listed) assert.equal((await worker.fetch(loc, { method: "HEAD" })).status, 200, loc);
  assert.equal((await worker.fetch("/llms.txt")).status, 200);
});

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await worker.fetch(path)).arrayBuffer());
}
