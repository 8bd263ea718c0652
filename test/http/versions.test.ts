/**
 * One page in many editions: what an address without an edition leads to, what a pinned one keeps, what is corrected
 * and what is retracted. In: three weeks, one of them corrected, one of them retracted later. Looped over languages and
 * formats.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FORMATS, WORD_FORMATS } from "../../src/formats/formats.ts";
import { pinnedAddress, versionLinks } from "../../src/http/answer/version-links.ts";
import type { Library } from "../../src/model/library.ts";
import { topicsOf } from "../../src/model/topic.ts";
import type { EditionEntry } from "../../src/store/edition-index.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { issueEdition, logRun, retractEdition } from "../support/issue.ts";
import { SITE, startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const endings = Object.keys(FORMATS);
/** One page of each make that pages are made of. */
const PAGES = ["", "kyiv", "ceasefire", "overview", "kyiv/all"] as const;
const NOTE = { de: "Ein Zitat stand bei der <falschen> Quelle.", en: "A quotation stood at the <wrong> source." };
const REASON = {
  de: "Die Vorlage war gefälscht & mehr als sechzig Zeichen lang ist diese Begründung auch.",
  uk: "Підробка.",
};

let worker: TestWorker;
let smaller: Library;
before(async () => {
  worker = await startWorker();
  const { library } = worker;
  const gone = "world-order";
  smaller = {
    ...library,
    issues: library.issues.filter(({ id }) => id !== gone),
    statements: library.statements.filter(({ issue }) => issue !== gone),
    disputes: library.disputes.filter(({ issue }) => issue !== gone),
  };
});
after(async () => await worker.stop());

const text = async (path: string, init?: RequestInit) => await (await worker.fetch(path, init)).text();
const linksOf = (response: Response): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(
    (response.headers.get("Link") ?? "")
      .split(", ")
      .map((each) => /^<([^<>]*)>; rel="([a-z-]+)"(.*)$/.exec(each) ?? []),
    ([, , rel = ""]) => rel,
  ) as unknown as ReadonlyMap<string, readonly string[]>;
/** The one address of a relation, as a path. */
const linked = (response: Response, rel: string): string | null => {
  const [found] = linksOf(response).get(rel) ?? [];
  const url = found?.[1];
  return url === undefined ? null : url.replace(SITE, "");
};

test("with one edition there is a newest, and nothing before or after it", async () => {
  const response = await worker.fetch("/de/kyiv.pdf");
  await response.arrayBuffer();
  assert.equal(linked(response, "latest-version"), "/de/kyiv.pdf");
  assert.equal(linked(response, "predecessor-version"), null);
  assert.equal(linked(response, "successor-version"), null);
  assert.equal(linked(response, "version-history"), "/editions");
});

