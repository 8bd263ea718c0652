/**
 * What others embed: the card in a frame of a site that is not ours, and oEmbed, by which such a site learns of it. In: a
 * Worker and a browser. Read back by the browser's own parsers, with hostile titles too.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { FORMATS } from "../../src/formats/formats.ts";
import { visibleText } from "../../src/formats/visible-text.ts";
import { OEMBED, oembedUrlOf } from "../../src/model/address.ts";
import type { Library } from "../../src/model/library.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { openBrowser } from "../support/browser.ts";
import { issueEdition } from "../support/issue.ts";
import { ELSEWHERE, visit } from "../support/site.ts";
import { needTool } from "../support/tools.ts";
import { SITE, startWorker, type TestWorker } from "../support/worker.ts";

const skip = needTool("chromium");
const languages = Object.keys(LANGUAGES);
let worker: TestWorker;
let browser: Browser | undefined;
before(async () => {
  worker = await startWorker();
  if (skip === false) browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await worker.stop();
});

function opened(): Browser {
  if (browser === undefined) throw new Error("no browser");
  return browser;
}

interface Rich {
  readonly [field: string]: string | number;
}

async function ask(url: string, more = ""): Promise<{ status: number; headers: Headers; text: string }> {
  const answer = await worker.fetch(`/${OEMBED}?url=${encodeURIComponent(url)}${more}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function rich(url: string, more = ""): Promise<Rich> {
  const { status, text } = await ask(url, more);
  assert.equal(status, 200, `${url}: ${text}`);
  return JSON.parse(text) as Rich;
}

/** The fields of oEmbed's XML, as a browser's parser reads them; throws where it is not well-formed. */
async function parseXml(xml: string): Promise<Rich> {
  const page = await opened().newPage();
  const fields = await page.evaluate<[string, string][] | string>(`(() => {
    const document = new DOMParser().parseFromString(${JSON.stringify(xml)}, "text/xml");
    if (document.querySelector("parsererror") !== null) return document.documentElement.textContent;
    return [...document.documentElement.children].map(({ tagName, textContent }) => [tagName, textContent]);
  })()`);
  await page.close();
  if (typeof fields === "string") throw new SyntaxError(fields);
  return Object.fromEntries(fields);
}

test("every sheet in every language can be embedded by its address, and its card is there", async () => {
  for (const topic of topicsOf(worker.library)) {
    for (const language of languages) {
      for (const prefix of ["", "/2026-W47"]) {
        const said = await rich(`${SITE}${prefix}/${language}/${topic.id}`);
        assert.equal(said.type, "rich");
        assert.equal(said.version, "1.0");
        assert.ok(String(said.title).length > 2 && Number(said.cache_age) > 0);
        assert.deepEqual([said.thumbnail_width, said.thumbnail_height], [1200, 630]);
        assert.equal(said.thumbnail_url, `${SITE}/2026-W47/${language}/${topic.id}.png`);
        const [, card = ""] = / src="([^"]+)"/.exec(String(said.html)) ?? [];
        assert.equal(card, `${SITE}${prefix}/${language}/${topic.id}/card`);
        const answer = await worker.fetch(card);
        assert.equal(answer.status, 200);
        assert.ok((await answer.text()).includes(`<html lang="${language}"`));
      }
    }
  }
});

test("any address of a briefing will do, whatever hangs on it; any other is refused", async () => {
  const endings = Object.keys(FORMATS).map((ending) => `/de/kyiv.${ending}`);
  const below = ["all", "all.md", "newsletter", "newsletter.txt", "card"].map((page) => `/de/kyiv/${page}`);
  for (const path of [
    "/de/kyiv",
    "/de/kyiv/",
    ...endings,
    ...below,
    "/2026-W47/de/kyiv.pdf",
    "/de/kyiv?utm_source=x&a=%FF#y",
  ]) {
    const pinned = path.startsWith("/2026") ? "/2026-W47" : "";
    assert.match(String((await rich(SITE + path)).html), new RegExp(`src="${SITE}${pinned}/de/kyiv/card"`), path);
  }
  assert.match(String((await rich(`${SITE.replace("http:", "https:")}/de/kyiv`)).html), /\/de\/kyiv\/card/);
  const preferred = await worker.fetch(`/${OEMBED}?url=${SITE}/kyiv.pdf`, { headers: { "Accept-Language": "uk" } });
  assert.match(await preferred.text(), /\/uk\/kyiv\/card/);
  assert.equal(preferred.headers.get("Vary"), "Accept-Language");

  for (const url of [
    `${SITE}/`,
    `${SITE}/de/`,
    `${SITE}/de/atlantis`,
    `${SITE}/de/kyiv.docx`,
    `${SITE}/de/kyiv/feed.atom`,
    `${SITE}/de/kyiv/all/more`,
    `${SITE}/de/changes`,
    `${SITE}/de/newsletter`,
    `${SITE}/editions`,
    `${SITE}/2020-W01/de/kyiv`,
    `${SITE}/2026-W99/de/kyiv`,
    "https://elsewhere.example/de/kyiv",
    `${SITE}.elsewhere.example/de/kyiv`,
    `${SITE.replace("://", "://user@elsewhere.example/")}/de/kyiv`,
    "javascript:alert(1)//de/kyiv",
    "ftp://localhost:8787/de/kyiv",
    "/de/kyiv",
    "kyiv",
    "\u0000",
    "<script>alert(1)</script>",
  ]) {
    const { status, headers, text } = await ask(url);
    assert.equal(status, 404, url);
    assert.equal(headers.get("Content-Type"), "application/json", url);
    assert.equal((JSON.parse(text) as { error: { status: number } }).error.status, 404);
  }
});

