/**
 * Subsets of faces: valid font programs, the same outlines as in the fonts the faces were made
 * from, and, where pdftoppm is at hand, as much ink on a rendered page: a subset may pass every
 * check of its structure and still print nothing.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import * as hb from "harfbuzzjs";
import { subsetFace } from "../../src/formats/pdf/subset.ts";
import type { Face } from "../../src/typeset/text/face.ts";
import { FACES } from "../../src/typeset/text/faces.ts";

const FILES = {
  text: "source-serif/TTF/SourceSerif4SmText-Regular.ttf",
  "text-bold": "source-serif/TTF/SourceSerif4SmText-Semibold.ttf",
  display: "source-serif/TTF/SourceSerif4Display-Semibold.ttf",
  label: "source-sans/TTF/SourceSans3-Regular.ttf",
  "label-bold": "source-sans/TTF/SourceSans3-Semibold.ttf",
} as const;
const TEXT = "Ärger über Їжака й ґанок: «Привіт» „Größe“ ½ 0123 №5 — Żółć";
const CHARACTERS = [...new Set(TEXT)].map((character) => character.codePointAt(0) as number);
const HYPHEN = 0x2d;

/** Each glyph as wide as in the face. */
const subsetOf = (face: Face, glyphs: readonly number[]) =>
  subsetFace(
    face,
    glyphs,
    glyphs.map((glyph) => face.advance(glyph)),
  );

for (const [id, file] of Object.entries(FILES) as [keyof typeof FILES, string][]) {
  const face = FACES[id];
  const original = readFileSync(join("node_modules", file));
  const glyphs = [0, ...CHARACTERS.map((codePoint) => face.glyph(codePoint)), face.glyph(HYPHEN), face.glyph(HYPHEN)];
  const full = open(original);

  test(`${id}: each CID draws the glyph it was asked for`, () => {
    const { bytes, glyphCount } = subsetOf(face, glyphs);
    assert.ok(glyphCount > glyphs.length, "the composites bring components");
    const subset = open(bytes);
    [...CHARACTERS, HYPHEN, HYPHEN].forEach((codePoint, i) => {
      const glyph = full.nominalGlyph(codePoint) as number;
      assert.equal(subset.glyphToPath(i + 1), full.glyphToPath(glyph), String.fromCodePoint(codePoint));
      assert.equal(subset.glyphHAdvance(i + 1), full.glyphHAdvance(glyph));
    });
    assert.equal(subset.glyphToPath(0), "", ".notdef is never shown and has no outline");
  });

  test(`${id}: the program is well formed, and the same every time`, () => {
    const { bytes, glyphCount } = subsetOf(face, glyphs);
    assert.deepEqual(subsetOf(face, glyphs).bytes, bytes);
    const view = new DataView(bytes.buffer);
    assert.equal(checksum(view, 0, bytes.length), 0xb1b0afba);
    const tags = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i).map((record) => {
      const start = view.getUint32(record + 8);
      const length = view.getUint32(record + 12);
      const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
      assert.ok(start % 4 === 0 && start + length <= bytes.length);
      if (tag === "maxp") assert.equal(view.getUint16(start + 4), glyphCount);
      if (tag === "hmtx") assert.equal(length, 4 * glyphCount);
      if (tag !== "head") assert.equal(view.getUint32(record + 4), checksum(view, start, length), tag);
      return tag;
    });
    assert.deepEqual(tags, ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
  });

  test(`${id}: a page in the subset is as dark as one in the whole font`, { skip: !rendererIsThere() }, () => {
    const whole = CHARACTERS.map((codePoint) => full.nominalGlyph(codePoint) as number);
    const cids = CHARACTERS.map((_, i) => i + 1);
    const widths = CHARACTERS.map((codePoint) => face.advance(face.glyph(codePoint)));
    const expected = ink(page(original, whole, widths));
    const found = ink(page(subsetOf(face, glyphs).bytes, cids, widths));
    assert.ok(expected > 1000 && Math.abs(found / expected - 1) < 0.02, `${found} of ${expected}`);
  });
}

