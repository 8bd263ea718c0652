/**
 * Every format of citations in one table. In: what is cited. Out: text. A new format is an entry here and in
 * `citation-endings.ts`, and a file beside them; routes and links loop over the table.
 */
import type { Citable } from "../../model/citable.ts";
import { writeBibtex } from "./bibtex.ts";
import type { CitationEnding } from "./citation-endings.ts";
import { writeCslJson } from "./csl-json.ts";
import { writeRis } from "./ris.ts";

export const CITATIONS: Readonly<Record<CitationEnding, (citable: Citable) => string>> = {
  bib: writeBibtex,
  ris: writeRis,
  "csl.json": writeCslJson,
};