test("an address without an edition names the one that stays, and both answer the same file", async () => {
  for (const language of languages) {
    for (const topic of topicsOf(worker.library).slice(0, 3)) {
      for (const [ending, { contentType }] of Object.entries(FORMATS)) {
        const path = `/${language}/${topic.id}`;
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
    }
    for (const ending of Object.keys(WORD_FORMATS)) {
      const { headers } = await worker.fetch(`/${language}/kyiv/all.${ending}`, { method: "HEAD" });
      assert.equal(headers.get("Content-Location"), `${SITE}/2026-W47/${language}/kyiv/all.${ending}`);
    }
    const contents = await worker.fetch(`/${language}/`, { method: "HEAD" });
    assert.equal(contents.headers.get("Content-Location"), `${SITE}/2026-W47/${language}/`);
  }
  const wished = await worker.fetch("/de/kyiv.pdf?utm_source=x&paper=letter&template=overview&dl=1", {
    method: "HEAD",
  });
  assert.equal(wished.headers.get("Content-Location"), `${SITE}/2026-W47/de/kyiv.pdf?template=overview&paper=letter`);
});

test("other formats and languages are linked, kept to the edition where that is pinned", async () => {
  for (const edition of ["", "/2026-W47"]) {
    const response = await worker.fetch(`${edition}/de/kyiv.html?paper=letter`, { method: "HEAD" });
    assert.deepEqual(
      (linksOf(response).get("alternate") ?? []).map((found) => `${found[1]?.replace(SITE, "")}${found[3]}`),
      [
        `${edition}/de/kyiv.pdf?paper=letter; type="application/pdf"`,
        `${edition}/de/kyiv.md?paper=letter; type="text/markdown"`,
        `${edition}/de/kyiv.txt?paper=letter; type="text/plain"`,
        `${edition}/de/kyiv.json?paper=letter; type="application/json"`,
        `${edition}/en/kyiv.html?paper=letter; hreflang="en"`,
        `${edition}/uk/kyiv.html?paper=letter; hreflang="uk"`,
      ],
    );
    assert.equal(linked(response, "canonical"), "/de/kyiv");
    assert.ok((response.headers.get("Link") ?? "").length < 1000);
  }
});

test("a setting that nobody meant for a header cannot break out of it", () => {
  const [topic] = topicsOf(worker.library);
  assert.ok(topic !== undefined);
  const entry = { id: "2026-W47", topics: [topic] } as unknown as EditionEntry;
  const versions = { newest: entry, predecessor: null, successor: null, corrections: [] };
  const variant = { kind: "all", topic, language: "de", ending: "md" } as const;
  const site = 'https://ex.ample\r\nX: 1>; rel="evil", <\u{1f600}\ud800';
  const served = { site, entry, versions, variant, pinned: false };
  for (const value of [versionLinks(served), pinnedAddress(served)]) {
    assert.doesNotMatch(value, /[^\x20-\x7e]|rel="evil"/);
    new Headers({ Link: value });
  }
});

test("the newest says so only where somebody has looked since and found nothing new", async () => {
  const checked =
    /<aside class="standing"[^>]*>\s*<p>Checked on 23\u00a0November 2026, nothing new since 19\u00a0November 2026\./;
  assert.doesNotMatch(await text("/en/kyiv"), /<aside class="standing"/);
  await logRun(worker, "2026-11-20T05:00:00.000Z", { outcome: "failed" });
  await logRun(worker, "2026-11-21T05:00:00.000Z", { outcome: "issued", kind: "correct" });
  await logRun(worker, "2026-11-19T22:30:00.000Z");
  assert.doesNotMatch(await text("/en/kyiv"), /<aside class="standing"/, "not for a run that looked for no news");
  const before = await worker.fetch("/en/kyiv");
  // In Berlin the 23rd has begun.
  await logRun(worker, "2026-11-22T23:30:00.000Z");
  for (const page of PAGES) assert.match(await text(`/en/${page}`), checked, page);
  assert.doesNotMatch(await text("/2026-W47/en/kyiv"), /nothing new/);
  const after = await worker.fetch("/en/kyiv", { headers: { "If-None-Match": before.headers.get("ETag") ?? "" } });
  assert.equal(after.status, 200, "a page that says something else has another tag");
  for (const ending of endings.filter((each) => each !== "html")) {
    assert.doesNotMatch(await text(`/en/kyiv.${ending}`), /nothing new since/, ending);
  }
});

test("what is put into a page is in its length, its tag, its parts and its 304", async () => {
  for (const path of ["/uk/kyiv", "/2026-W47/de/", "/2026-W47/uk/kyiv/all"]) {
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

test("an edition, a correction of it and another week: every address that was served answers the same bytes", async () => {
  const paths = languages.flatMap((language) => [
    ...PAGES.map((page) => `/2026-W47/${language}/${page}`),
    ...endings.map((ending) => `/2026-W47/${language}/world-order.${ending}`),
    ...Object.keys(WORD_FORMATS).map((ending) => `/2026-W47/${language}/kyiv/all.${ending}`),
    `/2026-W47/${language}/kyiv.pdf?template=overview&paper=letter`,
  ]);
  const seen = new Map<string, string>();
  for (const path of paths) seen.set(path, await latin(path));

  await issueEdition(worker, {
    id: "2026-W48",
    issued: "2026-11-23T05:00:00.000Z",
    library: smaller,
    before: { id: "2026-W47", library: worker.library },
  });
  for (const path of paths) assert.equal(await latin(path), seen.get(path), path);
  const uncorrected = (await worker.fetch("/2026-W47/de/kyiv")).headers.get("ETag") ?? "";

  await issueEdition(worker, {
    id: "2026-W47.2",
    issued: "2026-11-25T09:00:00.000Z",
    library: { ...worker.library, statements: worker.library.statements.slice(1), disputes: [] },
    before: { id: "2026-W47", library: worker.library },
    correction: { corrects: "2026-W47", on: "2026-11-25", note: NOTE },
  });
  const asked = await worker.fetch("/2026-W47/de/kyiv", { headers: { "If-None-Match": uncorrected } });
  assert.equal(asked.status, 200, "a page that tells of a correction is not the one that was kept");
  await asked.text();
  for (const path of paths) {
    const now = await latin(path);
    if (now === seen.get(path)) continue;
    // The one deliberate change to a page that was served.
    const [, last = ""] = /\/([^/?]*)(?:\?.*)?$/.exec(path) ?? [];
    assert.match(last, /^[a-z-]*(\.html)?$/, path);
    assert.equal(now.replace(/<p class="corrected">.*?<\/p>/, ""), seen.get(path), path);
  }
  for (const ending of endings.filter((each) => each !== "html")) {
    assert.equal(await latin(`/2026-W47/de/world-order.${ending}`), seen.get(`/2026-W47/de/world-order.${ending}`));
  }
});

test("a corrected edition says so on every page, in the reader's language, and leads to the correction", async () => {
  for (const language of languages) {
    for (const page of PAGES) {
      const said = /<p class="corrected">(.*?)<\/p>/.exec(await text(`/2026-W47/${language}/${page}`))?.[1] ?? "";
      const note = language === "en" ? NOTE.en : NOTE.de;
      const lang = language === "uk" ? ' lang="de"' : "";
      const escaped = note.replace(/</g, "&lt;").replace(/>/g, "&gt;");
      assert.ok(said.includes(`<span${lang}>${escaped}</span>`), `${language}/${page}: ${said}`);
      assert.ok(said.includes(`href="/2026-W47.2/${language}/${page}"`), said);
      const words = LANGUAGES[language]?.page.versionNotice;
      assert.ok(said.includes(words?.correctedEdition.replace("{id}", "2026-W47.2") ?? "?"), said);
      assert.doesNotMatch(await text(`/2026-W47.2/${language}/${page}`), /class="corrected"/);
      assert.match(await text(`/2026-W47.2/${language}/${page}`), /2026-W47\.2/);
    }
  }
});

test("revisions are editions of their own, and the week alone is the first", async () => {
  assert.notEqual(await text("/2026-W47/de/kyiv.txt"), await text("/2026-W47.2/de/kyiv.txt"));
  const revised = await worker.fetch("/2026-W47.2/en/kyiv.pdf");
  await revised.arrayBuffer();
  assert.match(revised.headers.get("Content-Disposition") ?? "", /filename="einblatt-kyiv-2026-W47\.2-en\.pdf"/);
  assert.match(await text("/2026-W47.2/en/kyiv.json"), /"permanent": "http:\/\/localhost:8787\/2026-W47\.2\/en\/kyiv"/);
  for (const [path, location] of [
    ["/2026-W47.2", "/2026-W47.2/en/"],
    ["/2026-W47.2/kyiv.md", "/2026-W47.2/en/kyiv.md"],
    ["/2026-W47.2/de", "/2026-W47.2/de/"],
  ] as const) {
    const response = await worker.fetch(path, { headers: { "Accept-Language": "en" } });
    assert.equal(response.headers.get("Location"), location);
  }
  for (const id of ["2026-W54", "2026-W47.1", "2026-W47.02", "2026-W47.3", "2026-W00", "2025-W47", "2026-W47.99999"]) {
    for (const page of ["", "/", "/de/kyiv", "/de/kyiv.json", "/kyiv"]) {
      const response = await worker.fetch(`/${id}${page}`);
      assert.equal(response.status, 404, `${id}${page}`);
      assert.match(await response.text(), /2026-W48[\s\S]*editions/, `${id}${page}`);
    }
  }
});

test("newest, before, after: as the header says, in the same format, and only where the sheet is there", async () => {
  const table: readonly [path: string, newest: string | null, before: string | null, after: string | null][] = [
    ["/2026-W47/en/kyiv.pdf?paper=letter", "/en/kyiv.pdf?paper=letter", null, "/2026-W47.2/en/kyiv.pdf?paper=letter"],
    ["/2026-W47.2/en/kyiv.json", "/en/kyiv.json", "/2026-W47/en/kyiv.json", "/2026-W48/en/kyiv.json"],
    ["/en/kyiv.md", "/en/kyiv.md", "/2026-W47.2/en/kyiv.md", null],
    ["/2026-W48/uk/", "/uk/", "/2026-W47.2/uk/", null],
    ["/2026-W47.2/de/kyiv/all", "/de/kyiv/all.html", "/2026-W47/de/kyiv/all.html", "/2026-W48/de/kyiv/all.html"],
    ["/2026-W47.2/de/world-order.txt", null, "/2026-W47/de/world-order.txt", null],
  ];
  for (const [path, newest, before, after] of table) {
    const response = await worker.fetch(path, { method: "HEAD" });
    assert.equal(response.status, 200, path);
    assert.equal(linked(response, "latest-version"), newest, path);
    assert.equal(linked(response, "predecessor-version"), before, path);
    assert.equal(linked(response, "successor-version"), after, path);
    for (const links of linksOf(response).values()) {
      for (const [, url = ""] of links) {
        assert.ok([200, 302].includes((await worker.fetch(url, { method: "HEAD" })).status), `${path}: ${url}`);
      }
    }
  }
  const gone = await worker.fetch("/2026-W47.2/de/world-order.txt", { method: "HEAD" });
  assert.equal(linked(gone, "canonical"), "/2026-W47.2/de/world-order");
});

test("what names an edition may be kept for a day, what does not for minutes, and nothing for ever", async () => {
  for (const language of languages) {
    for (const page of [...PAGES, ...endings.map((ending) => `kyiv.${ending}`)]) {
      for (const edition of ["2026-W47", "2026-W47.2", "2026-W48"]) {
        const { headers } = await worker.fetch(`/${edition}/${language}/${page}`, { method: "HEAD" });
        assert.equal(headers.get("Cache-Control"), "public, max-age=86400", page);
      }
      const { headers } = await worker.fetch(`/${language}/${page}`, { method: "HEAD" });
      assert.equal(headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600", page);
    }
  }
});

test("a retracted edition answers 410 at every address, with day, reason and the newest", async () => {
  await retractEdition(worker, "2026-W47.2", { on: "2026-11-27", reason: REASON });
  for (const language of languages) {
    const reason = language === "uk" ? REASON.uk : REASON.de;
    for (const [page, newest] of [
      ...PAGES.map((page) => [page, page] as const),
      ...endings.map((ending) => [`kyiv.${ending}`, `kyiv.${ending}`] as const),
      ["world-order.md", ""],
      ["kyiv/all.json", "kyiv/all.json"],
      ["atlantis", ""],
    ] as const) {
      for (const method of ["GET", "HEAD"]) {
        const path = `/2026-W47.2/${language}/${page}`;
        const response = await worker.fetch(path, { method, headers: { Accept: "text/plain, */*;q=0.5" } });
        assert.equal(response.status, 410, path);
        assert.equal(response.headers.get("Content-Language"), language);
        assert.equal(response.headers.get("Cache-Control"), "no-store");
        if (method === "HEAD") continue;
        const body = await response.text();
        assert.match(body, /27\b/, path);
        const plain = body.replaceAll("&amp;", "&").replaceAll("\\", "");
        assert.ok(plain.includes(reason), `${path}: ${body}`);
        assert.ok(plain.includes(`${SITE}/${language}/${newest}`), `${path}: ${body}`);
      }
    }
  }
  const data = await worker.fetch("/2026-W47.2/de/kyiv.json");
  const { error } = (await data.json()) as { error: Record<string, unknown> };
  assert.equal(error.code, "retracted");
  assert.equal(error.retracted, "2026-11-27");
  assert.deepEqual(error.reason, REASON);
  for (const path of [
    "/2026-W47.2",
    "/2026-W47.2/",
    "/2026-W47.2/kyiv.pdf",
    "/2026-W47.2/en",
    "/2026-W47.2/en/kyiv/",
  ]) {
    assert.equal((await worker.fetch(path)).status, 410, path);
  }
});

test("a retracted edition is linked nowhere, and what it corrected no longer leads to it", async () => {
  const before = await worker.fetch("/2026-W47/en/kyiv.pdf", { method: "HEAD" });
  assert.equal(linked(before, "successor-version"), "/2026-W48/en/kyiv.pdf");
  const after = await worker.fetch("/2026-W48/en/kyiv.pdf", { method: "HEAD" });
  assert.equal(linked(after, "predecessor-version"), "/2026-W47/en/kyiv.pdf");
  assert.doesNotMatch(await text("/2026-W47/en/kyiv"), /2026-W47\.2/);
});

test("when the newest is retracted, readers get the one before it", async () => {
  await retractEdition(worker, "2026-W48", { on: "2026-11-28", reason: REASON });
  assert.equal((await worker.fetch("/2026-W48/de/kyiv.pdf")).status, 410);
  const response = await worker.fetch("/de/world-order.txt");
  assert.equal(response.status, 200);
  assert.match(await response.text(), /2026-W47\b/);
  assert.equal(response.headers.get("Content-Location"), `${SITE}/2026-W47/de/world-order.txt`);
});

test("whoever looked before the newest was retracted had found something new, and no page says otherwise", async () => {
  await issueEdition(worker, { id: "2026-W49", issued: "2026-11-30T05:00:00.000Z", library: smaller });
  await logRun(worker, "2026-12-07T05:00:00.000Z");
  assert.match(await text("/en/kyiv"), /Checked on 7\u00a0December 2026, nothing new since 30\u00a0November 2026/);
  await retractEdition(worker, "2026-W49", { on: "2026-12-08", reason: REASON });
  const page = await text("/en/kyiv");
  assert.match(page, /2026-W47/);
  assert.doesNotMatch(page, /7\u00a0December/);
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
    const aside = /<aside[\s\S]*?<\/aside>\n/.exec(await text(`/2026-W47/${language}/kyiv`))?.[0];
    assert.equal(
      aside,
      `<aside class="standing" aria-label="${label[language]}"><p>${said[language]} ` +
        `<a href="/${language}/kyiv">${link[language]}</a></p></aside>\n`,
    );
  }
});

async function latin(path: string): Promise<string> {
  return Buffer.from(await (await worker.fetch(path)).arrayBuffer()).toString("latin1");
}
