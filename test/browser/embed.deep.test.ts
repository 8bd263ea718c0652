/**
 * What others embed: the card in a frame of a site that is not ours, as a browser shows it, and oEmbed as a browser's own
 * parsers read it, with hostile titles too. In: a Worker and a browser.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { visibleText } from "../../src/formats/visible-text.ts";
import { oembedUrlOf } from "../../src/model/address.ts";
import type { Library } from "../../src/model/library.ts";
import { longTitle } from "../../src/model/long-title.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { openBrowser } from "../support/browser.ts";
import { SITE } from "../support/edition-facts.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { issueEdition } from "../support/issue.ts";
import { askOembed, type Rich, richOembed } from "../support/oembed.ts";
import { ELSEWHERE, visit } from "../support/site.ts";
import { needTool } from "../support/tools.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

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

test("XML says what JSON says", { skip }, async () => {
  for (const language of languages) {
    const url = `${SITE}/${language}/ferry`;
    const json = await richOembed(worker, url);
    const xml = await parseXml((await askOembed(worker, url, "&format=xml")).text);
    assert.deepEqual(xml, Object.fromEntries(Object.entries(json).map(([name, value]) => [name, `${value}`])));
  }
});

test("a card may be framed by anyone, and nothing else of ours", { skip }, async () => {
  const others = ["/de/council", "/de/council/newsletter", "/de/newsletter.html", "/de/", "/2026-W47/de/council.txt"];
  const frames = ["/de/council/card", "/2026-W47/de/council/card", ...others].map(
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
    shown.filter(({ title }) => title === HARBOUR.actors[0]?.name.de).map(({ url }) => url),
    [`${SITE}/de/council/card`, `${SITE}/2026-W47/de/council/card`],
  );
  await page.close();
});

test("a link in a card opens beside the site that embeds it", { skip }, async () => {
  const elsewhere = `<iframe width="600" height="440" src="${SITE}/2026-W47/en/housing/card"></iframe>`;
  const { page } = await visit(opened(), worker, `${ELSEWHERE}/`, { elsewhere });
  const frame = page.frames()[1];
  assert.ok(frame !== undefined);
  const opening = page.context().waitForEvent("page");
  await frame.click("h1 a");
  assert.equal((await opening).url(), `${SITE}/2026-W47/en/housing`);
  assert.equal(page.url(), `${ELSEWHERE}/`);
  await page.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every card fits the frame that is offered for it, ${colorScheme}, and asks for nothing`, { skip }, async () => {
    const { page, complaints } = await visit(opened(), worker, "/de/council/card", { colorScheme });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const [i, topic] of topicsOf(worker.library).entries()) {
      for (const [j, language] of languages.entries()) {
        // Only colours are others in the dark, so each card in one language will do.
        if (colorScheme === "dark" && i % languages.length !== j) continue;
        const url = `${SITE}/${language}/${topic.id}`;
        await page.goto(`${url}/card`);
        for (const width of [320, 480, 600, 700]) {
          const said = await richOembed(worker, url, `&maxwidth=${width}`);
          await page.setViewportSize({ width, height: Number(said.height) });
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

// An edition with a title that is hostile is the newest from here on.
test("a hostile title is text: in JSON, in XML and in the frame", { skip }, async () => {
  const title = `"><script>alert(1)</script>]]>&amp;'\u0007\u202e\ud800\uffff<!--`;
  const hostile: Library = {
    ...worker.library,
    issues: worker.library.issues.map((issue) =>
      issue.id === "housing" ? { ...issue, title: { de: title, en: title, uk: title } } : issue,
    ),
  };
  await issueEdition(worker, { id: "2026-W48", issued: "2026-11-26T05:00:00.000Z", library: hostile });
  const url = `${SITE}/de/housing`;
  const [json, xml] = await Promise.all(
    ["json", "xml"].map(async (format) => {
      const path = oembedUrlOf("", url, format as "json" | "xml");
      return await (await worker.fetch(path)).text();
    }),
  );
  const said = JSON.parse(json ?? "") as Rich;
  const long = visibleText(longTitle(title, HARBOUR.subject.title.de ?? ""));
  assert.equal(said.title, long);
  const read = await parseXml(xml ?? "");
  // What XML may not hold at all is shown to be missing.
  assert.equal(read.title, long.replaceAll("\uffff", "\ufffd"));
  const page = await opened().newPage();
  await page.setContent(String(said.html));
  const found = await page.evaluate<{ frames: number; all: number; title: string }>(`({
      frames: document.querySelectorAll("body > iframe").length,
      all: document.querySelectorAll("body *").length,
      title: document.querySelector("iframe").title,
    })`);
  assert.deepEqual(found, { frames: 1, all: 1, title: `Einblatt: ${visibleText(title)}` });
  await page.close();
  const { page: card, complaints } = await visit(opened(), worker, "/de/housing/card");
  assert.equal(await card.evaluate("document.querySelector('h1').textContent"), visibleText(title));
  assert.deepEqual(complaints, []);
  await card.close();
});
