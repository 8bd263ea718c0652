/**
 * One page in many editions: what an address without an edition leads to, what a pinned one keeps, and what is corrected.
 * In: three editions, one of which corrects another. Languages, pages and formats are each gone through. What is retracted
 * is in `retracted.test.ts`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ENDINGS } from "../../src/formats/endings.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { textOf, WORD_ENDINGS } from "../support/answers.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { CORRECTION, issueCorrection, issueWithoutFerry, PAGES } from "../support/harbour-editions.ts";
import { logRun } from "../support/issue.ts";
import { linked, linksOf } from "../support/links.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const others = Object.keys(ENDINGS).filter((ending) => ending !== "html");

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

const text = async (path: string) => await textOf(worker, path);

test("with one edition there is a newest, and nothing before or after it", async () => {
  const response = await worker.fetch("/de/council.pdf");
  await response.arrayBuffer();
  assert.equal(linked(response, "latest-version"), "/de/council.pdf");
  assert.equal(linked(response, "predecessor-version"), null);
  assert.equal(linked(response, "successor-version"), null);
  assert.equal(linked(response, "version-history"), "/editions");
});

test("an address without an edition names the one that stays, and both answer the same file", async () => {
  await atOnce(languages.entries(), async ([i, language]) => {
    const topic = topicsOf(HARBOUR)[3 * i];
    for (const [ending, { contentType }] of Object.entries(ENDINGS)) {
      const path = `/${language}/${topic?.id}`;
      const [type = ""] = contentType.split(";");
      const chosen = await worker.fetch(path, { headers: { Accept: type } });
      const body = await chosen.text();
      assert.equal(chosen.headers.get("Content-Location"), `${SITE}/2026-W47${path}.${ending}`);
      const pinned = await worker.fetch(chosen.headers.get("Content-Location") ?? "");
      assert.equal(pinned.headers.get("Content-Location"), null);
      if (ending === "html") await pinned.text();
      else assert.equal(await pinned.text(), body);
      const bare = await worker.fetch(`${path}.${ending}`, { method: "HEAD" });
      assert.equal(bare.headers.get("Content-Location"), chosen.headers.get("Content-Location"));
    }
    for (const [ending] of WORD_ENDINGS) {
      const { headers } = await worker.fetch(`/${language}/council/all.${ending}`, { method: "HEAD" });
      assert.equal(headers.get("Content-Location"), `${SITE}/2026-W47/${language}/council/all.${ending}`);
    }
    const contents = await worker.fetch(`/${language}/`, { method: "HEAD" });
    assert.equal(contents.headers.get("Content-Location"), `${SITE}/2026-W47/${language}/`);
  });
  const wished = await worker.fetch("/de/council.pdf?utm_source=x&paper=letter&template=overview&dl=1", {
    method: "HEAD",
  });
  assert.equal(
    wished.headers.get("Content-Location"),
    `${SITE}/2026-W47/de/council.pdf?template=overview&paper=letter`,
  );
});

test("other formats and languages are linked, kept to the edition where that is pinned", async () => {
  for (const edition of ["", "/2026-W47"]) {
    const response = await worker.fetch(`${edition}/de/council.html?paper=letter`, { method: "HEAD" });
    assert.deepEqual(
      (linksOf(response).get("alternate") ?? []).map(({ url, rest }) => url + rest),
      [
        `${edition}/de/council.pdf?paper=letter; type="application/pdf"`,
        `${edition}/de/council.md?paper=letter; type="text/markdown"`,
        `${edition}/de/council.txt?paper=letter; type="text/plain"`,
        `${edition}/de/council.json?paper=letter; type="application/json"`,
        `${edition}/en/council.html?paper=letter; hreflang="en"`,
        `${edition}/uk/council.html?paper=letter; hreflang="uk"`,
      ],
    );
    assert.equal(linked(response, "canonical"), "/de/council");
    assert.ok((response.headers.get("Link") ?? "").length < 1000);
  }
});

test("the newest says so only where somebody has looked since and found nothing new", async () => {
  const checked =
    /<aside class="standing"[^>]*>\s*<p>Checked on 23\u00a0November 2026, nothing new since 19\u00a0November 2026\./;
  assert.doesNotMatch(await text("/en/council"), /<aside class="standing"/);
  await logRun(worker, "2026-11-20T05:00:00.000Z", { outcome: "failed" });
  await logRun(worker, "2026-11-21T05:00:00.000Z", { outcome: "issued", kind: "correct" });
  await logRun(worker, "2026-11-19T22:30:00.000Z");
  assert.doesNotMatch(await text("/en/council"), /<aside class="standing"/, "not for a run that looked for no news");
  const before = await worker.fetch("/en/council");
  // In Berlin the 23rd has begun.
  await logRun(worker, "2026-11-22T23:30:00.000Z");
  await atOnce(PAGES, async (page) => assert.match(await text(`/en/${page}`), checked, page));
  assert.doesNotMatch(await text("/2026-W47/en/council"), /nothing new/);
  const after = await worker.fetch("/en/council", { headers: { "If-None-Match": before.headers.get("ETag") ?? "" } });
  assert.equal(after.status, 200, "a page that says something else has another tag");
  await atOnce(others, async (ending) =>
    assert.doesNotMatch(await text(`/en/council.${ending}`), /nothing new since/, ending),
  );
});

test("what is put into a page is in its length, its tag, its parts and its 304", async () => {
  for (const path of ["/uk/council", "/2026-W47/de/", "/2026-W47/uk/council/all"]) {
    // Where a page is compressed on its way, its length is told by nobody.
    const whole = await worker.fetch(path, { headers: { "Accept-Encoding": "identity" } });
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const page = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    assert.ok(page.indexOf('<aside class="standing"') < page.indexOf("<main"), path);
    assert.equal(whole.headers.get("Content-Length"), String(bytes.length), path);
    const tag = whole.headers.get("ETag") ?? "";
    assert.match(tag, /^"[0-9a-f]{64}-[0-9a-f]{16}"$/);
    const head = await worker.fetch(path, { method: "HEAD" });
    assert.equal(head.headers.get("Content-Length"), String(bytes.length), path);
    assert.equal(head.headers.get("ETag"), tag, path);
    const at = new TextEncoder().encode(page.slice(0, page.indexOf("<aside"))).length - 5;
    const part = await worker.fetch(path, { headers: { Range: `bytes=${at}-${at + 99}`, "If-Range": tag } });
    assert.equal(part.status, 206);
    assert.deepEqual(new Uint8Array(await part.arrayBuffer()), bytes.slice(at, at + 100), path);
    for (const method of ["GET", "HEAD"]) {
      const same = await worker.fetch(path, { method, headers: { "If-None-Match": tag } });
      assert.equal(same.status, 304);
      assert.match(
        same.headers.get("Content-Security-Policy") ?? "",
        /style-src 'sha256-/,
        "a 304 with the policy for data would take the style from the page that the browser kept",
      );
    }
  }
});

test("what a kept page says of itself is never reworded: its bytes are promised", async () => {
  const said: Readonly<Record<string, string>> = {
    de: "Dies ist die Ausgabe 2026-W47 vom 19.\u00a0November 2026, aufbewahrt, wie sie erschienen ist.",
    en: "This is edition 2026-W47 of 19\u00a0November 2026, kept as it was issued.",
    uk: "Це випуск 2026-W47 від 19\u00a0листопада 2026 року, збережений таким, яким він вийшов.",
  };
  const link: Readonly<Record<string, string>> = {
    de: "Zur neuesten Ausgabe",
    en: "Go to the newest edition",
    uk: "До найновішого випуску",
  };
  const label: Readonly<Record<string, string>> = {
    de: "Stand dieser Seite",
    en: "Where this page stands",
    uk: "Стан цієї сторінки",
  };
  for (const language of Object.keys(said)) {
    const aside = /<aside[\s\S]*?<\/aside>\n/.exec(await text(`/2026-W47/${language}/council`))?.[0];
    assert.equal(
      aside,
      `<aside class="standing" aria-label="${label[language]}"><p>${said[language]} ` +
        `<a href="/${language}/council">${link[language]}</a></p></aside>\n`,
    );
  }
});

test("an edition, a correction of it and another week: every address that was served answers the same bytes", async () => {
  const pages = languages.flatMap((language) => PAGES.map((page) => `/2026-W47/${language}/${page}`));
  const files = languages.flatMap((language) => [
    ...others.map((ending) => `/2026-W47/${language}/ferry.${ending}`),
    ...WORD_ENDINGS.filter(([ending]) => ending !== "html").map(
      ([ending]) => `/2026-W47/${language}/council/all.${ending}`,
    ),
  ]);
  files.push("/2026-W47/uk/council.pdf?template=overview&paper=letter");
  const bytesOf = async (paths: readonly string[]) => await atOnce(paths, latin);
  const [seenPages, seenFiles] = [await bytesOf(pages), await bytesOf(files)];

  await issueWithoutFerry(worker, "2026-W48");
  assert.deepEqual(await bytesOf(pages), seenPages);
  assert.deepEqual(await bytesOf(files), seenFiles);
  const uncorrected = (await worker.fetch("/2026-W47/de/council")).headers.get("ETag") ?? "";

  await issueCorrection(worker);
  const asked = await worker.fetch("/2026-W47/de/council", { headers: { "If-None-Match": uncorrected } });
  assert.equal(asked.status, 200, "a page that tells of a correction is not the one that was kept");
  await asked.text();
  // The one deliberate change to a page that was served.
  const withoutNote = (page: string): string => page.replace(/<p class="corrected">.*?<\/p>/, "");
  assert.deepEqual((await bytesOf(pages)).map(withoutNote), seenPages);
  assert.deepEqual(await bytesOf(files), seenFiles);
});

test("a corrected edition says so on every page, in the reader's language, and leads to the correction", async () => {
  for (const language of languages) {
    await atOnce(PAGES, async (page) => {
      const said = /<p class="corrected">(.*?)<\/p>/.exec(await text(`/2026-W47/${language}/${page}`))?.[1] ?? "";
      const note = language === "en" ? CORRECTION.en : CORRECTION.de;
      const lang = language === "uk" ? ' lang="de"' : "";
      const escaped = note.replace(/</g, "&lt;").replace(/>/g, "&gt;");
      assert.ok(said.includes(`<span${lang}>${escaped}</span>`), `${language}/${page}: ${said}`);
      assert.ok(said.includes(`href="/2026-W47.2/${language}/${page}"`), said);
      const words = LANGUAGES[language]?.page.versionNotice;
      assert.ok(said.includes(words?.correctedEdition.replace("{id}", "2026-W47.2") ?? "?"), said);
      const correction = await text(`/2026-W47.2/${language}/${page}`);
      assert.doesNotMatch(correction, /class="corrected"/);
      assert.match(correction, /2026-W47\.2/);
    });
  }
});

test("revisions are editions of their own, and the week alone is the first", async () => {
  assert.notEqual(await text("/2026-W47/de/council.txt"), await text("/2026-W47.2/de/council.txt"));
  const revised = await worker.fetch("/2026-W47.2/en/council.pdf");
  await revised.arrayBuffer();
  assert.match(revised.headers.get("Content-Disposition") ?? "", /filename="einblatt-council-2026-W47\.2-en\.pdf"/);
  assert.match(
    await text("/2026-W47.2/en/council.json"),
    /"permanent": "http:\/\/localhost:8787\/2026-W47\.2\/en\/council"/,
  );
  for (const [path, location] of [
    ["/2026-W47.2", "/2026-W47.2/en/"],
    ["/2026-W47.2/council.md", "/2026-W47.2/en/council.md"],
    ["/2026-W47.2/de", "/2026-W47.2/de/"],
  ] as const) {
    const response = await worker.fetch(path, { headers: { "Accept-Language": "en" } });
    assert.equal(response.headers.get("Location"), location);
  }
  const unknown = ["2026-W54", "2026-W47.1", "2026-W47.02", "2026-W47.3", "2026-W00", "2025-W47", "2026-W47.99999"];
  const paths = unknown.flatMap((id) =>
    ["", "/", "/de/council", "/de/council.json", "/council"].map((page) => `/${id}${page}`),
  );
  await atOnce(paths, async (path) => {
    const response = await worker.fetch(path);
    assert.equal(response.status, 404, path);
    assert.match(await response.text(), /2026-W48[\s\S]*editions/, path);
  });
});

test("newest, before, after: as the header says, in the same format, and only where the sheet is there", async () => {
  const table: readonly [path: string, newest: string | null, before: string | null, after: string | null][] = [
    [
      "/2026-W47/en/council.pdf?paper=letter",
      "/en/council.pdf?paper=letter",
      null,
      "/2026-W47.2/en/council.pdf?paper=letter",
    ],
    ["/2026-W47.2/en/council.json", "/en/council.json", "/2026-W47/en/council.json", "/2026-W48/en/council.json"],
    ["/en/council.md", "/en/council.md", "/2026-W47.2/en/council.md", null],
    ["/2026-W48/uk/", "/uk/", "/2026-W47.2/uk/", null],
    [
      "/2026-W47.2/de/council/all",
      "/de/council/all.html",
      "/2026-W47/de/council/all.html",
      "/2026-W48/de/council/all.html",
    ],
    ["/2026-W47.2/de/ferry.txt", null, "/2026-W47/de/ferry.txt", null],
  ];
  for (const [path, newest, before, after] of table) {
    const response = await worker.fetch(path, { method: "HEAD" });
    assert.equal(response.status, 200, path);
    assert.equal(linked(response, "latest-version"), newest, path);
    assert.equal(linked(response, "predecessor-version"), before, path);
    assert.equal(linked(response, "successor-version"), after, path);
    const urls = [...linksOf(response).values()].flat().map(({ url }) => url);
    await atOnce(urls, async (url) => {
      assert.ok([200, 302].includes((await worker.fetch(url, { method: "HEAD" })).status), `${path}: ${url}`);
    });
  }
  const gone = await worker.fetch("/2026-W47.2/de/ferry.txt", { method: "HEAD" });
  assert.equal(linked(gone, "canonical"), "/2026-W47.2/de/ferry");
});

test("what names an edition may be kept for a day, what does not for minutes, and nothing for ever", async () => {
  const pages = languages.flatMap((language, i) =>
    [
      ...PAGES.filter((_, n) => n % languages.length === i),
      ...Object.keys(ENDINGS).map((ending) => `council.${ending}`),
    ].map((page) => `${language}/${page}`),
  );
  await atOnce(pages, async (page) => {
    for (const edition of ["2026-W47/", "2026-W47.2/", "2026-W48/", ""]) {
      const { headers } = await worker.fetch(`/${edition}${page}`, { method: "HEAD" });
      const kept = edition === "" ? "public, max-age=300, stale-while-revalidate=3600" : "public, max-age=86400";
      assert.equal(headers.get("Cache-Control"), kept, edition + page);
    }
  });
});

async function latin(path: string): Promise<string> {
  return Buffer.from(await (await worker.fetch(path)).arrayBuffer()).toString("latin1");
}
