/**
 * The page by pdfkit: its own line wrapper over continued runs, soft hyphens for German, its own subset of the faces.
 * In: content. Out: a PDF without tags, as pdfkit leaves these to its user. A new document registers its faces anew.
 */
import { createRequire } from "node:module";
import type { Block } from "../content.ts";
import type { Job, Maker } from "../maker.ts";
import { FACES } from "./faces.ts";
import { pathData } from "./shapes.ts";
import { softHyphens } from "./soft-hyphens.ts";
import { baselineOf, walk } from "./walk.ts";

/** The part of pdfkit's document that this page needs; the package has no types. */
interface Document {
  registerFont(name: string, file: string): this;
  font(name: string): this;
  fontSize(size: number): this;
  fillColor(colour: string): this;
  lineWidth(width: number): this;
  currentLineHeight(includeGap: boolean): number;
  widthOfString(text: string): number;
  text(text: string, x: number | undefined, y: number | undefined, options: object): this;
  rect(x: number, y: number, width: number, height: number): this;
  path(data: string): this;
  save(): this;
  restore(): this;
  translate(x: number, y: number): this;
  scale(factor: number): this;
  fill(colour: string): this;
  stroke(colour: string): this;
  on(event: "data", take: (chunk: Uint8Array) => void): this;
  on(event: "end", done: () => void): this;
  end(): void;
  readonly y: number;
}
const PDFDocument = createRequire(import.meta.url)("pdfkit") as new (options: object) => Document;

export function open(): Maker {
  return { make };
}

async function make({ content }: Job): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: [content.width, content.height],
    margin: 0,
    lang: content.language,
    displayTitle: true,
    info: { Title: content.title },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve) => doc.on("data", (chunk) => chunks.push(chunk)).on("end", resolve));
  for (const [id, { file }] of Object.entries(FACES)) doc.registerFont(id, file);
  walk(content, {
    width: ({ words }) =>
      words.reduce((sum, { face, size, text }) => sum + doc.font(face).fontSize(size).widthOfString(text), 0),
    block: (block, x, y, width) => setBlock(doc, block, x, y, width),
    rectangle: (x, y, width, height, colour) => doc.rect(x, y, width, height).fill(colour),
    shape({ steps, stroke }, x, y, size, colour) {
      doc.save().translate(x, y).scale(size).path(pathData(steps));
      if (stroke === undefined) doc.fill(colour);
      else doc.lineWidth(stroke).stroke(colour);
      doc.restore();
    },
    code: (path, x, y, scale, colour) => doc.save().translate(x, y).scale(scale).path(path).fill(colour).restore(),
  });
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

function setBlock(doc: Document, block: Block, x: number, y: number, width: number): number {
  const first = y + baselineOf(block);
  block.words.forEach(({ face, size, colour, text, href }, i) => {
    doc.font(face).fontSize(size).fillColor(colour);
    const options = {
      width,
      baseline: "alphabetic",
      continued: i < block.words.length - 1,
      lineGap: block.leading - doc.currentLineHeight(true),
      link: href ?? null,
    };
    doc.text(softHyphens(text), i === 0 ? x : undefined, i === 0 ? first : undefined, options);
  });
  return doc.y - first;
}
