/**
 * Every sheet fits: each topic, language, template and paper, set from a library, and a topic of each kind
 * from libraries at the edges of what can be entered. Nothing leaves the page or lies over anything else, nothing is too
 * small, every word is there, and what is not there is counted. All sheets of these libraries are in the deep tier.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as v from "valibot";
import type { Briefing } from "../../src/model/briefing.ts";
import { librarySchema } from "../../src/model/library.ts";
import type { Page, PlacedText } from "../../src/model/page.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { boxOf } from "../support/geometry.ts";
import { EDGES } from "../support/libraries.ts";
import { complaintsAbout, layoutComplaints, sheetComplaints } from "../support/page-complaints.ts";
import { pageOf, sheetNamed, sheetsOf } from "../support/sheets.ts";
import { tallyComplaints } from "../support/tally.ts";

for (const topic of topicsOf(HARBOUR)) {
  test(`every sheet of ${topic.id} holds`, () => {
    const own = sheetsOf(HARBOUR).filter((sheet) => sheet.topic.id === topic.id);
    assert.deepEqual(
      own.flatMap((sheet) => sheetComplaints(editionOf(HARBOUR), sheet)),
      [],
    );
  });
}

for (const [name, library] of Object.entries(EDGES)) {
  test(`${name}: a topic of each kind holds on every sheet`, () => {
    assert.ok(v.is(librarySchema, library), "the library is one that could be entered");
    const first = new Set(
      Map.groupBy(topicsOf(library), ({ kind }) => kind)
        .values()
        .map(([topic]) => topic?.id),
    );
    const sheets = sheetsOf(library).filter(({ topic }) => first.has(topic.id));
    assert.deepEqual(
      sheets.flatMap((sheet) => sheetComplaints(editionOf(library), sheet)),
      [],
    );
  });
}

/**
 * Each a way to spoil a sound page, and a word of the complaint that must follow; a check that never fails proves
 * nothing.
 */
const SPOILERS: readonly (readonly [RegExp, (text: PlacedText, page: Page) => Partial<PlacedText>])[] = [
  [/leaves the type area/, () => ({ x: -3 })],
  [/leaves the type area/, (_, { height }) => ({ y: height - 20 })],
  [/lies over/, (text) => ({ y: text.y + text.size / 2 })],
  [/is wider than its column/, (text) => ({ x: text.x + 100 })],
  [/says it is/, (text) => ({ width: text.width + 1 })],
  [/less than 8.5/, (text) => ({ size: text.size - 0.2 })],
  [/has a .notdef/, ({ glyphs }) => ({ glyphs: glyphs.with(0, 0) })],
  [/where the briefing says/, ({ characters }) => ({ characters: characters.with(0, "") })],
  [/belongs to nothing/, () => ({ owner: null })],
];

test("each check bites", () => {
  const sheet = sheetNamed(HARBOUR, "closing/positions/de/a4");
  const page = pageOf(editionOf(HARBOUR), sheet);
  const checks = (spoilt: Page): readonly string[] => layoutComplaints(spoilt, sheet.template);
  assert.deepEqual(checks(page), []);
  // A full line of body text in the middle of a column, so that each spoiler breaks what it is meant to break.
  const index = page.items.findIndex((item) => {
    const style = item.kind === "text" && item.owner?.kind === "paragraph" ? item.owner.style : null;
    return item.kind === "text" && style === "body" && item.run?.voice === "plain" && item.glyphs.length > 20;
  });
  const text = page.items[index] as PlacedText;
  for (const [complaint, spoil] of SPOILERS) {
    const spoilt = { ...page, items: page.items.with(index, { ...text, ...spoil(text, page) }) };
    assert.ok(
      checks(spoilt).some((found) => complaint.test(found)),
      String(complaint),
    );
  }
});

test("words beside the code, a size that is no rung, a page overset and one long sought for are noticed", () => {
  const sheet = sheetNamed(HARBOUR, "ferry/positions/de/a4");
  const page = pageOf(editionOf(HARBOUR), sheet);
  const told = (spoilt: Partial<Page>): string =>
    complaintsAbout({ ...page, ...spoilt }, sheet, editionOf(HARBOUR)).join();
  assert.equal(told({}), "");
  const code = page.items.find(({ owner }) => owner?.kind === "code");
  const index = page.items.findIndex(({ kind, owner }) => kind === "text" && owner?.kind === "heading");
  assert.ok(code !== undefined);
  const heading = page.items[index] as PlacedText;
  const beside = { ...heading, x: boxOf(code).left - heading.width - 1, y: boxOf(code).bottom };
  assert.match(told({ items: page.items.with(index, beside) }), /stands in the quiet zone/);
  assert.match(told({ fit: { ...page.fit, size: 8.1 } }), /8.1 pt is no rung/);
  assert.match(told({ fit: { ...page.fit, spare: -3 } }), /overset by 3 pt/);
  assert.match(told({ fit: { ...page.fit, passes: 41 } }), /it took 41 passes/);
});

test("a statement that is lost or not counted is noticed", () => {
  const sheet = sheetNamed(HARBOUR, "closing/positions/de/a4");
  const page = pageOf(editionOf(HARBOUR), sheet);
  const told = (briefing: Briefing): readonly string[] =>
    tallyComplaints({ ...page, briefing }, editionOf(HARBOUR), sheet.topic);
  assert.deepEqual(told(page.briefing), []);
  const { statements } = page.briefing.tally;
  const tally = { ...page.briefing.tally, statements: { ...statements, shown: statements.shown + 1 } };
  assert.match(told({ ...page.briefing, tally }).join(), /the tally counts/);
  const sections = page.briefing.sections.filter(({ kind }) => kind !== "omitted");
  assert.match(told({ ...page.briefing, sections }).join(), /does not tell that/);
  const without = page.briefing.sections.filter(({ kind }) => kind !== "positions");
  assert.match(told({ ...page.briefing, sections: without }).join(), /the sheet has 0/);
});
