/**
 * Requests that cannot be met: the right status, a sentence that names what exists, in the format asked for, no
 * insides.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { TEMPLATES, templatesFor } from "../../templates/templates.ts";
import { atOnce } from "../support/at-once.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

const BAD: readonly [path: string, status: number, says: RegExp, init?: RequestInit][] = [
  ["/en/atlantis", 404, /closing/],
  ["/atlantis", 404, /council/],
  ["/fr/council", 404, /de[\s\S]*en[\s\S]*uk/],
  ["/fr/", 404, /de[\s\S]*en[\s\S]*uk/],
  ["/en/council.docx", 404, /\.pdf[\s\S]*\.html[\s\S]*\.md[\s\S]*\.txt[\s\S]*\.json/],
  ["/en/council.DOCX", 404, /\.pdf/],
  ["/en/council..pdf", 404, /\.pdf/],
  ["/en/council.tar.gz", 404, /\.tar\.gz.*\.pdf, .*\.csl\.json/],
  ["/en/.pdf", 404, /council/],
  ["/council.docx", 404, /\.pdf/],
  ["/en/council/all.pdf", 404, /\.html[\s\S]*\.md[\s\S]*\.txt[\s\S]*\.json/],
  ["/en/newsletter.pdf", 404, /\.html[\s\S]*\.md[\s\S]*\.txt[\s\S]*\.json/],
  ["/en/council/newsletter.pdf", 404, /\.html[\s\S]*\.md[\s\S]*\.txt[\s\S]*\.json/],
  ["/en/atlantis/newsletter", 404, /council/],
  ["/en/atlantis/card", 404, /council/],
  ["/fr/newsletter", 404, /de[\s\S]*en[\s\S]*uk/],
  ["/en/council/card.html", 404, /nothing at this address/],
  ["/oembed", 400, /url/],
  ["/oembed?url=http://localhost:8787/en/atlantis", 404, /not the address of a sheet/],
  ["/oembed?url=http://localhost:8787/en/council&format=yaml", 501, /json, xml/],
  ["/en/council/some", 404, /nothing at this address/],
  ["/en/council/all/more", 404, /nothing at this address/],
  ["/2020-W01/en/council", 404, /2026-W47/],
  ["/2026-W99/", 404, /2026-W47[\s\S]*editions/],
  ["/2026-W47.1/en/council", 404, /2026-W47[\s\S]*editions/],
  ["/2026-W47.2/en/council.json", 404, /2026-W47[\s\S]*editions/],
  ["/fr/editions", 404, /de[\s\S]*en[\s\S]*uk/],
  ["/editions.pdf", 404, /council/],
  ["/2026-W7/en/council", 404, /nothing|sheet|language/],
  ["/en/council?paper=a5", 400, /a4[\s\S]*letter/],
  ["/en/council?paper=", 400, /a4[\s\S]*letter/],
  ["/en/council?paper=a5&paper=a4", 400, /a4[\s\S]*letter/],
  ["/en/council.pdf?template=tabloid", 400, /actor/],
  ["/en/council?dl=yes", 400, /0[\s\S]*1/],
  ["/en/council?template=__proto__", 400, /actor/],
  ["/en/constructor", 404, /council/],
  ["/constructor/", 404, /de[\s\S]*en[\s\S]*uk/],
  ["/__proto__/council", 404, /de[\s\S]*en[\s\S]*uk/],
  ["/en%2Fcouncil", 404, /./],
  ["/en/council%2F..%2Fcompany", 404, /council/],
  ["/en/%E4%F6%FC", 404, /council/],
  ["/en/%", 404, /council/],
  ["/%E0%A4%A", 404, /./],
  ["/en/%00", 404, /council/],
  ["/en/%0D%0ASet-Cookie:%20a=b", 404, /council/],
  ["/en/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404, /council/],
  [`/en/${"a".repeat(4000)}`, 404, /council/],
  [`/en/atlantis?${"q=1&".repeat(2000)}`, 404, /council/],
  ["//en//atlantis", 404, /council/],
  ["/faces/text-00000000.woff2", 404, /nothing at this address/],
  ["/en/council", 406, /text\/html/, { headers: { Accept: "image/png" } }],
  ["/en/council", 406, /application\/pdf/, { headers: { Accept: "text/html;q=0, application/*;q=0, text/*;q=0" } }],
  ["/en/", 406, /text\/html/, { headers: { Accept: "application/json" } }],
  ["/en/council", 405, /GET, HEAD/, { method: "POST", body: "x" }],
  ["/en/council", 405, /GET, HEAD/, { method: "DELETE" }],
  ["/", 405, /GET, HEAD/, { method: "PUT" }],
];

test("bad requests are refused in a sentence that names what exists", async () => {
  await atOnce(BAD, async ([path, status, says, init = {}]) => {
    const headers = { "Accept-Language": "en", ...(init.headers as Record<string, string> | undefined) };
    const response = await worker.fetch(path, { ...init, headers });
    const body = await response.text();
    const name = `${init.method ?? "GET"} ${path.slice(0, 80)} ${headers["Accept-Language"]}`;
    assert.equal(response.status, status, `${name}: ${body.slice(0, 300)}`);
    assert.match(body, says, name);
    assert.doesNotMatch(body, /\bat \w+ \(|<script>alert|index\.js/, name);
    assert.equal(response.headers.get("Cache-Control"), "no-store", name);
    assert.equal(response.headers.get("Set-Cookie"), null, name);
    if (status === 405) assert.equal(response.headers.get("Allow"), "GET, HEAD, OPTIONS", name);
  });
});

test("a template that does not hold a kind of topic is refused, naming those that do", async () => {
  await atOnce(topicsOf(HARBOUR), async (topic) => {
    const own = templatesFor(topic.kind).map(({ id }) => id);
    for (const { id } of TEMPLATES.filter(({ id }) => !own.includes(id))) {
      const response = await worker.fetch(`/en/${topic.id}.txt?template=${id}`);
      assert.equal(response.status, 400);
      assert.match(await response.text(), new RegExp(`Available: ${own.join(", ")}`));
    }
  });
});

test("odd but harmless requests are answered", async () => {
  const fine: readonly [path: string, status: number, init?: RequestInit][] = [
    [`/en/council?${"utm=1&".repeat(1400)}`, 200],
    ["/en/council?%E4%F6=%&&&=", 200],
    ["/en/council?paper=a4&paper=a5", 200],
    ["/en/co%75ncil", 200],
    [`/council?${"x".repeat(8000)}`, 302],
    ["/en/council", 200, { headers: { Accept: "x".repeat(8000) } }],
    ["/en/council", 200, { headers: { "Accept-Language": ";;;,,,*;q=x" } }],
    ["/en/council", 200, { headers: { Range: "bytes=a-b", "If-None-Match": ",,,", "If-Range": "?" } }],
  ];
  for (const [path, status, init] of fine) {
    const response = await worker.fetch(path, init);
    await response.arrayBuffer();
    assert.equal(response.status, status, path.slice(0, 60));
  }
});

test("a refusal comes in the format of the address, or else the one preferred", async () => {
  const table: readonly [path: string, accept: string, type: string][] = [
    ["/de/nirgends.json", "*/*", "application/json"],
    ["/de/nirgends.md", "*/*", "text/markdown; charset=utf-8"],
    ["/de/nirgends.txt", "text/html", "text/plain; charset=utf-8"],
    ["/de/nirgends.html", "*/*", "text/html; charset=utf-8"],
    ["/de/nirgends", "*/*", "text/html; charset=utf-8"],
    ["/de/nirgends", "application/json", "application/json"],
    ["/de/nirgends.pdf", "*/*", "text/plain; charset=utf-8"],
    ["/de/nirgends.pdf", "text/html,*/*;q=0.8", "text/html; charset=utf-8"],
    ["/de/nirgends", "image/png", "text/plain; charset=utf-8"],
    ["/de/nirgends.constructor", "*/*", "text/plain; charset=utf-8"],
  ];
  for (const [path, accept, type] of table) {
    const response = await worker.fetch(path, { headers: { Accept: accept } });
    assert.equal(response.headers.get("Content-Type"), type, `${path} ${accept}`);
    assert.match(await response.text(), /nirgends/);
  }
});

