/**
 * The faces against the fonts they were made from: every character of the repertoire is there,
 * widths are those of hmtx, kerns are those HarfBuzz gives, metrics make sense.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as hb from "harfbuzzjs";
import { FALLBACK, inRepertoire, REPERTOIRE } from "../../src/model/repertoire.ts";
import { FACES, type FaceId } from "../../src/typeset/text/faces.ts";

const FILES: Readonly<Record<FaceId, string>> = {
  text: "source-serif/TTF/SourceSerif4SmText-Regular.ttf",
  "text-bold": "source-serif/TTF/SourceSerif4SmText-Semibold.ttf",
  display: "source-serif/TTF/SourceSerif4Display-Semibold.ttf",
  label: "source-sans/TTF/SourceSans3-Regular.ttf",
  "label-bold": "source-sans/TTF/SourceSans3-Semibold.ttf",
};
const CODE_POINTS = REPERTOIRE.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i),
);
const at = (text: string, index = 0): number => text.codePointAt(index) as number;

test("the repertoire is ascending and knows its own", () => {
  assert.deepEqual(
    CODE_POINTS,
    [...new Set(CODE_POINTS)].sort((a, b) => a - b),
  );
  for (let codePoint = 0; codePoint < 0x10000; codePoint++) {
    assert.equal(inRepertoire(codePoint), CODE_POINTS.includes(codePoint));
  }
  for (const character of "äöüßÄÖÜẞéłŁżіїєґІЇЄҐыэъ’ʼ„“”‚‘«»–—…№€₴−×≈≤≥←→½²₂†‡•\u00a0\u202f\u2009\u2011☐") {
    assert.ok(inRepertoire(at(character)), character);
  }
  for (const character of "你א😀\u0000\u0301\u200b\u202e\n") assert.ok(!inRepertoire(at(character)), character);
});

for (const [id, face] of Object.entries(FACES) as [FaceId, (typeof FACES)[FaceId]][]) {
  const font = new hb.Font(new hb.Face(new hb.Blob(readFileSync(join("node_modules", FILES[id])))));

  test(`${id}: every character has a glyph of the width the font gives it`, () => {
    for (const codePoint of CODE_POINTS) {
      const glyph = face.glyph(codePoint);
      assert.notEqual(glyph, 0, `U+${codePoint.toString(16)}`);
      const original = font.nominalGlyph(codePoint) as number;
      assert.equal(face.advance(glyph), (font.glyphHAdvance(original) * 1000) / face.unitsPerEm);
    }
    assert.notEqual(face.glyph(FALLBACK), 0);
    for (const codePoint of [0, 0x19, 0x180, 0x4e00, 0x1f600]) assert.equal(face.glyph(codePoint), 0);
  });

  test(`${id}: figures are tabular and never kern among themselves`, () => {
    const figures = [..."0123456789"].map((figure) => face.glyph(at(figure)));
    assert.equal(new Set(figures.map((glyph) => face.advance(glyph))).size, 1);
    for (const left of figures) for (const right of figures) assert.equal(face.kern(left, right), 0);
  });

  test(`${id}: known pairs kern`, () => {
    for (const pair of ["AV", "To", "Те", "Га", "Р."]) {
      assert.ok(face.kern(face.glyph(at(pair)), face.glyph(at(pair, 1))) < 0, pair);
    }
    assert.equal(face.kern(face.glyph(at("n")), face.glyph(at("n"))), 0);
  });

  test(`${id}: kerns equal HarfBuzz's, whatever the script`, () => {
    const kerned = new Set<string>();
    let seed = 1;
    const draw = (): number => {
      seed = (seed * 48271) % 0x7fffffff;
      const drawn = CODE_POINTS[seed % CODE_POINTS.length] as number;
      // HarfBuzz looks past a soft hyphen; here it is the hyphen that it becomes at the end of a line.
      return drawn === 0xad ? 0x2d : drawn;
    };
    const pairs = Array.from({ length: 6000 }, () => [draw(), draw()] as const);
    for (const left of "ATVWYLPFfrvwy«„“ТГРУЧАКхгую")
      for (const right of "aovyAVT.,-»“”’аоелдА") pairs.push([at(left), at(right)]);
    for (const [left, right] of pairs) {
      const kern = face.kern(face.glyph(left), face.glyph(right));
      if (kern !== 0) kerned.add(String.fromCodePoint(left, right));
      for (const script of ["Latn", "Cyrl"]) {
        assert.equal(
          kern,
          harfBuzzKern(font, left, right, script),
          `U+${left.toString(16)} U+${right.toString(16)} ${script}`,
        );
      }
    }
    assert.ok(kerned.size > 200);
  });

  test(`${id}: metrics are those of the font`, () => {
    assert.equal(face.unitsPerEm, 1000);
    assert.equal(face.name, FILES[id].slice(FILES[id].lastIndexOf("/") + 1, -4));
    assert.ok(
      face.descender < -200 && face.xHeight > 400 && face.capHeight > face.xHeight && face.ascender > face.capHeight,
    );
    assert.ok(face.stemV > 60 && face.stemV < 140);
    assert.ok(face.bbox[0] < 0 && face.bbox[1] < -100 && face.bbox[2] > 900 && face.bbox[3] > face.capHeight);
  });
}

test("bold stems are wider", () => {
  assert.ok(FACES["text-bold"].stemV > FACES.text.stemV);
  assert.ok(FACES["label-bold"].stemV > FACES.label.stemV);
});

function harfBuzzKern(font: hb.Font, left: number, right: number, script: string): number {
  const buffer = new hb.Buffer();
  buffer.addCodePoints([left, right]);
  buffer.setDirection(hb.Direction.LTR);
  buffer.setScript(script);
  buffer.setFlags(hb.BufferFlag.PRESERVE_DEFAULT_IGNORABLES);
  hb.shape(
    font,
    buffer,
    ["liga", "clig", "calt", "ccmp", "locl", "frac", "numr", "dnom"].map((tag) => new hb.Feature(tag, 0)),
  );
  const [shaped] = buffer.getGlyphInfosAndPositions();
  return (shaped?.xAdvance ?? Number.NaN) - font.glyphHAdvance(shaped?.codepoint ?? 0);
}
