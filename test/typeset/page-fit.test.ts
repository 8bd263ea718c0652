/**
 * Every sheet fits: each topic, language, template and paper, set from the seeds, from a library in which nobody has
 * said anything, from one with nothing in it at all, and from ten times the seeds. Nothing leaves the page or lies over
 * anything else, nothing is too small, every word is there, and what is not there is counted.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as v from "valibot";
import type { Briefing } from "../../src/model/briefing.ts";
import { type Library, librarySchema } from "../../src/model/library.ts";
import type { Page, PlacedText } from "../../src/model/page.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { editionOf } from "../support/edition.ts";
import { geometryComplaints } from "../support/geometry.ts";
import { bare, tenfold, unspoken } from "../support/libraries.ts";
import { overlapComplaints, quietZoneComplaints } from "../support/overlaps.ts";
import { nameOf, pageOf, SEEDS, sheetNamed, sheetsOf } from "../support/sheets.ts";
import { tallyComplaints } from "../support/tally.ts";
import { wordComplaints } from "../support/words.ts";

const LIBRARIES: Readonly<Record<string, Library>> = {
  seeds: SEEDS,
  "no statements": unspoken(SEEDS),
  nothing: bare(SEEDS),
  "ten times the seeds": tenfold(SEEDS),
};

for (const [name, library] of Object.entries(LIBRARIES)) {
  test(`${name}: the library is one that could be entered`, () => {
    assert.ok(v.is(librarySchema, library));
  });

  for (const topic of topicsOf(library)) {
    test(`${name}: every sheet of ${topic.id} holds`, () => {
      const edition = editionOf(library);
      const complaints = sheetsOf(library)
        .filter((sheet) => sheet.topic.id === topic.id)
        .flatMap((sheet) => {
          const page = pageOf(edition, sheet);
          return [
            ...geometryComplaints(page, sheet.template),
            ...overlapComplaints(page, sheet.template),
            ...wordComplaints(page),
            ...tallyComplaints(page, edition, topic),
            ...fitComplaints(page.fit, sheet.template.ladder),
          ].map((complaint) => `${nameOf(sheet)}: ${complaint}`);
        });
      assert.deepEqual(complaints, []);
    });
  }
}

test("the code has its quiet zone on every sheet", () => {
  const complaints = sheetsOf(SEEDS).flatMap((sheet) =>
    quietZoneComplaints(pageOf(editionOf(SEEDS), sheet), sheet.template).map(
      (complaint) => `${nameOf(sheet)}: ${complaint}`,
    ),
  );
  assert.deepEqual(complaints.slice(0, 3), []);
});

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
  const sheet = sheetNamed(SEEDS, "ceasefire/positions/de/a4");
  const page = pageOf(editionOf(SEEDS), sheet);
  const checks = (spoilt: Page): readonly string[] => [
    ...geometryComplaints(spoilt, sheet.template),
    ...overlapComplaints(spoilt, sheet.template),
    ...wordComplaints(spoilt),
  ];
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

test("a statement that is lost or not counted is noticed", () => {
  const sheet = sheetNamed(SEEDS, "ceasefire/positions/de/a4");
  const page = pageOf(editionOf(SEEDS), sheet);
  const told = (briefing: Briefing): readonly string[] =>
    tallyComplaints({ ...page, briefing }, editionOf(SEEDS), sheet.topic);
  assert.deepEqual(told(page.briefing), []);
  const { statements } = page.briefing.tally;
  const tally = { ...page.briefing.tally, statements: { ...statements, shown: statements.shown + 1 } };
  assert.match(told({ ...page.briefing, tally }).join(), /the tally counts/);
  const sections = page.briefing.sections.filter(({ kind }) => kind !== "omitted");
  assert.match(told({ ...page.briefing, sections }).join(), /does not tell that/);
  const without = page.briefing.sections.filter(({ kind }) => kind !== "positions");
  assert.match(told({ ...page.briefing, sections: without }).join(), /the sheet has 0/);
});

/** The fit tells the truth: it took a rung of the ladder, and had room to spare. */
function fitComplaints(
  { size, spare, passes }: ReturnType<typeof pageOf>["fit"],
  ladder: readonly { readonly size: number }[],
): readonly string[] {
  return [
    ...(ladder.some((rung) => rung.size === size) ? [] : [`${size} pt is no rung of the ladder`]),
    ...(spare >= 0 ? [] : [`the sheet is overset by ${-spare} pt`]),
    ...(passes <= 40 ? [] : [`it took ${passes} passes`]),
  ];
}