test("without an address 400, in an unknown format 501, for impossible pixels 400", async () => {
  const table: readonly (readonly [string, number, RegExp])[] = [
    [`/${OEMBED}`, 400, /url/],
    [`/${OEMBED}?url=`, 400, /url/],
    [`/${OEMBED}?format=yaml&url=${SITE}/de/kyiv`, 501, /json[\s\S]*xml/],
    [`/${OEMBED}?format=&url=${SITE}/de/kyiv`, 501, /json[\s\S]*xml/],
    [`/${OEMBED}?maxwidth=wide&url=${SITE}/de/kyiv`, 400, /maxwidth/],
    [`/${OEMBED}?maxheight=-1&url=${SITE}/de/kyiv`, 400, /maxheight/],
    [`/${OEMBED}?maxwidth=0&url=${SITE}/de/kyiv`, 400, /maxwidth/],
  ];
  for (const [path, status, says] of table) {
    const answer = await worker.fetch(path, { headers: { "Accept-Language": "en" } });
    assert.equal(answer.status, status, path);
    assert.match(await answer.text(), says, path);
  }
});

test("no frame and no picture is larger than there is room for", async () => {
  for (const [width, height] of [
    [320, 200],
    [320, 9000],
    [599, 440],
    [600, 600],
    [700, 300],
    [1300, 700],
    [1, 1],
  ] as const) {
    const said = await rich(`${SITE}/en/territory`, `&maxwidth=${width}&maxheight=${height}`);
    assert.ok(Number(said.width) <= width && Number(said.height) <= height);
    assert.match(String(said.html), new RegExp(` width="${said.width}" height="${said.height}" `));
    assert.equal("thumbnail_url" in said, width >= 1200 && height >= 630);
  }
});

test("the answer can be asked for again, in part, and only its head", async () => {
  const path = `/${OEMBED}?url=${SITE}/2026-W47/de/kyiv&format=xml&utm_source=x`;
  const whole = await worker.fetch(path);
  const text = await whole.text();
  const tag = whole.headers.get("ETag") ?? "";
  assert.equal(whole.headers.get("Content-Type"), "text/xml; charset=utf-8");
  assert.match(whole.headers.get("Cache-Control") ?? "", /max-age=86400/);
  assert.equal((await worker.fetch(path, { headers: { "If-None-Match": tag } })).status, 304);
  const head = await worker.fetch(path, { method: "HEAD" });
  assert.equal(head.headers.get("Content-Length"), String(Buffer.byteLength(text)));
  const part = await worker.fetch(path, { headers: { Range: "bytes=0-4" } });
  assert.equal(await part.text(), "<?xml");
});

test("XML says what JSON says", { skip }, async () => {
  for (const language of languages) {
    const url = `${SITE}/${language}/security-guarantees`;
    const json = await rich(url);
    const xml = await parseXml((await ask(url, "&format=xml")).text);
    assert.deepEqual(xml, Object.fromEntries(Object.entries(json).map(([name, value]) => [name, `${value}`])));
  }
});

test("a sheet's head leads to both, for this very edition", async () => {
  for (const path of ["/de/kyiv", "/2026-W47/uk/ceasefire"]) {
    const page = await (await worker.fetch(path)).text();
    const pinned = `${SITE}/2026-W47${path.replace("/2026-W47", "")}`;
    for (const [format, type] of [
      ["json", "application/json"],
      ["xml", "text/xml"],
    ] as const) {
      const [, href = ""] = new RegExp(`<link rel="alternate" type="${type}\\+oembed" href="([^"]+)"`).exec(page) ?? [];
      const address = href.replaceAll("&amp;", "&");
      assert.equal(address, oembedUrlOf(SITE, pinned, format));
      const answer = await worker.fetch(address);
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get("Content-Type") ?? "", new RegExp(`^${type}`));
      assert.ok((await answer.text()).includes(`${pinned}/card`));
    }
  }
  assert.doesNotMatch(await (await worker.fetch("/de/kyiv/all")).text(), /\+oembed/);
});

