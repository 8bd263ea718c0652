/**
 * The page by pdfkit, kerned and with its own subsets of the faces. In: content. Out: a PDF without tags, as pdfkit
 * leaves these to its user. Lines are broken by `flow.ts`: pdfkit's wrapper breaks at every change of face in a line
 * and, once it has met a soft hyphen, drops the hyphens of these faces.
 */
import { createRequire } from "node:module";
import type { Words } from "../content.ts";
import type { Job, Maker } from "../maker.ts";
import { FACES } from "./faces.ts";
import { flow } from "./flow.ts";
import { pathData } from "./shapes.ts";
import { baselineOf, walk } from "./walk.ts";

/** The part of pdfkit's document that this page needs; the package has no types. */
interface Document {
  registerFont(name: string, file: string): this;
  font(name: string): this;
  fontSize(size: number): this;
  fillColor(colour: string): this;
  lineWidth(width: number): this;
  widthOfString(text: string): number;
  text(text: string, x: number, y: number, options: object): this;
  link(x: number, y: number, width: number, height: number, url: string): this;
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
  const use = ({ face, size }: Words): Document => doc.font(face).fontSize(size);
  const widthOf = (text: string, words: Words): number => use(words).widthOfString(text);
  walk(content, {
    width: ({ words }) => words.reduce((sum, each) => sum + widthOf(each.text, each), 0),
    block(block, x, y, width) {
      const lines = flow(block.words, width, widthOf);
      lines.forEach((line, i) => {
        const baseline = y + i * block.leading + baselineOf(block);
        for (const { words, text, x: left, width: wide } of line) {
          use(words)
            .fillColor(words.colour)
            .text(text, x + left, baseline, { lineBreak: false, baseline: "alphabetic" });
          if (words.href) doc.link(x + left, baseline - words.size, wide, block.leading, words.href);
        }
      });
      return lines.length * block.leading;
    },
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
