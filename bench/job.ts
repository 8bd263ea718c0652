/** The job of a week for every maker: the edition, the words that fit our sheet of it, and these with their type. */
import { draftBriefing } from "../src/compose/compose-briefing.ts";
import type { Library } from "../src/model/library.ts";
import type { Page } from "../src/model/page.ts";
import { topicsOf } from "../src/model/topic.ts";
import { fitPage } from "../src/typeset/fit-page.ts";
import { positions } from "../templates/positions.ts";
import { contentOf } from "./content.ts";
import type { Job } from "./maker.ts";
import { THE_SHEET } from "./the-sheet.ts";
import { editionOf } from "./weeks.ts";

export function jobOf(library: Library, week: number): Job & { readonly page: Page } {
  const edition = editionOf(library, week);
  const topic = topicsOf(edition.library).find(({ id }) => id === THE_SHEET.topic);
  if (topic === undefined) throw new RangeError(`there is no topic ${THE_SHEET.topic}`);
  const draft = draftBriefing(edition, { topic, language: THE_SHEET.language, template: positions });
  const page = fitPage(draft, positions, THE_SHEET.paper);
  return { edition, briefing: page.briefing, content: contentOf(page.briefing, positions, THE_SHEET.paper), page };
}
