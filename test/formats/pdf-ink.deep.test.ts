/**
 * What is really on the paper: every own sheet drawn by poppler, each letter held against its outline, and the code read
 * by a scanner. A broken subset and a code too small to read pass every check of words and of structure.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Page } from "../../src/model/page.ts";
import { FACES } from "../../src/typeset/text/faces.ts";
import { fontsIn, withoutOutlines } from "../support/broken-font.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { boxOf } from "../support/geometry.ts";
import { inkComplaints } from "../support/ink.ts";
import { draw, type Picture } from "../support/picture.ts";
import { textOf } from "../support/poppler.ts";
import { cutOut, scanned } from "../support/scan.ts";
import { nameOf, ownSheetsOf, pageOf } from "../support/sheets.ts";
import { needTool } from "../support/tools.ts";
import { textsOf } from "../support/words.ts";

const DPI = 150;
const needsDrawing = needTool("pdftoppm");

interface Printed {
  readonly name: string;
  readonly sheet: ReturnType<typeof ownSheetsOf>[number];
  readonly page: Page;
  readonly pdf: Uint8Array;
  readonly picture: Picture;
}

/** Made when first asked for, then kept: drawing takes longer than looking. */
const printed: Printed[] = [];
function allPrinted(): readonly Printed[] {
  if (printed.length > 0) return printed;
  for (const sheet of ownSheetsOf(HARBOUR)) {
    const page = pageOf(editionOf(HARBOUR), sheet);
    const pdf = writePdf(page);
    printed.push({ name: nameOf(sheet), sheet, page, pdf, picture: draw(pdf, DPI) });
  }
  return printed;
}

test("every letter of every own sheet leaves the ink of its outline", { skip: needsDrawing }, () => {
  for (const { name, sheet, page, picture } of allPrinted()) {
    assert.deepEqual(inkComplaints(page, sheet.template, picture, DPI), [], name);
  }
});

test("a font that lost its outlines is noticed, each in turn, though the words are all found", {
  skip: needsDrawing,
}, async () => {
  const [{ sheet, page, pdf }] = allPrinted() as [Printed];
  const faces = new Set(textsOf(page).map(({ face }) => face));
  assert.ok(faces.size >= 4);
  for (const face of faces) {
    const broken = await withoutOutlines(pdf, (font) => font === FACES[face].name);
    assert.equal(textOf(broken), textOf(pdf));
    const complaints = inkComplaints(page, sheet.template, draw(broken, DPI), DPI);
    assert.match(complaints.join("\n"), new RegExp(`^${face} has -?0\\.\\d+ of its ink`, "m"));
    for (const other of faces.difference(new Set([face]))) {
      assert.doesNotMatch(complaints.join("\n"), new RegExp(`^${other} has`, "m"));
    }
  }
});

test("a single glyph that lost its outline is noticed, and so are the dots of ü", { skip: needsDrawing }, async () => {
  const { sheet, page, pdf } = allPrinted().find(({ name }) => name === "closing/positions/de/a4") as Printed;
  for (const [font, drawn] of await fontsIn(pdf)) {
    // Components that no text asks for come last.
    for (const lost of [drawn[0], drawn[drawn.length >> 1], drawn.at(-1)]) {
      const broken = await withoutOutlines(pdf, (name, glyph) => name === font && glyph === lost);
      const complaints = inkComplaints(page, sheet.template, draw(broken, DPI), DPI);
      assert.notDeepEqual(complaints, [], `glyph ${lost} of ${font}`);
    }
  }
});

test("the code on every own sheet is read by a scanner, and is the address that its text names", {
  skip: needsDrawing || needTool("zbarimg"),
}, () => {
  for (const { name, page, picture } of allPrinted()) {
    const codes = page.items.filter(({ owner }) => owner?.kind === "code");
    assert.equal(codes.length, 1, name);
    const [code] = codes as [(typeof codes)[number]];
    assert.ok(code.owner?.kind === "code");
    assert.equal(scanned(codeIn(picture, code)), page.briefing.links.newest, name);
    assert.equal(code.owner.url, page.briefing.links.newest, name);
    assert.ok(code.owner.alt.endsWith(` ${code.owner.url}`), `${name}: ${code.owner.alt}`);
  }
});

test("a code of another address or with a hole in it would not pass", {
  skip: needsDrawing || needTool("zbarimg"),
}, () => {
  const [{ page, picture }] = allPrinted() as [Printed];
  const code = page.items.find(({ owner }) => owner?.kind === "code") as Page["items"][number];
  const { left, top, right, bottom } = boxOf(code);
  const spoilt = { ...picture, pixels: picture.pixels.slice() };
  const scale = DPI / 72;
  for (let y = Math.round(top * scale); y < Math.round(((top + bottom) / 2) * scale); y++) {
    spoilt.pixels.fill(
      255,
      y * picture.width + Math.round(left * scale),
      y * picture.width + Math.round(right * scale),
    );
  }
  assert.equal(scanned(codeIn(picture, code)), page.briefing.links.newest);
  assert.equal(scanned(codeIn(spoilt, code)), "");
});

/** The code with the four light modules around it that scanners want. */
function codeIn(picture: Picture, code: Page["items"][number]): Uint8Array {
  const scale = DPI / 72;
  const { left, top, right, bottom } = boxOf(code);
  const quiet = (right - left) / 8;
  return cutOut(picture, {
    left: (left - quiet) * scale,
    top: (top - quiet) * scale,
    right: (right + quiet) * scale,
    bottom: (bottom + quiet) * scale,
  });
}
