/**
 * Every format in one table: its ending in a URL, its content type and the function that writes it. In: a page. Out:
 * bytes or text. A new format is an entry here and a file beside this one; routes, press and tests loop over the table.
 */
import type { Briefing } from "../model/briefing.ts";
import type { Page } from "../model/page.ts";
import { writeHtml } from "./html/write-html.ts";
import { writeJson } from "./json.ts";
import { writeMarkdown } from "./markdown.ts";
import { writePdf } from "./pdf/write-pdf.ts";
import { writeText } from "./text.ts";

export type Ending = "pdf" | "html" | "md" | "txt" | "json";

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
  html: { contentType: "text/html; charset=utf-8", writeWords: writeHtml },
  md: { contentType: "text/markdown; charset=utf-8", writeWords: writeMarkdown },
  txt: { contentType: "text/plain; charset=utf-8", writeWords: writeText },
  json: { contentType: "application/json; charset=utf-8", writeWords: writeJson },
};

export const FORMATS: Readonly<Record<Ending, Format>> = {
  pdf: { ending: "pdf", contentType: "application/pdf", write: writePdf },
  html: ofWords("html"),
  md: ofWords("md"),
  txt: ofWords("txt"),
  json: ofWords("json"),
};

function ofWords(ending: Exclude<Ending, "pdf">): Format {
  const { contentType, writeWords } = WORD_FORMATS[ending];
  return { ending, contentType, write: ({ briefing }) => writeWords(briefing) };
}
