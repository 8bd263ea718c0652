/** Every address that exists answers, looped from the tables: a new topic, language or format is tried unasked. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FORMATS, WORD_FORMATS } from "../../src/formats/formats.ts";
import { WEB_FACES } from "../../src/formats/html/web-faces.ts";
import { PAPERS } from "../../src/model/template.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LETTERS } from "../../src/render/variant.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { templatesFor } from "../../templates/templates.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

/** The answer, after making sure of what holds for all that are not refused. */
async function answer(path: string, contentType: string): Promise<Response> {
  const response = await worker.fetch(path);
  assert.equal(response.status, 200, `${path}: ${response.status}`);
  assert.equal(response.headers.get("Content-Type"), contentType, path);
  assert.match(response.headers.get("ETag") ?? "", /^"[0-9a-f]{64}"$/, path);
  assert.equal(response.headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600", path);
  return response;
}

test("each topic in each language, format, template and paper", async () => {
  for (const topic of topicsOf(worker.library)) {
    for (const language of Object.keys(LANGUAGES)) {
      for (const { ending, contentType } of Object.values(FORMATS)) {
        const response = await answer(`/${language}/${topic.id}.${ending}`, contentType);
        assert.equal(response.headers.get("Content-Language"), language);
        assert.ok((await response.arrayBuffer()).byteLength > 500);
      }
    }
    for (const template of templatesFor(topic.kind)) {
      for (const paper of Object.keys(PAPERS)) {
        const path = `/en/${topic.id}.pdf?template=${template.id}&paper=${paper}`;
        assert.equal(
          new TextDecoder().decode((await (await answer(path, "application/pdf")).arrayBuffer()).slice(0, 5)),
          "%PDF-",
        );
      }
    }
  }
});

test("everything on a topic, in the formats that need no paper", async () => {
  for (const topic of topicsOf(worker.library)) {
    for (const [ending, { contentType }] of Object.entries(WORD_FORMATS)) {
      await (await answer(`/de/${topic.id}/all.${ending}`, contentType)).arrayBuffer();
    }
    assert.equal(await textOf(`/de/${topic.id}/all`), await textOf(`/de/${topic.id}/all.html`));
  }
});

test("the newsletter kit of the edition and of each topic, as a page and as blocks, and each topic's card", async () => {
  const page = "text/html; charset=utf-8";
  for (const language of Object.keys(LANGUAGES)) {
    for (const topic of [null, ...topicsOf(worker.library)]) {
      const path = `/${language}${topic === null ? "" : `/${topic.id}`}/newsletter`;
      const kit = await (await answer(path, page)).text();
      for (const ending of LETTERS) {
        const { contentType } = FORMATS[ending];
        const response = await answer(`${path}.${ending}`, contentType);
        assert.equal(response.headers.get("Content-Location"), `http://localhost:8787/2026-W47${path}.${ending}`);
        const block = await response.text();
        assert.equal(await textOf(`/2026-W47${path}.${ending}`), block);
        assert.match(kit, new RegExp(`href="[./]+${path}\\.${ending}"`));
        const saved = await worker.fetch(`${path}.${ending}?dl=1`);
        assert.match(
          saved.headers.get("Content-Disposition") ?? "",
          /^attachment; filename="einblatt-[a-z-]*newsletter-/,
        );
        await saved.arrayBuffer();
      }
      if (topic !== null)
        assert.match(await (await answer(`/${language}/${topic.id}/card`, page)).text(), /<base target/);
    }
  }
  const markdown = await worker.fetch("/de/newsletter", { headers: { Accept: "text/markdown" } });
  assert.equal(await markdown.text(), await textOf("/de/newsletter.md"));
});

test("the contents name every topic, and every link on it leads somewhere", async () => {
  for (const language of Object.keys(LANGUAGES)) {
    const page = await (await answer(`/${language}/`, "text/html; charset=utf-8")).text();
    const links = [...page.matchAll(/ href="([^"#]+)"/g)].map(
      ([, href = ""]) => new URL(href, `http://localhost:8787/${language}/`),
    );
    for (const topic of topicsOf(worker.library)) {
      assert.ok(
        links.some(({ pathname }) => pathname === `/${language}/${topic.id}`),
        `${language}: ${topic.id}`,
      );
    }
    for (const { href, origin, pathname } of links) {
      if (origin !== "http://localhost:8787") continue;
      const response = await worker.fetch(href, { method: "HEAD" });
      assert.equal(response.status, 200, pathname);
    }
  }
});

test("the edition in front pins the same files, and the same pages but for the word that they are pinned", async () => {
  for (const path of [
    "/uk/ceasefire.pdf",
    "/en/overview.json",
    "/de/kyiv/all.md",
    "/de/moscow.txt?template=overview",
  ]) {
    assert.deepEqual(await bytesOf(`/2026-W47${path}`), await bytesOf(path), path);
  }
  for (const path of ["/de/", "/en/kyiv", "/uk/ceasefire/all"]) {
    const pinned = await textOf(`/2026-W47${path}`);
    assert.match(pinned, /<aside class="standing"/, path);
    assert.equal(pinned.replace(/<aside class="standing"[\s\S]*?<\/aside>\n/, ""), await textOf(path), path);
  }
});

test("addresses without a language lead to the reader's, the query untouched", async () => {
  const query = "?utm_source=brief&x=%E4%F6&x=2&empty";
  const table: readonly [path: string, language: string | null, location: string][] = [
    ["/", null, "/de/"],
    ["/", "uk", "/uk/"],
    ["/", "fr-FR,fr;q=0.9,en;q=0.3", "/en/"],
    ["/", "ja", "/de/"],
    ["/de", "en", "/de/"],
    ["/kyiv", "en-GB", "/en/kyiv"],
    ["/kyiv.pdf", "uk-UA", "/uk/kyiv.pdf"],
    ["/ceasefire.json", null, "/de/ceasefire.json"],
    ["/de/kyiv/", "en", "/de/kyiv"],
    ["/2026-W47", "en", "/2026-W47/en/"],
    ["/2026-W47/", "en", "/2026-W47/en/"],
    ["/2026-W47/kyiv.md", "en", "/2026-W47/en/kyiv.md"],
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
    assert.equal(response.status, 302, path);
    assert.equal(response.headers.get("Location"), location + query, path);
    const named = /^(\/2026-W47)?\/(de|en|uk)(\/|$)/.test(path);
    assert.equal(response.headers.get("Vary"), named ? null : "Accept-Language", path);
  }
});

test("parameters nobody knows change nothing", async () => {
  const plain = await worker.fetch("/de/kyiv.pdf");
  const tracked = await worker.fetch(`/de/kyiv.pdf?utm_campaign=x&fbclid=${"y".repeat(2000)}`);
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

test("before the first edition, pages say so and health is not well", async () => {
  const empty = await startWorker({ seeded: false });
  try {
    const page = await empty.fetch("/en/kyiv");
    assert.equal(page.status, 503);
    assert.match(await page.text(), /No edition has been published yet/);
    assert.equal((await empty.fetch("/health")).status, 503);
  } finally {
    await empty.stop();
  }
});

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await worker.fetch(path)).arrayBuffer());
}

async function textOf(path: string): Promise<string> {
  return await (await worker.fetch(path)).text();
}