test("as JSON a refusal has one shape: status, code, message, choices", async () => {
  const inAnyFormat = BAD.filter(
    ([path, , , init]) => init?.headers === undefined && !/\.\w+$/.test(path.split("?")[0] ?? ""),
  );
  await atOnce(inAnyFormat, async ([path, status, , init]) => {
    const response = await worker.fetch(path, { ...init, headers: { Accept: "application/json" } });
    const { error } = (await response.json()) as {
      error: { status: number; code: string; message: string; choices: unknown[] };
    };
    assert.equal(error.status, status, path.slice(0, 60));
    assert.equal(typeof error.code, "string");
    assert.ok(error.message.length > 10 && error.message.length < 500);
    assert.ok(Array.isArray(error.choices));
  });
});

test("a refusal speaks the language of the address, or else the reader's", async () => {
  for (const language of Object.keys(LANGUAGES)) {
    const named = await worker.fetch(`/${language}/atlantis`, { headers: { "Accept-Language": "en" } });
    assert.equal(named.headers.get("Content-Language"), language);
    assert.match(await named.text(), new RegExp(`<html lang="${language}"`));
    const preferred = await worker.fetch("/atlantis", { headers: { "Accept-Language": language } });
    assert.equal(preferred.headers.get("Content-Language"), language);
  }
});

