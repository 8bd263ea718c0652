/** Our sheet from the words on, as every peer begins: nothing is chosen, but the largest size that fits is still sought. */
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Draft } from "../../src/model/draft.ts";
import { fitPage } from "../../src/typeset/fit-page.ts";
import { positions } from "../../templates/positions.ts";
import type { Maker } from "../maker.ts";
import { THE_SHEET } from "../the-sheet.ts";

export function open(): Maker {
  return { make: ({ briefing }) => writePdf(fitPage(asItIs(briefing), positions, THE_SHEET.paper)) };
}

/** A draft that can be had in one length only. */
function asItIs(briefing: Briefing): Draft {
  const { topic, language, names } = briefing;
  const most = { statements: 0, disputes: 0, notes: 0, events: 0, changes: 0, answers: 0, viewpoints: 0 };
  return { topic, language, names, most, copyLength: () => 0, within: () => briefing };
}
