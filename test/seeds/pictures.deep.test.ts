/**
 * One sheet a template as a picture, against the one in `golden/`: for eyes in review, and for what no list of items
 * shows. `npm run golden` writes the pictures anew; whoever does looks at them first. Other versions of poppler smooth
 * edges in other ways, so not pixels are compared but means over squares of 9 points.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Page, Placed } from "../../src/model/page.ts";
import type { Colour } from "../../src/model/template.ts";
import { FACES } from "../../src/typeset/text/faces.ts";
import { TEMPLATES } from "../../templates/templates.ts";
import { withoutOutlines } from "../support/broken-font.ts";
import { differencesBetween } from "../support/differences.ts";
import { editionOf } from "../support/edition.ts";
import { boxOf } from "../support/geometry.ts";
import { draw, drawnByMupdf, fromPng, type Picture, reduced, toPng } from "../support/picture.ts";
import { pageOf, sheetNamed } from "../support/sheets.ts";
import { needTool } from "../support/tools.ts";
import { notShipped, SEEDS } from "./seeds.ts";

const FOLDER = join(import.meta.dirname, "golden");
const UPDATE = process.env.UPDATE_GOLDEN === "1";
const skip = notShipped || needTool("pdftoppm");

/** The sheets of the page dumps: one a template, each in another language, and both papers. */
const SHEETS = ["ceasefire/positions/de/a4", "kyiv/actor/uk/a4", "overview/overview/en/letter"];

/** Drawn three times as fine as they are kept, so that little depends on where an edge falls. */
const DPI = 144;
const FACTOR = 3;
/** Pixels of the kept picture on a side: 9 points, a line of text. */
const SQUARE = 6;

/**
 * Shades of 255. MuPDF, which shares no code with poppler, draws these sheets with at most 13 in a square and 0.9 in the
 * mean; a paragraph or a face less makes 45 and more in a square, a column 3 points aside 25, all of the page 1 point
 * higher 1.8 in the mean.
 */
const TOLERANCE = { square: 20, mean: 1.5 } as const;
const differences = (found: Picture, expected: Picture): readonly string[] =>
  differencesBetween(found, expected, { side: SQUARE, unit: (FACTOR * 72) / DPI, tolerance: TOLERANCE });

const pictureOf = (pdf: Uint8Array): Picture => reduced(draw(pdf, DPI), FACTOR);
const pageNamed = (name: string): Page => pageOf(editionOf(SEEDS), sheetNamed(SEEDS, name));
const fileOf = (name: string): string => join(FOLDER, `${name.replaceAll("/", "-")}.png`);

for (const name of SHEETS) {
  test(`${name} looks as in its picture`, { skip }, () => {
    const found = pictureOf(writePdf(pageNamed(name)));
    if (UPDATE) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(fileOf(name), toPng(found));
    }
    const file = readFileSync(fileOf(name));
    assert.ok(file.length < 60_000, `the picture has ${file.length} bytes`);
    assert.deepEqual(differences(found, fromPng(file)), [], `${name} looks different; look at it, then npm run golden`);
  });

  test(`${name} looks the same to another program`, { skip: skip || needTool("mutool") }, () => {
    const pdf = writePdf(pageNamed(name));
    assert.deepEqual(differences(pictureOf(pdf), reduced(drawnByMupdf(pdf, DPI), FACTOR)), []);
  });

  test(`${name}: a paragraph, a mark or a face that is lost is seen, and so is a shift`, { skip }, async () => {
    const page = pageNamed(name);
    const sound = pictureOf(writePdf(page));
    const isSeen = (pdf: Uint8Array, defect: string): void => {
      assert.notDeepEqual(differences(pictureOf(pdf), sound), [], defect);
    };
    for (const [defect, items] of Object.entries(defectsOf(page, sheetNamed(SEEDS, name).template.colours.accent)))
      isSeen(writePdf({ ...page, items }), defect);
    for (const face of new Set(page.items.flatMap((item) => (item.kind === "text" ? [item.face] : [])))) {
      isSeen(await withoutOutlines(writePdf(page), (font) => font === FACES[face].name), face);
    }
  });
}

test("every template has its picture", () => {
  const shown = new Set(SHEETS.map((name) => name.split("/")[1]));
  assert.deepEqual([...shown].sort(), TEMPLATES.map(({ id }) => id).sort());
});

function defectsOf({ items, width, height }: Page, accent: Colour): Readonly<Record<string, readonly Placed[]>> {
  const bodies = items.filter(({ owner }) => owner?.kind === "paragraph" && owner.style === "body");
  const paragraph = bodies[Math.floor(bodies.length / 2)]?.owner;
  const mark = items.find((item) => item.kind === "shape" && item.owner === null && item.fill === accent);
  const moved = (dx: number, dy: number, isMoved: (item: Placed) => boolean): readonly Placed[] =>
    items.map((item) => (item.kind === "text" && isMoved(item) ? { ...item, x: item.x + dx, y: item.y + dy } : item));
  return {
    "a paragraph is missing": items.filter(({ owner }) => owner !== paragraph),
    "a mark is missing": items.filter((item) => item !== mark),
    "a column is 3 points aside": moved(3, 0, (item) => boxOf(item).left < width / 4 && boxOf(item).top > height / 5),
    "all words are a point higher": moved(0, -1, () => true),
  };
}