test("a hostile title is text: in JSON, in XML and in the frame", { skip }, async () => {
  const title = `"><script>alert(1)</script>]]>&amp;'\u0007\u202e\ud800\uffff<!--`;
  const hostile: Library = {
    ...worker.library,
    issues: worker.library.issues.map((issue) =>
      issue.id === "territory" ? { ...issue, title: { de: title, en: title, uk: title } } : issue,
    ),
  };
  const other = await startWorker();
  try {
    await issueEdition(other, { id: "2026-W48", issued: "2026-11-26T05:00:00.000Z", library: hostile });
    const url = `${SITE}/de/territory`;
    const [json, xml] = await Promise.all(
      ["json", "xml"].map(async (format) => {
        const path = oembedUrlOf("", url, format as "json" | "xml");
        return await (await other.fetch(path)).text();
      }),
    );
    const said = JSON.parse(json ?? "") as Rich;
    assert.equal(said.title, visibleText(title));
    const read = await parseXml(xml ?? "");
    // What XML may not hold at all is shown to be missing.
    assert.equal(read.title, visibleText(title).replaceAll("\uffff", "\ufffd"));
    const page = await opened().newPage();
    await page.setContent(String(said.html));
    const found = await page.evaluate<{ frames: number; all: number; title: string }>(`({
      frames: document.querySelectorAll("body > iframe").length,
      all: document.querySelectorAll("body *").length,
      title: document.querySelector("iframe").title,
    })`);
    assert.deepEqual(found, { frames: 1, all: 1, title: `Einblatt: ${visibleText(title)}` });
    await page.close();
    const { page: card, complaints } = await visit(opened(), other, "/de/territory/card");
    assert.equal(await card.evaluate("document.querySelector('h1').textContent"), visibleText(title));
    assert.deepEqual(complaints, []);
    await card.close();
  } finally {
    await other.stop();
  }
});

test("a card may be framed by anyone, and nothing else of ours", { skip }, async () => {
  const others = ["/de/kyiv", "/de/kyiv/newsletter", "/de/newsletter.html", "/de/", "/2026-W47/de/kyiv.txt"];
  const frames = ["/de/kyiv/card", "/2026-W47/de/kyiv/card", ...others].map(
    (path) => `<iframe src="${SITE}${path}"></iframe>`,
  );
  const { page } = await visit(opened(), worker, `${ELSEWHERE}/`, { elsewhere: frames.join("") });
  const shown = await Promise.all(
    page
      .frames()
      .slice(1)
      .map(async (frame) => ({
        url: frame.url(),
        title: await frame.evaluate<string>("document.querySelector('h1')?.textContent ?? ''").catch(() => ""),
      })),
  );
  assert.deepEqual(
    shown.filter(({ title }) => title === "Kyjiw").map(({ url }) => url),
    [`${SITE}/de/kyiv/card`, `${SITE}/2026-W47/de/kyiv/card`],
  );
  await page.close();
});

test("a link in a card opens beside the site that embeds it", { skip }, async () => {
  const elsewhere = `<iframe width="600" height="440" src="${SITE}/2026-W47/en/territory/card"></iframe>`;
  const { page } = await visit(opened(), worker, `${ELSEWHERE}/`, { elsewhere });
  const frame = page.frames()[1];
  assert.ok(frame !== undefined);
  const opening = page.context().waitForEvent("page");
  await frame.click("h1 a");
  assert.equal((await opening).url(), `${SITE}/2026-W47/en/territory`);
  assert.equal(page.url(), `${ELSEWHERE}/`);
  await page.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every card fits the frame that is offered for it, ${colorScheme}, and asks for nothing`, { skip }, async () => {
    const { page, complaints } = await visit(opened(), worker, "/de/kyiv/card", { colorScheme });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const topic of topicsOf(worker.library)) {
      for (const language of languages) {
        const url = `${SITE}/${language}/${topic.id}`;
        for (const width of [320, 480, 600, 700]) {
          const said = await rich(url, `&maxwidth=${width}`);
          await page.setViewportSize({ width, height: Number(said.height) });
          await page.goto(`${url}/card`);
          const needed = await page.evaluate<{ width: number; height: number }>(
            `({ width: document.documentElement.scrollWidth, height: document.body.scrollHeight })`,
          );
          assert.ok(needed.width <= width, `${url} is ${needed.width} wide at ${width}`);
          assert.ok(needed.height <= Number(said.height), `${url} is ${needed.height} high at ${width}`);
        }
      }
    }
    assert.deepEqual(complaints, []);
    assert.deepEqual(
      asked.filter((url) => !url.endsWith("/card")),
      [],
    );
    await page.context().close();
  });
}
