/**
 * The PDF is read aloud as the web page is: the same headings, paragraphs, labels, cells and figures with the same words in
 * the same order, as pdf.js finds them in the tags and Chromium in the elements: the sheets on A4 that readers get who ask
 * for nothing special.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Browser } from "playwright-core";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Briefing, Section } from "../../src/model/briefing.ts";
import type { Page } from "../../src/model/page.ts";
import { openBrowser } from "../support/browser.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { heardInHtml, heardInPdf } from "../support/heard.ts";
import { scanned } from "../support/scan.ts";
import { nameOf, ownSheetsOf, pageOf, sheetNamed } from "../support/sheets.ts";
import { needTool } from "../support/tools.ts";

const skip = needTool("chromium");
let launched: Promise<Browser> | undefined;
const browser = (): Promise<Browser> => {
  launched ??= openBrowser();
  return launched;
};
after(async () => (await launched)?.close());

const sheets = ownSheetsOf(HARBOUR).filter(({ paper }) => paper === "a4");

test(`${sheets.length} sheets are heard from the PDF as from the web page`, { skip, timeout: 600_000 }, async () => {
  const page = await (await browser()).newPage();
  const kinds = new Set<string>();
  for (const sheet of sheets) {
    const placed = pageOf(editionOf(HARBOUR), sheet);
    await page.setContent(writeHtml(placed.briefing));
    const inHtml = await heardInHtml(page);
    assert.deepEqual(await heardInPdf(writePdf(placed)), inHtml, nameOf(sheet));
    for (const piece of inHtml) kinds.add(piece.split(" ", 1)[0] ?? "");
  }
  // Something of everything was heard, and nothing outside of it.
  assert.deepEqual([...kinds].sort(), ["caption", "figure", "h1", "h2", "label", "p", "td", "th"]);
  await page.close();
});

const BROKEN: Readonly<Record<string, (page: Page) => Page>> = {
  "two sections change places": (page) => withSections(page, ([first, ...rest]) => [...rest, first as Section]),
  "two paragraphs change places": (page) =>
    withSections(page, (sections) => sections.map((section) => ({ ...section, parts: section.parts.toReversed() }))),
  "a line is missing": (page) => {
    const line = page.items.findLast(({ owner }) => owner?.kind === "paragraph");
    return { ...page, items: page.items.filter((item) => item !== line) };
  },
  "a heading is of another level": (page) =>
    withSections(page, (sections) => JSON.parse(JSON.stringify(sections).replace('"level":2', '"level":3'))),
  "a figure says something else": (page) =>
    withSections(page, (sections) => JSON.parse(JSON.stringify(sections).replace('"alt":"', '"alt":"x'))),
};

test("order, words, levels and alternative texts are all noticed", { skip }, async () => {
  const placed = pageOf(editionOf(HARBOUR), sheetNamed(HARBOUR, "closing/positions/de/a4"));
  const page = await (await browser()).newPage();
  await page.setContent(writeHtml(placed.briefing));
  const sound = await heardInHtml(page);
  assert.deepEqual(await heardInPdf(writePdf(placed)), sound);
  for (const [defect, spoil] of Object.entries(BROKEN)) {
    const spoilt = spoil(placed);
    if (spoilt.briefing === placed.briefing) assert.notDeepEqual(await heardInPdf(writePdf(spoilt)), sound, defect);
    else {
      await page.setContent(writeHtml(spoilt.briefing));
      assert.notDeepEqual(await heardInHtml(page), sound, defect);
    }
  }
  await page.close();
});

function withSections(page: Page, change: (sections: Briefing["sections"]) => readonly Section[]): Page {
  return { ...page, briefing: { ...page.briefing, sections: change(page.briefing.sections) } };
}

test("a scanner reads the code of every web page, even in the dark", {
  skip: skip || needTool("zbarimg"),
}, async () => {
  const page = await (await browser()).newPage({ colorScheme: "dark", deviceScaleFactor: 2 });
  for (const sheet of sheets.filter(({ paper, language }) => paper === "a4" && language === "de")) {
    const { briefing } = pageOf(editionOf(HARBOUR), sheet);
    await page.setContent(writeHtml(briefing));
    const code = page.locator(".code svg");
    assert.equal(scanned(await code.screenshot()), briefing.links.newest, nameOf(sheet));
    assert.ok((await code.getAttribute("aria-label"))?.endsWith(` ${briefing.links.newest}`), nameOf(sheet));
  }
  await page.close();
});
