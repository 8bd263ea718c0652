/**
 * How a sheet is cited: files for programs, read back by a library that is not ours with every field and whatever the
 * title holds, and the line below the sheet. Of sheets that were pressed, and of one that was not.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { load } from "cheerio";
import * as fc from "fast-check";
import { textsOf } from "../../src/compose/context/topic-texts.ts";
import { CITATION_ENDINGS, type CitationEnding } from "../../src/formats/cite/citation-endings.ts";
import { CITATIONS } from "../../src/formats/cite/citations.ts";
import { citedText } from "../../src/formats/cite/cited-text.ts";
import type { Citable } from "../../src/model/citable.ts";
import type { Library } from "../../src/model/library.ts";
import { inLanguage } from "../../src/model/localized.ts";
import { longTitle } from "../../src/model/long-title.ts";
import { type Topic, topicsOf } from "../../src/model/topic.ts";
import { fileKey, plainPdf } from "../../src/render/variant.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { anyText } from "../support/any-text.ts";
import { SITE } from "../support/edition-facts.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { issueEdition } from "../support/issue.ts";
import { editionsOf } from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const endings = Object.keys(CITATION_ENDINGS) as CitationEnding[];
const languages = Object.keys(LANGUAGES);
const topics = topicsOf(HARBOUR);
const [ISSUE] = HARBOUR.issues as [Library["issues"][number]];
const OF_ISSUE = { id: ISSUE.id, kind: "issue" } as const;

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

/** With the subject, so that a list of literature says what it is about. */
function titleOf(topic: Topic, language: string): string {
  const title = inLanguage(textsOf(HARBOUR, topic, language).title, language).text;
  return longTitle(title, inLanguage(HARBOUR.subject.title, language).text);
}

/** What the parser calls the formats, so that it does not have to guess. */
const TYPES = { bib: "@biblatex/text", ris: "@ris/file", "csl.json": "@else/json" } as const;

/** The fields as a list of literature has them, whatever the format. */
function read(text: string, ending: CitationEnding): Readonly<Record<string, unknown>> {
  const { data } = new Cite(text, { forceType: TYPES[ending] });
  assert.equal(data.length, 1);
  const [{ _graph, "citation-key": _, author, ...item } = {}] = data;
  // A name of one part is a family's to some parsers and an institution's to others.
  const authors = (author as Record<string, string>[]).map(({ family, literal }) => family ?? literal);
  return { ...item, author: authors };
}

function expected(citable: Citable): Readonly<Record<string, unknown>> {
  const { topic, edition, language, title, genre, issued, url, note } = citable;
  return {
    id: `einblatt-${topic}-${edition.replace(".", "-")}-${language}`,
    type: "report",
    author: ["Einblatt"],
    title,
    number: edition,
    genre,
    publisher: "Einblatt",
    issued: { "date-parts": [issued.split("-").map(Number)] },
    language,
    URL: url,
    note,
  };
}

const CITABLE: Citable = {
  topic: "closing",
  language: "uk",
  title: "Закриття",
  edition: "2026-W47.2",
  issued: "2026-11-05",
  genre: "Аркуш",
  url: "https://einblatt.example/2026-W47.2/uk/closing",
  note: `SHA-256: ${"a".repeat(64)}`,
};
const HOSTILE = [
  "Brace { brace } {} }{ \\{ \\ \\textbf{x} \\end{document} \\\\",
  "100 % & 5 $ #1 a_b x^2 ~ tilde",
  "ER  - Two\r\nTY  - JOUR\nUR  - https://evil.example\u2028AU  - Nobody",
  '@misc{x, title = {y}}, "quoted" = comma, and and',
  "<b>bold</b> &amp; <script>alert(1)</script>",
  "„ä“ « є » “q” ’ – … ß É ŀ 😀",
  "bell \u0007 half \ud83d turned \u202e",
];

