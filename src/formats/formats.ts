/**
 * Every format in one table: its ending in a URL, its content type and the function that writes it. In: a page. Out:
 * bytes or text. A new format is an entry here and in `endings.ts`, and a file beside them; routes and press loop over the
 * table.
 */
import type { Briefing } from "../model/briefing.ts";
import type { Page } from "../model/page.ts";
import { ENDINGS, type Ending } from "./endings.ts";
import { writeHtml } from "./html/write-html.ts";
import { writeJson } from "./json.ts";
import { writeMarkdown } from "./markdown.ts";
import { writePdf } from "./pdf/write-pdf.ts";
import { writeText } from "./text.ts";

export type { Ending };

export interface Format {
  readonly ending: Ending;
  readonly contentType: string;
  readonly write: (page: Page) => Uint8Array | string;
}

export interface WordFormat {
  readonly contentType: string;
  readonly writeWords: (briefing: Briefing) => string;
}

/** The formats that need no paper; they can also write a briefing that fills more than a page. */
export const WORD_FORMATS: Readonly<Record<Exclude<Ending, "pdf">, WordFormat>> = {
  html: { contentType: ENDINGS.html.contentType, writeWords: writeHtml },
  md: { contentType: ENDINGS.md.contentType, writeWords: writeMarkdown },
  txt: { contentType: ENDINGS.txt.contentType, writeWords: writeText },
  json: { contentType: ENDINGS.json.contentType, writeWords: writeJson },
};

export const FORMATS: Readonly<Record<Ending, Format>> = {
  pdf: { ending: "pdf", contentType: ENDINGS.pdf.contentType, write: writePdf },
  html: ofWords("html"),
  md: ofWords("md"),
  txt: ofWords("txt"),
  json: ofWords("json"),
};

function ofWords(ending: Exclude<Ending, "pdf">): Format {
  const { contentType, writeWords } = WORD_FORMATS[ending];
  return { ending, contentType, write: ({ briefing }) => writeWords(briefing) };
}
