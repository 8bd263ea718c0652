/** Our sheet from the words on, as every peer begins: nothing is chosen, but the largest size that fits is still sought. */
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import { fitPage } from "../../src/typeset/fit-page.ts";
import { positions } from "../../templates/positions.ts";
import type { Maker } from "../maker.ts";
import { THE_SHEET } from "../the-sheet.ts";

export function open(): Maker {
  return { make: ({ briefing }) => writePdf(fitPage(() => briefing, positions, THE_SHEET.paper)) };
}
