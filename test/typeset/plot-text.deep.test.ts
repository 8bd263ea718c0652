/**
 * Every plot on a web page says in its alternative text what a browser shows, on a desk and on a phone: on every sheet, and
 * on the pages with all events.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { composeAll } from "../../src/compose/compose-all.ts";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import { topicsOf } from "../../src/model/topic.ts";
import type { Words } from "../../src/model/words.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { openBrowser } from "../support/browser.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { drawnInHtml, plotComplaints, plotIn } from "../support/plot.ts";
import { pageOf, sheetsOf } from "../support/sheets.ts";
import { needTool } from "../support/tools.ts";

const skip = needTool("chromium");
let browser: Browser;
before(async () => {
  if (!skip) browser = await openBrowser();
});
after(async () => {
  if (!skip) await browser.close();
});

const edition = editionOf(HARBOUR);
const sheets = sheetsOf(HARBOUR).filter(({ paper }) => paper === "a4");
const BRIEFINGS = [
  ...topicsOf(HARBOUR).flatMap((topic) =>
    Object.keys(LANGUAGES).map((language) => composeAll(edition, topic, language)),
  ),
  ...sheets.map((sheet) => pageOf(edition, sheet).briefing),
];

test("the plots of web pages are told as they are drawn, on a desk and on a phone", { skip }, async () => {
  const page = await browser.newPage();
  let plots = 0;
  for (const briefing of BRIEFINGS) {
    const plot = plotIn(briefing);
    if (plot === undefined) continue;
    plots += 1;
    await page.setContent(writeHtml(briefing));
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const { alt, drawn } = await drawnInHtml(page);
      const name = `${briefing.topic}/${briefing.template}/${briefing.language} at ${width}`;
      assert.deepEqual(plotComplaints(alt, drawn, plot, LANGUAGES[briefing.language] as Words), [], name);
    }
  }
  assert.ok(plots > sheets.length, "most of them have a plot");
  await page.close();
});
