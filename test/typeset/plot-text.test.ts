/**
 * Every plot's alternative text says what the plot says: as many events, their numbers, their dates to the day, in the
 * order and at the distances in which the dots stand. On every sheet as it is placed for the PDF, and on web pages as
 * their markup places it; what a browser shows of these is in the deep tier.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { composeAll } from "../../src/compose/compose-all.ts";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import { topicsOf } from "../../src/model/topic.ts";
import type { Words } from "../../src/model/words.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { type Drawn, drawnInMarkup, drawnOnPage, plotComplaints, plotIn } from "../support/plot.ts";
import { nameOf, pageOf, sheetsOf } from "../support/sheets.ts";

const edition = editionOf(HARBOUR);

/** Every sheet that has a plot. */
const PLOTTED = sheetsOf(HARBOUR).flatMap((sheet) => {
  const page = pageOf(edition, sheet);
  const plot = plotIn(page.briefing);
  return plot === undefined ? [] : [{ name: nameOf(sheet), words: LANGUAGES[sheet.language] as Words, page, plot }];
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

test("the plots of web pages are told as their markup places them", () => {
  for (const topic of topicsOf(HARBOUR)) {
    for (const [language, words] of Object.entries(LANGUAGES)) {
      const briefing = composeAll(edition, topic, language);
      const plot = plotIn(briefing);
      assert.ok(plot !== undefined);
      const drawn = drawnInMarkup(writeHtml(briefing));
      assert.deepEqual(plotComplaints(plot.alt, drawn, plot, words), [], `${topic.id}/${language}`);
    }
  }
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
