/** Our sheet from the library on: words chosen and drafted, fitted to one page, placed and written. */
import { draftBriefing } from "../../src/compose/compose-briefing.ts";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import { fitPage } from "../../src/typeset/fit-page.ts";
import { positions } from "../../templates/positions.ts";
import type { Maker } from "../maker.ts";
import { THE_SHEET, topicOfTheSheet } from "../the-sheet.ts";

export function open(): Maker {
  return {
    make({ edition }) {
      const topic = topicOfTheSheet(edition.library);
      const draft = draftBriefing(edition, { topic, language: THE_SHEET.language, template: positions });
      return writePdf(fitPage(draft, positions, THE_SHEET.paper));
    },
  };
}
