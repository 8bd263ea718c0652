/**
 * What only a browser can tell of headers and markup: that a site which is isolated from all others may show our card,
 * that a table is one where its rows are set as cards, and that the icons are pictures. In: a Worker and Chromium.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { ICONS } from "../../src/pages/icons.ts";
import { openBrowser } from "../support/browser.ts";
import { SITE } from "../support/edition-facts.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { ELSEWHERE, visit } from "../support/site.ts";
import { needTool } from "../support/tools.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const skip = needTool("chromium");
let worker: TestWorker;
let browser: Browser;
before(async () => {
  if (skip !== false) return;
  worker = await startWorker();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await worker?.stop();
});

for (const embedder of [null, "require-corp", "credentialless"]) {
  test(`the card is framed, and no other page of ours, by a site with ${embedder ?? "no policy of isolation"}`, {
    skip,
  }, async () => {
    const paths = ["/de/council/card", "/2026-W47/en/council/card", "/de/council", "/de/", "/de/newsletter.html"];
    const elsewhere = paths.map((path) => `<iframe src="${SITE}${path}"></iframe>`).join("");
    const isolated = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": `${embedder}` };
    const policies = embedder === null ? {} : isolated;
    const { page } = await visit(browser, worker, `${ELSEWHERE}/`, { elsewhere, policies });
    const title = "document.querySelector('h1')?.textContent ?? ''";
    // What is blocked has an address of the browser's own.
    const ours = page.frames().filter((frame) => frame.url().startsWith(SITE));
    const shown = await Promise.all(
      ours.map(async (frame) => [new URL(frame.url()).pathname, await frame.evaluate<string>(title).catch(() => "")]),
    );
    assert.deepEqual(shown, [
      ["/de/council/card", HARBOUR.actors[0]?.name.de],
      ["/2026-W47/en/council/card", HARBOUR.actors[0]?.name.en],
    ]);
    assert.equal(await page.evaluate("crossOriginIsolated"), embedder !== null);
    await page.context().close();
  });
}

interface Node {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}
const PIECES: ReadonlySet<string> = new Set(["table", "row", "columnheader", "rowheader", "cell"]);

/** Every piece of every table as a screen reader gets it, in order. */
async function tablesHeard(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { readonly nodes: readonly Node[] };
  return nodes.flatMap(({ ignored, role, name }) =>
    !ignored && PIECES.has(role?.value ?? "") ? [`${role?.value} ${name?.value ?? ""}`] : [],
  );
}

test("a table whose rows are set as cards is heard as the table that it is on a desk", { skip }, async () => {
  const { page } = await visit(browser, worker, "/de/overview", { viewport: { width: 1280, height: 900 } });
  const wide = await tablesHeard(page);
  const { actors, issues } = HARBOUR;
  const count = (role: string): number => wide.filter((piece) => piece.startsWith(`${role} `)).length;
  assert.deepEqual(
    [count("table"), count("row"), count("rowheader"), count("cell")],
    [1, issues.length + 1, issues.length, issues.length * actors.length],
  );
  await page.setViewportSize({ width: 360, height: 800 });
  assert.equal(await page.evaluate("getComputedStyle(document.querySelector('tbody tr')).display"), "block");
  assert.deepEqual(await tablesHeard(page), wide);
  await page.context().close();
});

test("each icon is a picture, and pages may show it", { skip }, async () => {
  const { page, complaints } = await visit(browser, worker, "/de/");
  const linked = await page.evaluate<string[]>(
    "[...document.querySelectorAll('link[rel~=icon],link[rel=apple-touch-icon]')].map(({ href }) => new URL(href).pathname)",
  );
  assert.deepEqual(
    linked,
    ICONS.map(({ path }) => path),
  );
  for (const path of linked) {
    // Playwright lets nobody have what is called exactly so.
    const width = await page.evaluate<number>(
      `(async () => { const image = new Image(); image.src = ${JSON.stringify(`${path}?asked`)}; await image.decode(); return image.naturalWidth; })()`,
    );
    assert.ok(width >= 48, `${path} is ${width} wide`);
  }
  assert.deepEqual(complaints, []);
  await page.context().close();
});
