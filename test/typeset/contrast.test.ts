/** Words and drawings on every sheet stand out from what lies behind them; and whatever colour is spoilt, it is noticed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "../../src/model/page.ts";
import type { Colour, ColourName, Template } from "../../src/model/template.ts";
import { TEMPLATES } from "../../templates/templates.ts";
import { contrast, contrastComplaints } from "../support/contrast.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { groundsOf } from "../support/grounds.ts";
import { nameOf, pageOf, type Sheet, sheetsOf } from "../support/sheets.ts";

/** No colour depends on the paper. */
const sheets = sheetsOf(HARBOUR).filter(({ paper }) => paper === "a4");
const pageWith = (sheet: Sheet, colours: Partial<Record<ColourName, Colour>>): { page: Page; template: Template } => {
  const template = { ...sheet.template, colours: { ...sheet.template.colours, ...colours } };
  return { page: pageOf(editionOf(HARBOUR), { ...sheet, template }), template };
};

test("the ratio is that of WCAG", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#767676", "#ffffff").toFixed(2), "4.54");
  assert.equal(contrast("#ffffff", "#777777").toFixed(2), "4.48");
  assert.equal(contrast("#8a1c1c", "#8a1c1c"), 1);
});

test(`words and drawings stand out on all ${sheets.length} sheets`, () => {
  for (const sheet of sheets) {
    assert.deepEqual(contrastComplaints(pageOf(editionOf(HARBOUR), sheet), sheet.template), [], nameOf(sheet));
  }
});

for (const template of TEMPLATES) {
  const own = sheets.find((sheet) => sheet.template === template) as Sheet;

  test(`${template.id}: a colour too pale for words is noticed, and one that is just dark enough passes`, () => {
    // On white 4.48, 4.54; the tint is darker than paper and takes a little more.
    for (const name of ["ink", "quiet", "accent"] as const) {
      const pale = pageWith(own, { [name]: "#777777", tint: "#ffffff" });
      assert.notDeepEqual(contrastComplaints(pale.page, pale.template), [], name);
      const enough = pageWith(own, { [name]: "#767676", tint: "#ffffff" });
      assert.deepEqual(contrastComplaints(enough.page, enough.template), [], name);
    }
  });

  test(`${template.id}: marks, dots and the code are held to 3 to 1 as well`, () => {
    const { page } = pageWith(own, {});
    const grey = (colour: Colour): Page => ({
      ...page,
      items: page.items
        .filter(({ kind }) => kind === "shape")
        .map((item) =>
          item.kind === "shape" && (item.fill === template.colours.accent || item.fill === template.colours.ink)
            ? { ...item, fill: colour }
            : item,
        ),
    });
    assert.notDeepEqual(contrastComplaints(grey("#959595"), template), []);
    assert.deepEqual(contrastComplaints(grey("#949494"), template), []);
  });

  test(`${template.id}: paper too dark for its words is noticed`, () => {
    const { page, template: dark } = pageWith(own, { paper: "#8f8f8f" });
    assert.notDeepEqual(contrastComplaints(page, dark), []);
  });
}

test("words on a tint are held against the tint", () => {
  const matrix = sheets.find(({ template, topic }) => template.id === "overview" && topic.kind === "issue") as Sheet;
  const { page, template } = pageWith(matrix, { tint: "#808080" });
  assert.match(contrastComplaints(page, template).join("\n"), /on #808080/);
});

const withPlot = sheets.find((sheet) =>
  pageOf(editionOf(HARBOUR), sheet).items.some(({ owner }) => owner?.kind === "timeline"),
) as Sheet;

test("numbers in dots are held against the dot", () => {
  const { page, template } = pageWith(withPlot, {});
  const { accent, paper } = template.colours;
  const inDots = groundsOf(page, template).filter(({ item }) => item.kind === "text" && item.colour === paper);
  assert.ok(inDots.length > 2);
  for (const { grounds } of inDots) assert.deepEqual(grounds, [accent]);
});

test("a rule may be pale only where it divides", () => {
  const { page, template } = pageWith(withPlot, {});
  const { rule, paper } = template.colours;
  assert.ok(contrast(rule, paper) < 3, "the rules are pale, or this test shows nothing");
  const axis = page.items.map((item) =>
    item.kind === "shape" && item.owner?.kind === "timeline" && item.stroke !== null
      ? { ...item, stroke: { ...item.stroke, colour: rule } }
      : item,
  );
  assert.match(contrastComplaints({ ...page, items: axis }, template).join("\n"), /a shape of timeline/);
});
