/**
 * Every plot's alternative text says what the plot says: as many events, their numbers, their dates to the day, in the
 * order and at the distances in which the dots stand. On every sheet as it is placed for the PDF, and on every web page as
 * a browser shows it, those with all events included.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Browser } from "playwright-core";
import { composeAll } from "../../src/compose/compose-all.ts";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import type { Briefing, Timeline } from "../../src/model/briefing.ts";
import { topicsOf } from "../../src/model/topic.ts";
import type { Words } from "../../src/model/words.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { openBrowser } from "../support/browser.ts";
import { editionOf } from "../support/edition.ts";
import { type Drawn, drawnInHtml, drawnOnPage, plotComplaints } from "../support/plot.ts";
import { nameOf, pageOf, SEEDS, sheetsOf } from "../support/sheets.ts";
import { needTool } from "../support/tools.ts";

const skip = needTool("chromium");
let launched: Promise<Browser> | undefined;
after(async () => (await launched)?.close());

const edition = editionOf(SEEDS);
const plotIn = (briefing: Briefing): Timeline | undefined =>
  briefing.sections.flatMap(({ parts }) => parts).find((part) => part.kind === "timeline");
const wordsIn = (language: string): Words => LANGUAGES[language] as Words;

/** Every sheet that has a plot. */
const PLOTTED = sheetsOf(SEEDS).flatMap((sheet) => {
  const page = pageOf(edition, sheet);
  const plot = plotIn(page.briefing);
  return plot === undefined ? [] : [{ name: nameOf(sheet), words: wordsIn(sheet.language), page, plot }];
});

test(`the plots of ${PLOTTED.length} sheets are told as they are drawn`, () => {
  for (const { name, words, page, plot } of PLOTTED) {
    assert.deepEqual(plotComplaints(plot.alt, drawnOnPage(page, plot), plot, words), [], name);
  }
  assert.ok(
    PLOTTED.some(({ plot }) => plot.dots.some(({ day }) => day === null)),
    "some have a break in the axis",
  );
});

test("the plots of web pages are told as they are drawn, on a desk and on a phone", { skip }, async () => {
  const all = topicsOf(SEEDS).flatMap((topic) =>
    Object.keys(LANGUAGES).map((language) => composeAll(edition, topic, language)),
  );
  const sheets = PLOTTED.filter(({ page }) => page.paper === "a4").map(({ page }) => page.briefing);
  launched ??= openBrowser();
  const page = await (await launched).newPage();
  for (const briefing of [...all, ...sheets]) {
    const plot = plotIn(briefing);
    if (plot === undefined) continue;
    await page.setContent(writeHtml(briefing));
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const { alt, drawn } = await drawnInHtml(page);
      const name = `${briefing.topic}/${briefing.template}/${briefing.language} at ${width}`;
      assert.deepEqual(plotComplaints(alt, drawn, plot, wordsIn(briefing.language)), [], name);
    }
  }
  await page.close();
});

test("what the text and the plot do not both say is noticed", () => {
  const { page, plot, words } = PLOTTED.find(
    ({ plot: { dots, ticks } }) => dots.some(({ day }) => day === null) && ticks.length > 2,
  ) as (typeof PLOTTED)[number];
  const { alt } = plot;
  const drawn = drawnOnPage(page, plot);
  const told = (text: string): readonly string[] => plotComplaints(text, drawn, plot, words);
  const shown = (other: Partial<Drawn>): readonly string[] => plotComplaints(alt, { ...drawn, ...other }, plot, words);
  assert.deepEqual(told(alt), []);

  const [last = ""] = alt.match(/\d+: [^;]+\.$/) ?? [];
  assert.match(told(alt.replace(`; ${last}`, ".")).join(), /the text tells of/);
  assert.match(
    told(alt.replace(/(\d+)(\.?\s\S+\s2025)/, (_, d, rest) => `${Number(d) + 1}${rest}`)).join(),
    /wrong place/,
  );
  assert.match(told(alt.replaceAll("2025", "2024")).join(), /stands where no such event is/);
  assert.match(told("Eine Zeitachse").join(), /no list of events/);

  const { dots, dates } = drawn;
  assert.match(shown({ dots: dots.slice(1) }).join(), /the plot shows/);
  const astray = dots.map((dot, i) => (i === dots.length - 2 ? { ...dot, x: dot.x - 12 } : dot));
  assert.match(shown({ dots: astray }).join(), /wrong place/);
  assert.match(shown({ dots: dots.map((dot) => ({ ...dot, x: -dot.x })) }).join(), /does not come before/);
  assert.match(shown({ dates: dates.map((date) => ({ ...date, words: "1. Mai 1999" })) }).join(), /no such event/);
  assert.match(shown({ dates: [] }).join(), /no dates/);
});