for (const ending of endings) {
  test(`${ending}: every field is read back, and hostile titles are titles`, () => {
    for (const title of ["Plain", ...HOSTILE]) {
      const citable = { ...CITABLE, title };
      const found = read(CITATIONS[ending](citable), ending);
      assert.deepEqual(found, expected({ ...citable, title: citedText(title) }));
    }
  });
}

test("no text can end a field, a line or an entry", async () => {
  await fc.assert(
    fc.property(anyText({ maxLength: 60 }), (title) => {
      const citable = { ...CITABLE, title };
      const lines = CITATIONS.ris(citable).split("\r\n");
      assert.ok(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line)));
      assert.equal(lines.length, CITATIONS.ris(CITABLE).split("\r\n").length);
      const bibtex = CITATIONS.bib(citable);
      assert.equal(bibtex.split("\n").length, CITATIONS.bib(CITABLE).split("\n").length);
      let depth = 0;
      for (const [at, sign] of [...bibtex.trimEnd()].entries()) {
        depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
        assert.ok(depth > 0 || at < 11 || at === [...bibtex.trimEnd()].length - 1, `the entry ends at ${at}`);
      }
      assert.equal(depth, 0);
      assert.equal(JSON.parse(CITATIONS["csl.json"](citable)).length, 1);
    }),
  );
});