test("the whole face, the empty subset and every composite are copied", () => {
  for (const face of Object.values(FACES)) {
    const everything = Array.from(face.tables.advances.keys());
    assert.equal(subsetOf(face, everything).glyphCount, everything.length);
    assert.equal(subsetOf(face, [0]).glyphCount, 1);
    const whole = open(subsetOf(face, everything).bytes);
    for (const glyph of everything) {
      assert.equal(open(subsetOf(face, [0, glyph]).bytes).glyphToPath(1), whole.glyphToPath(glyph));
    }
  }
});

test("a subset that outgrows the short loca gets the long one", () => {
  const glyph = FACES.text.glyph(0x2116);
  const { bytes } = subsetOf(FACES.text, [0, ...new Array<number>(1500).fill(glyph)]);
  const font = open(bytes);
  assert.ok(bytes.length > 0x1fffe);
  assert.equal(font.glyphToPath(1500), font.glyphToPath(1));
  assert.notEqual(font.glyphToPath(1), "");
});

test("the first glyph must be .notdef", () => {
  assert.throws(() => subsetOf(FACES.text, [5, 0]), RangeError);
});

function open(bytes: Uint8Array): hb.Font {
  return new hb.Font(new hb.Face(new hb.Blob(bytes)));
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function rendererIsThere(): boolean {
  try {
    execFileSync("pdftoppm", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The darkness of a rendered page: the sum over its pixels of how far each is from white, 0 to 1. */
function ink(pdf: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), "einblatt-ink-"));
  try {
    writeFileSync(join(folder, "page.pdf"), pdf);
    execFileSync("pdftoppm", ["-gray", "-r", "150", "-singlefile", "page.pdf", "page"], { cwd: folder });
    const image = readFileSync(join(folder, "page.pgm"));
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 64).toString("latin1"));
    assert.ok(header);
    return image.subarray(header[0].length).reduce((sum, pixel) => sum + (255 - pixel) / 255, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One page with one line of 20 pt, in a font program embedded as PDF's Type 0 with Identity everywhere. */
function page(program: Uint8Array, cids: readonly number[], widths: readonly number[]): Uint8Array {
  const hex = cids.map((cid) => cid.toString(16).padStart(4, "0")).join("");
  const content = `BT /F 20 Tf 20 40 Td <${hex}> Tj ET`;
  const w = cids.map((cid, i) => `${cid} [${widths[i]}]`).join(" ");
  const bodies: (string | [string, Uint8Array])[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    [`<< /Length ${content.length} >>`, Buffer.from(content)],
    "<< /Type /Font /Subtype /Type0 /BaseFont /Face /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Face /CIDToGIDMap /Identity /DW 0 /W [${w}] /FontDescriptor 7 0 R
      /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>`,
    `<< /Type /FontDescriptor /FontName /Face /Flags 4 /FontBBox [-300 -400 2300 1100] /ItalicAngle 0 /Ascent 1000
      /Descent -300 /CapHeight 670 /StemV 88 /FontFile2 8 0 R >>`,
    [`<< /Length ${program.length} /Length1 ${program.length} >>`, program],
  ];
  const parts: Uint8Array[] = [Buffer.from("%PDF-1.7\n")];
  const places: number[] = [];
  const size = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  bodies.forEach((body, i) => {
    places.push(size());
    const [dictionary, stream] = typeof body === "string" ? [body] : body;
    parts.push(Buffer.from(`${i + 1} 0 obj\n${dictionary}\n`));
    if (stream) parts.push(Buffer.from("stream\n"), stream, Buffer.from("\nendstream\n"));
    parts.push(Buffer.from("endobj\n"));
  });
  const start = size();
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(Buffer.from(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}`));
  parts.push(Buffer.from(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
