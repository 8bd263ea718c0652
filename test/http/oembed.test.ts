/**
 * oEmbed, by which other sites learn of the card that they may show in a frame: for which addresses it answers, in what
 * sizes, and what it refuses. The card in a frame is for `test/browser/embed.deep.test.ts`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FORMATS } from "../../src/formats/formats.ts";
import { OEMBED, oembedUrlOf } from "../../src/model/address.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { SITE } from "../support/edition-facts.ts";
import { askOembed, richOembed } from "../support/oembed.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

test("every sheet can be embedded by its address, in one language or another, and its card is there", async () => {
  for (const [i, topic] of topicsOf(worker.library).entries()) {
    for (const [j, prefix] of ["", "/2026-W47"].entries()) {
      const language = languages[(i + j) % languages.length] ?? "";
      const said = await richOembed(worker, `${SITE}${prefix}/${language}/${topic.id}`);
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
});

test("any address of a briefing will do, whatever hangs on it; any other is refused", async () => {
  const endings = Object.keys(FORMATS).map((ending) => `/de/council.${ending}`);
  const below = ["all", "all.md", "newsletter", "newsletter.txt", "card"].map((page) => `/de/council/${page}`);
  for (const path of [
    "/de/council",
    "/de/council/",
    ...endings,
    ...below,
    "/2026-W47/de/council.pdf",
    "/de/council?utm_source=x&a=%FF#y",
  ]) {
    const pinned = path.startsWith("/2026") ? "/2026-W47" : "";
    assert.match(
      String((await richOembed(worker, SITE + path)).html),
      new RegExp(`src="${SITE}${pinned}/de/council/card"`),
      path,
    );
  }
  assert.match(
    String((await richOembed(worker, `${SITE.replace("http:", "https:")}/de/council`)).html),
    /\/de\/council\/card/,
  );
  const preferred = await worker.fetch(`/${OEMBED}?url=${SITE}/council.pdf`, { headers: { "Accept-Language": "uk" } });
  assert.match(await preferred.text(), /\/uk\/council\/card/);
  assert.equal(preferred.headers.get("Vary"), "Accept-Language");

  for (const url of [
    `${SITE}/`,
    `${SITE}/de/`,
    `${SITE}/de/atlantis`,
    `${SITE}/de/council.docx`,
    `${SITE}/de/council/feed.atom`,
    `${SITE}/de/council/all/more`,
    `${SITE}/de/changes`,
    `${SITE}/de/newsletter`,
    `${SITE}/editions`,
    `${SITE}/2020-W01/de/council`,
    `${SITE}/2026-W99/de/council`,
    "https://elsewhere.example/de/council",
    `${SITE}.elsewhere.example/de/council`,
    `${SITE.replace("://", "://user@elsewhere.example/")}/de/council`,
    "javascript:alert(1)//de/council",
    "ftp://localhost:8787/de/council",
    "/de/council",
    "council",
    "\u0000",
    "<script>alert(1)</script>",
  ]) {
    const { status, headers, text } = await askOembed(worker, url);
    assert.equal(status, 404, url);
    assert.equal(headers.get("Content-Type"), "application/json", url);
    assert.equal((JSON.parse(text) as { error: { status: number } }).error.status, 404);
  }
});

test("without an address 400, in an unknown format 501, for impossible pixels 400", async () => {
  const table: readonly (readonly [string, number, RegExp])[] = [
    [`/${OEMBED}`, 400, /url/],
    [`/${OEMBED}?url=`, 400, /url/],
    [`/${OEMBED}?format=yaml&url=${SITE}/de/council`, 501, /json[\s\S]*xml/],
    [`/${OEMBED}?format=&url=${SITE}/de/council`, 501, /json[\s\S]*xml/],
    [`/${OEMBED}?maxwidth=wide&url=${SITE}/de/council`, 400, /maxwidth/],
    [`/${OEMBED}?maxheight=-1&url=${SITE}/de/council`, 400, /maxheight/],
    [`/${OEMBED}?maxwidth=0&url=${SITE}/de/council`, 400, /maxwidth/],
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
    const said = await richOembed(worker, `${SITE}/en/housing`, `&maxwidth=${width}&maxheight=${height}`);
    assert.ok(Number(said.width) <= width && Number(said.height) <= height);
    assert.match(String(said.html), new RegExp(` width="${said.width}" height="${said.height}" `));
    assert.equal("thumbnail_url" in said, width >= 1200 && height >= 630);
  }
});

test("the answer can be asked for again, in part, and only its head", async () => {
  const path = `/${OEMBED}?url=${SITE}/2026-W47/de/council&format=xml&utm_source=x`;
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

test("a sheet's head leads to both, for this very edition", async () => {
  for (const path of ["/de/council", "/2026-W47/uk/closing"]) {
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
  assert.doesNotMatch(await (await worker.fetch("/de/council/all")).text(), /\+oembed/);
});
