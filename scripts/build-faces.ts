/**
 * Makes the faces: `node scripts/build-faces.ts`. In: the Adobe TrueType files of the packages source-serif and source-
 * sans. Out: one container a face for the PDF (src/typeset/text/faces), one WOFF2 a face for the web page
 * (src/formats/html/faces) and the licences. Equal packages give equal bytes. It knows no text and no layout; what a
 * container holds is told in face.ts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as hb from "harfbuzzjs";
import { FALLBACK, inRepertoire, REPERTOIRE } from "../src/model/repertoire.ts";
import type { FaceId } from "../src/typeset/text/faces.ts";
import { LIGATURES } from "../src/typeset/text/ligatures.ts";
import { writeFace } from "./face-container.ts";
import { foldKerning } from "./face-kerning.ts";
import { readTables } from "./sfnt.ts";
import { writeWebFace } from "./web-face.ts";

interface SubsetOptions {
  readonly targetFormat: "truetype";
  readonly noHinting: boolean;
  readonly noLayoutClosure: boolean;
  readonly keepFeatures: readonly string[];
  readonly preserveNameIds?: readonly number[];
  readonly dropTables: readonly string[];
}
const subsetFont = createRequire(import.meta.url)("subset-font") as (
  font: Buffer,
  text: string,
  options: SubsetOptions,
) => Promise<Buffer>;

const ROOT = join(import.meta.dirname, "..");
const SOURCES: Readonly<Record<FaceId, { readonly file: string; readonly style: string }>> = {
  text: { file: "source-serif/TTF/SourceSerif4SmText-Regular.ttf", style: "Text" },
  "text-bold": { file: "source-serif/TTF/SourceSerif4SmText-Semibold.ttf", style: "Text Semibold" },
  display: { file: "source-serif/TTF/SourceSerif4Display-Semibold.ttf", style: "Display Semibold" },
  label: { file: "source-sans/TTF/SourceSans3-Regular.ttf", style: "Label" },
  "label-bold": { file: "source-sans/TTF/SourceSans3-Semibold.ttf", style: "Label Semibold" },
};

const repertoire = String.fromCodePoint(
  ...REPERTOIRE.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
);
// No text holds ligatures; the typesetter puts them there, so only the print faces need them.
const printed = repertoire + [...LIGATURES.values()].toSorted().join("");
const codePoints = [...printed].map((character) => character.codePointAt(0) as number);
if (!inRepertoire(FALLBACK)) throw new Error("The fallback is outside the repertoire.");

for (const [id, { file, style }] of Object.entries(SOURCES)) {
  const original = readFileSync(join(ROOT, "node_modules", file));
  write(`src/typeset/text/faces/${id}.bin`, await printFace(original));
  write(`src/formats/html/faces/${id}.woff2.bin`, await webFace(original, style));
}
for (const family of ["source-serif", "source-sans"]) {
  write(`licences/${family}-OFL.md`, readFileSync(join(ROOT, "node_modules", family, "LICENSE.md")));
}

async function printFace(original: Buffer): Promise<Uint8Array> {
  const subset = await subsetFont(original, printed, {
    targetFormat: "truetype",
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: [],
    dropTables: ["GSUB", "GPOS", "GDEF", "BASE", "DSIG", "name", "gasp"],
  });
  const [font] = open(original);
  const [cut, cutFace] = open(subset);
  const cmap = codePoints.map((codePoint) => [codePoint, cut.nominalGlyph(codePoint) ?? 0] as const);
  const missing = cmap.find(([, glyph]) => glyph === 0);
  if (missing) throw new Error(`The face lacks U+${missing[0].toString(16)}.`);
  const glyphCount =
    cutFace
      .referenceTable("maxp")
      ?.slice(4, 6)
      .reduce((high, low) => high * 256 + low) ?? 0;
  const characters = new Array<number>(glyphCount).fill(0);
  // Backwards, so that a glyph of several characters is shaped as its first: the hyphen, not U+00AD.
  for (const [codePoint, glyph] of cmap.toReversed()) characters[glyph] = codePoint;
  const [, originalFace] = open(original);
  return writeFace({
    tables: readTables(subset),
    name: originalFace.getName(6, "en"),
    cmap,
    kerning: foldKerning(font, characters),
    stemV: stemOf(cut, Math.round((cut.glyphExtents(cut.nominalGlyph(0x78) ?? 0)?.yBearing ?? 0) / 2)),
  });
}

async function webFace(original: Buffer, style: string): Promise<Uint8Array> {
  const font = await subsetFont(original, repertoire, {
    targetFormat: "truetype",
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: ["kern"],
    preserveNameIds: [0, 5, 13, 14],
    dropTables: ["BASE", "DSIG", "gasp"],
  });
  return await writeWebFace(font, style);
}

function open(bytes: Uint8Array): [hb.Font, hb.Face] {
  const face = new hb.Face(new hb.Blob(bytes));
  return [new hb.Font(face), face];
}

/** Width of the stem of l at a height, both in font units: the span its straight edges leave there. */
function stemOf(font: hb.Font, height: number): number {
  const crossings: number[] = [];
  let from = [0, 0] as number[];
  for (const { values } of font.glyphToJson(font.nominalGlyph(0x6c) ?? 0)) {
    const to = values.slice(-2);
    if (to.length < 2) continue;
    const [x0, y0, x1, y1] = [...from, ...to] as [number, number, number, number];
    if ((y0 - height) * (y1 - height) < 0) crossings.push(x0 + ((height - y0) / (y1 - y0)) * (x1 - x0));
    from = to;
  }
  return Math.round(Math.max(...crossings) - Math.min(...crossings));
}

function write(path: string, bytes: Uint8Array): void {
  writeFileSync(join(ROOT, path), bytes);
  console.log(path, bytes.length, "bytes,", gzipSync(bytes, { level: 9 }).length, "gzipped");
}
