/**
 * The blocks of the newsletter kit as a mail program might show them: in Chromium at 320 and 600 pixels, with and without
 * pictures, light, for readers who prefer dark, and with the dark mode that a program forces on every mail. All words
 * are there, nothing runs out at the side, and what is drawn has contrast.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { wordsOf } from "../support/format-words.ts";
import { type AboutKit, ALL_KITS, kitOf } from "../support/kit.ts";
import { browserFor, closeMailBrowsers, MODES, type Mode, showMail } from "../support/mail.ts";
import { linesSeen } from "../support/seen.ts";
import { visit } from "../support/site.ts";
import { needTool } from "../support/tools.ts";
import { startWorker } from "../support/worker.ts";

const skip = needTool("chromium");

const WIDTHS = [320, 600] as const;

after(closeMailBrowsers);

/** Thirteen has no factor in common with the number of topics or languages. */
const some = ALL_KITS.filter((_, i) => i % 13 === 0);

for (const mode of Object.keys(MODES) as Mode[]) {
  for (const width of WIDTHS) {
    for (const pictures of [true, false]) {
      const name = `${mode}, ${width} pixels, ${pictures ? "with" : "without"} pictures`;
      test(`${name}: every word is seen, nothing runs out`, { skip, timeout: 600_000 }, async () => {
        const judge = await (await browserFor("light")).newPage();
        for (const about of some) {
          const page = await showMail(about, mode, width, pictures);
          const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
          assert.ok(wide <= width, `${about.name} is ${wide} wide`);
          const words = await page.evaluate<string>("document.body.innerText");
          assert.deepEqual(words.split(/\s+/).filter(Boolean), wordsOf(kitOf(about).letter), about.name);
          const lines = await linesSeen(page, judge);
          assert.ok(lines.length > 20);
          assert.deepEqual(
            lines.filter(({ contrast }) => contrast < 4.5),
            [],
            about.name,
          );
          const { height, alt } = await page.evaluate<{ height: number; alt: string }>(
            `(({ height, alt }) => ({ height, alt }))(document.images[0])`,
          );
          assert.ok(height > 100 && alt.length > 10, "the picture has its place, and words for it");
          await page.close();
        }
        await judge.close();
      });
    }
  }
}

test("forced darkness is forced, and a pale word and a wide picture would be seen", { skip }, async () => {
  const [about] = some as [AboutKit];
  const judge = await (await browserFor("light")).newPage();
  for (const [mode, dark] of [
    ["forced dark", true],
    ["light", false],
  ] as const) {
    const page = await showMail(about, mode, 600, false);
    const [red = 128] = await cornerOf(page, judge);
    assert.equal(red < 60, dark, `${mode}: the ground is ${red}`);
    await page.close();
  }
  const page = await showMail(about, "light", 600, false);
  await page.evaluate(`document.querySelector("h2 a").style.color = "#aaaaaa"`);
  const pale = (await linesSeen(page, judge)).filter(({ contrast }) => contrast < 4.5);
  assert.deepEqual([...new Set(pale.map(({ text }) => text))], [kitOf(about).letter.title]);
  await page.evaluate(`document.querySelector("p").innerHTML = "<img width=900 height=9>"`);
  assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) > 600);
  await page.close();
});

/** Red, green and blue of a pixel at the corner, where nothing is drawn. */
async function cornerOf(page: Page, judge: Page): Promise<readonly number[]> {
  const picture = (await page.screenshot({ clip: { x: 0, y: 0, width: 2, height: 2 } })).toString("base64");
  return await judge.evaluate<number[]>(`(async () => {
    const bytes = Uint8Array.from(atob("${picture}"), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(2, 2).getContext("2d");
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data];
  })()`);
}

test("on its page a block is seen as in a mail, and copied without a script", { skip }, async () => {
  const worker = await startWorker();
  try {
    for (const path of ["/de/newsletter", "/2026-W47/uk/council/newsletter"]) {
      const { page, complaints } = await visit(await browserFor("light"), worker, path, {
        viewport: { width: 360, height: 800 },
      });
      assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= 360, path);
      const [, frame] = page.frames();
      const block = await (await worker.fetch(`${path}.html`)).text();
      assert.equal(frame?.url(), `http://localhost:8787${path}.html`);
      assert.ok((await page.content()).includes('sandbox=""'));
      const styled = await frame?.evaluate<string>(`getComputedStyle(document.querySelector("h2")).fontSize`);
      assert.equal(styled, "28px", "the policy of a block lets its elements have their styles");
      for (const [ending, text] of [
        ["html", block],
        ["md", await (await worker.fetch(`${path}.md`)).text()],
        ["txt", await (await worker.fetch(`${path}.txt`)).text()],
      ] as const) {
        await page.click(`#copy-${ending}`);
        await page.keyboard.press("Control+A");
        const copied = await page.evaluate<string>(`(({ value, selectionStart, selectionEnd }) =>
          value.slice(selectionStart, selectionEnd))(document.activeElement)`);
        assert.equal(copied, text, `${path}.${ending}`);
      }
      // The preview card is pressed and not made when asked for; here nothing is pressed.
      const missing = /Failed to load resource.*404/;
      assert.deepEqual(
        complaints.filter((complaint) => !missing.test(complaint)),
        [],
      );
      await page.context().close();
    }
  } finally {
    await worker.stop();
  }
});
