/**
 * The page by pdf-lib as its guide shows it: fontkit registered, faces embedded as subsets, one call a fragment. In:
 * content. Out: a PDF without tags, for which pdf-lib has no means. Lines are broken by `flow.ts`.
 */
import { readFileSync } from "node:fs";
import fontkit from "@pdf-lib/fontkit";
import { PDFDocument, type PDFFont, PDFString, rgb } from "pdf-lib";
import type { Words } from "../content.ts";
import type { Job, Maker } from "../maker.ts";
import { FACES } from "./faces.ts";
import { flow } from "./flow.ts";
import { pathData } from "./shapes.ts";
import { baselineOf, walk } from "./walk.ts";

export function open(): Maker {
  const faces = Object.entries(FACES).map(([id, { file }]) => [id, readFileSync(file)] as const);
  return { make: (job) => make(job, faces) };
}

async function make({ content }: Job, faces: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit);
  doc.setTitle(content.title, { showInWindowTitleBar: true });
  doc.setLanguage(content.language);
  const page = doc.addPage([content.width, content.height]);
  const fonts = new Map<string, PDFFont>();
  for (const [id, bytes] of faces) fonts.set(id, await doc.embedFont(bytes, { subset: true }));
  const fontOf = ({ face }: Words): PDFFont => fonts.get(face) as PDFFont;
  const widthOf = (text: string, words: Words): number => fontOf(words).widthOfTextAtSize(text, words.size);
  const up = (y: number): number => content.height - y;
  const link = (x: number, y: number, width: number, height: number, url: string): void => {
    const action = { Type: "Action", S: "URI", URI: PDFString.of(url) };
    const rectangle = [x, up(y + height), x + width, up(y)];
    const link = { Type: "Annot", Subtype: "Link", Rect: rectangle, Border: [0, 0, 0], A: action };
    page.node.addAnnot(doc.context.register(doc.context.obj(link)));
  };
  walk(content, {
    width: ({ words }) => words.reduce((sum, each) => sum + widthOf(each.text, each), 0),
    block(block, x, y, width) {
      const lines = flow(block.words, width, widthOf);
      lines.forEach((line, i) => {
        const baseline = y + i * block.leading + baselineOf(block);
        for (const { words, text, x: left, width: wide } of line) {
          const color = colourOf(words.colour);
          page.drawText(text, { x: x + left, y: up(baseline), font: fontOf(words), size: words.size, color });
          if (words.href) link(x + left, baseline - words.size, wide, block.leading, words.href);
        }
      });
      return lines.length * block.leading;
    },
    rectangle: (x, y, width, height, colour) =>
      page.drawRectangle({ x, y: up(y + height), width, height, color: colourOf(colour) }),
    shape({ steps, stroke }, x, y, size, colour) {
      const painted =
        stroke === undefined ? { color: colourOf(colour) } : { borderColor: colourOf(colour), borderWidth: stroke };
      page.drawSvgPath(pathData(steps), { x, y: up(y), scale: size, ...painted });
    },
    code: (path, x, y, scale, colour) => page.drawSvgPath(path, { x, y: up(y), scale, color: colourOf(colour) }),
  });
  return doc.save();
}

function colourOf(hex: string): ReturnType<typeof rgb> {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return rgb(channel(1), channel(3), channel(5));
}