test("a page that is not there names the topics by title in the reader's language, the nearest first", async () => {
  const titled = (id: string, language: string): string => {
    const { subject, actors, issues } = HARBOUR;
    const topic = [...actors, ...issues].find((each) => each.id === id);
    const title = topic === undefined ? subject.title : "name" in topic ? topic.name : topic.title;
    return title[language] ?? "";
  };
  const ids = topicsOf(HARBOUR).map(({ id }) => id);
  for (const [path, nearest, language] of [
    ["/en/clossing", "closing", "en"],
    ["/de/Schliesung", "closing", "de"],
    ["/uk/coucil.pdf", "council", "uk"],
    ["/uk/%D0%B6%D0%B8%D1%82%D0%BB%D0%B0", "housing", "uk"],
    ["/de-AT/wohnung", "housing", "de"],
    // By an old name that it is near to.
    ["/2026-W47/de/town-halls", "council", "de"],
    // Beside what there is below a topic, too.
    ["/en/housing/some", "overview", "en"],
  ] as const) {
    const response = await worker.fetch(path, { headers: { Accept: "application/json", "Accept-Language": "uk" } });
    assert.equal(response.status, 404, path);
    const { error } = (await response.json()) as { error: { choices: { name: string; href: string }[] } };
    const edition = path.startsWith("/2026-W47") ? "/2026-W47" : "";
    assert.deepEqual(
      error.choices.map(({ href }) => href).sort(),
      ids.map((id) => `${edition}/${language}/${id}`).sort(),
      path,
    );
    for (const { name, href } of error.choices)
      assert.equal(name, titled(href.split("/").at(-1) ?? "", language), path);
    if (nearest !== "overview")
      assert.ok(error.choices[0]?.href.endsWith(`/${nearest}`), `${path}: ${error.choices[0]?.href}`);
  }
});

test("a page that is not there has the header of other pages, in the reader's language", async () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const page = await (await worker.fetch(`/${language}/atlantis`)).text();
    const [navigation = ""] = /<nav[\s\S]*?<\/nav>/.exec(page) ?? [];
    for (const part of [words.page.contents, words.page.archive.title, `href="/${language}/feed"`, 'href="/uk/"'])
      assert.ok(navigation.includes(part), `${language}: ${part}`);
    assert.doesNotMatch(page, />closing</);
    const text = await (await worker.fetch(`/${language}/atlantis.txt`)).text();
    assert.match(text, new RegExp(`\\(/${language}/closing\\)`));
  }
});

test("HEAD of what is not there has the status and no body", async () => {
  const response = await worker.fetch("/en/atlantis", { method: "HEAD" });
  assert.equal(response.status, 404);
  assert.equal(await response.text(), "");
});

test("a fault of ours is a number, not a stack", async () => {
  const [frozen] = (await worker.SHEETS.list({ prefix: "editions/" })).objects;
  await worker.SHEETS.put(frozen?.key ?? "", "{");
  // A sheet that is set only now, from the edition.
  const response = await worker.fetch("/en/council.json?template=overview");
  assert.equal(response.status, 500);
  const { error } = (await response.json()) as { error: { code: string; message: string; id: string } };
  assert.equal(error.code, "fault");
  assert.match(error.message, /our fault.*[0-9a-f-]{36}/);
  assert.doesNotMatch(JSON.stringify(error), /editions\/|R2/);
});
