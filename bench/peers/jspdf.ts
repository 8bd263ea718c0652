/**
 * The page by jsPDF: one call a fragment, lines by `flow.ts` since jsPDF wraps text of one face only. In: content.
 * Out: a PDF without tags. The faces are kept in base64 as jsPDF wants them; each document adds them anew.
 */
import { readFileSync } from "node:fs";
import { jsPDF } from "jspdf";
import type { FaceId } from "../../src/model/template.ts";
import type { Words } from "../content.ts";
import type { Job, Maker } from "../maker.ts";
import { FACES } from "./faces.ts";
import { flow } from "./flow.ts";
import { baselineOf, walk } from "./walk.ts";

export function open(): Maker {
  const faces = Object.entries(FACES).map(([id, { file }]) => [id, readFileSync(file, "base64")] as const);
  return { make: (job) => make(job, faces) };
}

function make({ content }: Job, faces: readonly (readonly [string, string])[]): Uint8Array {
  const doc = new jsPDF({
    unit: "pt",
    format: [content.width, content.height],
    compress: true,
    putOnlyUsedFonts: true,
  });
  doc.setProperties({ title: content.title });
  doc.setLanguage("de-DE");
  for (const [id, base64] of faces) {
    doc.addFileToVFS(`${id}.ttf`, base64);
    doc.addFont(`${id}.ttf`, id, "normal");
  }
  const use = (face: FaceId, size: number): jsPDF => doc.setFont(face, "normal").setFontSize(size);
  const widthOf = (text: string, { face, size }: Words): number => use(face, size).getTextWidth(text);
  walk(content, {
    width: ({ words }) => words.reduce((sum, each) => sum + widthOf(each.text, each), 0),
    block(block, x, y, width) {
      const lines = flow(block.words, width, widthOf);
      lines.forEach((line, i) => {
        const baseline = y + i * block.leading + baselineOf(block);
        for (const { words, text, x: left, width: wide } of line) {
          use(words.face, words.size)
            .setTextColor(words.colour)
            .text(text, x + left, baseline);
          if (words.href) doc.link(x + left, baseline - words.size, wide, block.leading, { url: words.href });
        }
      });
      return lines.length * block.leading;
    },
    rectangle: (x, y, width, height, colour) => doc.setFillColor(colour).rect(x, y, width, height, "F"),
    shape({ steps, stroke }, x, y, size, colour) {
      const operators = { M: "m", L: "l", C: "c", Z: "h" } as const;
      doc.path(
        steps.map(([step, ...at]) => ({ op: operators[step], c: at.map((n, i) => (i % 2 ? y : x) + n * size) })),
      );
      if (stroke === undefined) doc.setFillColor(colour).fill();
      else
        doc
          .setDrawColor(colour)
          .setLineWidth(stroke * size)
          .stroke();
    },
    code(path, x, y, scale, colour) {
      doc.setFillColor(colour);
      for (const [, column, row] of path.matchAll(/M(\d+) (\d+)/g)) {
        doc.rect(x + Number(column) * scale, y + Number(row) * scale, scale, scale, "F");
      }
    },
  });
  return new Uint8Array(doc.output("arraybuffer"));
}