test("each topic in each format, in one language or another, pinned or not: its permanent address, the hash of its PDF", async () => {
  for (const [i, topic] of topics.entries()) {
    const language = languages[i % languages.length] ?? "";
    const pdf = await (await worker.fetch(`/2026-W47/${language}/${topic.id}.pdf`)).arrayBuffer();
    const hash = createHash("sha256").update(new Uint8Array(pdf)).digest("hex");
    for (const ending of endings) {
      const path = `/${language}/${topic.id}.${ending}`;
      const response = await worker.fetch(`${path}?utm_source=x&paper=letter`);
      assert.equal(response.status, 200, path);
      assert.equal(response.headers.get("Content-Type"), CITATION_ENDINGS[ending].contentType);
      assert.equal(response.headers.get("Content-Language"), language);
      assert.match(response.headers.get("Content-Disposition") ?? "", /^inline; filename="einblatt-.*-2026-W47-/);
      assert.equal(response.headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600");
      const text = await response.text();
      const found = read(text, ending);
      assert.equal(found.title, titleOf(topic, language));
      assert.equal(found.URL, `${SITE}/2026-W47/${language}/${topic.id}`);
      assert.ok(String(found.note).endsWith(hash), String(found.note));
      assert.equal(found.number, "2026-W47");
      assert.deepEqual(found.issued, { "date-parts": [[2026, 11, 19]] });
      assert.equal(found.language, language);
      const pinned = await worker.fetch(`/2026-W47${path}`);
      assert.equal(pinned.headers.get("Cache-Control"), "public, max-age=86400");
      assert.equal(await pinned.text(), text);
      const tag = response.headers.get("ETag") ?? "";
      assert.equal((await worker.fetch(path, { headers: { "If-None-Match": tag } })).status, 304);
    }
  }
  const saved = await worker.fetch("/de/council.csl.json?dl=1", { method: "HEAD" });
  assert.match(
    saved.headers.get("Content-Disposition") ?? "",
    /^attachment; filename="einblatt-council-2026-W47-de\.csl\.json"/,
  );
  const sent = await worker.fetch("/council.bib?a=%20b", { headers: { "Accept-Language": "en" } });
  assert.deepEqual([sent.status, sent.headers.get("Location")], [302, "/en/council.bib?a=%20b"]);
  assert.match(await (await worker.fetch("/en/council.docx")).text(), /\.bib, \.ris, \.csl\.json/);
});

test("the line below a sheet says the same, and stands on no other page, in no other format and not on paper", async () => {
  for (const language of languages) {
    const html = await (await worker.fetch(`/${language}/${ISSUE.id}`)).text();
    const [aside = ""] = /<aside class="citing"[\s\S]*<\/aside>/.exec(html) ?? [];
    const [, line = ""] = /<p class="citation">([^<]*)<\/p>/.exec(aside) ?? [];
    assert.ok(
      line.startsWith(`Einblatt: ${ISSUE.title[language]}. ${HARBOUR.subject.title[language]}. `) &&
        line.includes("2026-W47"),
      line,
    );
    assert.ok(line.endsWith(`. ${SITE}/2026-W47/${language}/${ISSUE.id}`), line);
    assert.ok(html.indexOf("</main>") < html.indexOf(aside), "it is not of the sheet");
    for (const [, href = ""] of aside.matchAll(/href="([^"]+)"/g)) {
      const url = new URL(href, `${SITE}/2026-W47/${language}/${ISSUE.id}`);
      assert.equal((await worker.fetch(url.pathname)).status, 200, href);
    }
    assert.equal([...aside.matchAll(/href=/g)].length, endings.length);
    for (const page of [
      "",
      `${ISSUE.id}/all`,
      "changes",
      "editions",
      ...["md", "txt", "json"].map((ending) => `${ISSUE.id}.${ending}`),
    ])
      assert.ok(!(await (await worker.fetch(`/${language}/${page}`)).text()).includes(line), page);
    assert.match(html, /@media print\{\.citing\{display:none\}\}/);
  }
});

test("a long title names the subject once, and a question needs no colon", () => {
  assert.equal(longTitle("Kyjiw", "Der Gipfel"), "Kyjiw: Der Gipfel");
  assert.equal(longTitle("Der Gipfel", "Der Gipfel"), "Der Gipfel");
  assert.equal(longTitle("Der Gipfel und wir", "Der Gipfel"), "Der Gipfel und wir");
  assert.equal(longTitle("Was nun?", "Der Gipfel"), "Was nun? Der Gipfel");
  assert.equal(longTitle("Zuerst:", "Der Gipfel"), "Zuerst: Der Gipfel");
});

test("the head of a sheet says what its citations say, and where they are; no other page does", async () => {
  const headOf = async (path: string): Promise<string> =>
    (await (await worker.fetch(path)).text()).split("</head>")[0] ?? "";
  for (const [language, topic] of [
    ["de", "council"],
    ["en", ISSUE.id],
    ["uk", "overview"],
  ] as const) {
    const sheet = `${SITE}/2026-W47/${language}/${topic}`;
    const head = load(await headOf(`/${language}/${topic}`));
    const tag = (name: string) => head(`meta[name="citation_${name}"]`).attr("content");
    const cited = read(await (await worker.fetch(`/${language}/${topic}.bib`)).text(), "bib");
    assert.deepEqual(
      [tag("title"), [tag("author")], tag("technical_report_number"), tag("language"), tag("public_url")],
      [cited.title, cited.author, cited.number, cited.language, cited.URL],
    );
    assert.deepEqual([tag("technical_report_institution"), tag("publication_date")], [cited.publisher, "2026/11/19"]);
    assert.equal(tag("pdf_url"), `${sheet}.pdf`);
    assert.deepEqual(
      head('link[rel="describedby"]')
        .toArray()
        .map((link) => [head(link).attr("type"), head(link).attr("href")]),
      endings.map((ending) => [CITATION_ENDINGS[ending].contentType.split(";")[0], `${sheet}.${ending}`]),
    );
    // What tabs and previews show.
    assert.ok(head("title").text().startsWith(`${cited.title} · `), head("title").text());
    assert.equal(head('meta[property="og:title"]').attr("content"), cited.title);
  }
  for (const path of ["/de/", "/de/changes", `/de/${ISSUE.id}/all`, `/de/${ISSUE.id}/card`, "/de/newsletter"])
    assert.doesNotMatch(await headOf(path), /citation_|describedby/, path);
});

test("every page about a topic says of which subject, in its tab and where it is embedded", async () => {
  const title = titleOf(OF_ISSUE, "de");
  for (const path of ["", "/all", "/card", "/newsletter"]) {
    const head = load(await (await worker.fetch(`/de/${ISSUE.id}${path}`)).text());
    assert.ok(head("title").text().startsWith(`${title} · `), `${path}: ${head("title").text()}`);
  }
  const changes = load(await (await worker.fetch("/de/changes")).text());
  assert.ok(
    changes("title")
      .text()
      .includes(HARBOUR.subject.title.de ?? "?"),
  );
  const embedded = await worker.fetch(`/oembed?url=${encodeURIComponent(`${SITE}/de/${ISSUE.id}`)}`);
  assert.equal(((await embedded.json()) as { title: string }).title, title);
});

test("an edition that an older program pressed is cited as it was, and its letter embedded as it was", async () => {
  const { LIBRARY, SHEETS } = worker;
  const kept = await LIBRARY.prepare("SELECT digest, language, topic, long_title FROM sheets").all();
  await LIBRARY.prepare("UPDATE sheets SET long_title = NULL").run();
  const entry = (await editionsOf(worker)).find(({ id }) => id === "2026-W47");
  assert.ok(entry !== undefined);
  const key = fileKey(entry, { kind: "letter", language: "de", topic: OF_ISSUE, ending: "json" });
  const letter = await SHEETS.get(key);
  assert.ok(letter !== null);
  const json = await letter.text();
  const { longTitle: _, ...older } = JSON.parse(json) as Record<string, unknown>;
  const options = { httpMetadata: letter.httpMetadata ?? {}, customMetadata: letter.customMetadata ?? {} };
  await SHEETS.put(key, JSON.stringify(older), options);
  for (const ending of endings) {
    const found = read(await (await worker.fetch(`/2026-W47/de/${ISSUE.id}.${ending}`)).text(), ending);
    assert.equal(found.title, ISSUE.title.de);
  }
  const embedded = await worker.fetch(`/oembed?url=${encodeURIComponent(`${SITE}/de/${ISSUE.id}`)}`);
  assert.equal(((await embedded.json()) as { title: string }).title, ISSUE.title.de);
  await SHEETS.put(key, json, options);
  await LIBRARY.batch(
    kept.results.map(({ digest, language, topic, long_title }) =>
      LIBRARY.prepare("UPDATE sheets SET long_title = ?4 WHERE digest = ?1 AND language = ?2 AND topic = ?3").bind(
        digest,
        language,
        topic,
        long_title,
      ),
    ),
  );
});

test("a sheet that was never pressed is cited too: HEAD makes nothing, GET makes its PDF once", async () => {
  const issued = "2026-11-26T05:00:00.000Z";
  await issueEdition(worker, {
    id: "2026-W48",
    issued,
    library: HARBOUR,
    before: { id: "2026-W47", library: HARBOUR },
  });
  const entry = (await editionsOf(worker)).find(({ id }) => id === "2026-W48");
  assert.ok(entry !== undefined);
  const files = async () => (await worker.SHEETS.list({ prefix: "files/2026-W48/" })).objects.map(({ key }) => key);
  assert.equal((await worker.fetch("/de/closing.bib", { method: "HEAD" })).status, 200);
  assert.deepEqual(await files(), []);
  const first = read(await (await worker.fetch("/de/closing.bib")).text(), "bib");
  assert.deepEqual(await files(), [fileKey(entry, plainPdf(OF_ISSUE, "de"))]);
  const pdf = await (await worker.fetch("/de/closing.pdf")).arrayBuffer();
  assert.ok(String(first.note).endsWith(createHash("sha256").update(new Uint8Array(pdf)).digest("hex")));
  assert.equal(first.title, titleOf(OF_ISSUE, "de"));
  assert.deepEqual(read(await (await worker.fetch("/2026-W48/de/closing.ris")).text(), "ris"), first);
});
