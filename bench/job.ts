/**
 * The job of a week for every maker: the edition, words that one sheet holds, and these with their type. In: the
 * library and a week. Out: a job. The words are those that leave room at the foot: we fill a page to the last line, and
 * peers, who cannot leave a statement out, would now and then need a second one.
 */
import { draftBriefing } from "../src/compose/compose-briefing.ts";
import type { Library } from "../src/model/library.ts";
import type { Page } from "../src/model/page.ts";
import type { Template } from "../src/model/template.ts";
import { fitPage } from "../src/typeset/fit-page.ts";
import { positions } from "../templates/positions.ts";
import { contentOf } from "./content-of.ts";
import type { Job } from "./maker.ts";
import { THE_SHEET, topicOfTheSheet } from "./the-sheet.ts";
import { editionOf } from "./weeks.ts";

/** Points left free below the words that peers are given: three lines. */
const ROOM = 32;
const roomy: Template = { ...positions, margins: { ...positions.margins, bottom: positions.margins.bottom + ROOM } };

export function jobOf(library: Library, week: number): Job {
  const { briefing } = pageOf(library, week, roomy);
  const content = contentOf(briefing, positions, THE_SHEET.paper);
  return { edition: editionOf(library, week), briefing, content };
}

/** Our own page of a week, filled to its foot. */
export function pageOf(library: Library, week: number, template = positions): Page {
  const edition = editionOf(library, week);
  const topic = topicOfTheSheet(edition.library);
  return fitPage(draftBriefing(edition, { topic, language: THE_SHEET.language, template }), template, THE_SHEET.paper);
}
