/**
 * A sheet and the contents in a real browser, on a phone and on a desk: nothing is refused or runs out, axe finds nothing,
 * the sheet prints on one page and its PDF is heard as it is. All other pages, and what a browser sees of mails and cards,
 * are for the deep tests beside this one.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import { writeContents } from "../../src/pages/write-contents.ts";
import { type OpenPage, openBrowser, openPage } from "../support/browser.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR, LEAN } from "../support/fixtures.ts";
import { heardInHtml, heardInPdf } from "../support/heard.ts";
import { assertReached, assertShown, axeOn, DESK, PHONE, pagesPrinted } from "../support/screens.ts";
import { pageOf, sheetNamed } from "../support/sheets.ts";
import { needTool } from "../support/tools.ts";
import { asServed } from "../support/version-notice.ts";

const skip = needTool("chromium");
const EDITION = editionOf(HARBOUR);
const SHEET = pageOf(EDITION, sheetNamed(HARBOUR, "closing/positions/de/a4"));
const WIDTHS = [PHONE.width, DESK.width];

let browser: Browser;
let shown: OpenPage;
before(async () => {
  if (skip !== false) return;
  browser = await openBrowser();
  shown = await openPage(browser, asServed(writeHtml(SHEET.briefing), "de"));
});
after(async () => await browser?.close());

test("a sheet is shown on a phone and on a desk, can be used with a thumb, and is sound to axe", { skip }, async () => {
  const { page, complaints } = shown;
  await assertShown(page, SHEET.briefing.title, WIDTHS);
  assert.deepEqual(complaints, []);
  assert.deepEqual(await axeOn(page, [DESK]), []);
  await assertReached(page);
});

test("it prints on one page, and its PDF is read aloud as it is", { skip }, async () => {
  for (const format of ["A4", "Letter"]) assert.equal(await pagesPrinted(shown.page, format), 1, format);
  assert.deepEqual(await heardInPdf(writePdf(SHEET)), await heardInHtml(shown.page));
});

test("a citation opens what bears it out by a key press, and Escape closes it; paper has none of it", {
  skip,
}, async () => {
  const { page, show, complaints } = shown;
  const sheet = pageOf(editionOf(LEAN), sheetNamed(LEAN, "light/positions/de/a4"));
  await show(asServed(writeHtml(sheet.briefing), "de"));
  const button = page.locator("main button.cite").first();
  const card = page.locator(`#${await button.getAttribute("popovertarget")}`);
  assert.equal(await card.isVisible(), false);
  await button.focus();
  await page.keyboard.press("Enter");
  assert.equal(await card.isVisible(), true);
  assert.match(
    (await card.textContent()) ?? "",
    /Quelle 1, Absatz \d[\s\S]*Küstendienst[\s\S]*Zur Stelle in der Quelle[\s\S]*Archivkopie/,
  );
  assert.deepEqual(await axeOn(page, [PHONE, DESK]), []);
  await page.keyboard.press("Escape");
  assert.equal(await card.isVisible(), false);
  assert.deepEqual(complaints, []);
  assert.equal(await pagesPrinted(page, "A4"), 1);
});

test("the contents are shown on a phone and on a desk, and are sound to axe", { skip }, async () => {
  const { page, show, complaints } = shown;
  await show(writeContents(EDITION, "en"));
  await assertShown(page, HARBOUR.subject.title.en ?? "", WIDTHS);
  assert.deepEqual(complaints, []);
  assert.deepEqual(await axeOn(page, [PHONE]), []);
});
