/**
 * A citation as CSL-JSON, which Zotero, Pandoc and citation processors read. In: what is cited. Out: a list of one item
 * after the schema of CSL 1.0.2.
 */
import type { Citable } from "../../model/citable.ts";
import { AUTHOR } from "../author.ts";
import { citationKey } from "./citation-key.ts";
import { citedText } from "./cited-text.ts";

export function writeCslJson(citable: Citable): string {
  const { title, edition, issued, genre, language, url, note } = citable;
  const item = {
    id: citationKey(citable),
    type: "report",
    author: [{ literal: AUTHOR }],
    title: citedText(title),
    number: edition,
    genre: citedText(genre),
    publisher: AUTHOR,
    issued: { "date-parts": [issued.split("-").map(Number)] },
    language,
    URL: url,
    note: citedText(note),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
