/**
 * Every sheet that Einblatt can print, for tests that loop over all of them. In: a library. Out: its topics, languages,
 * templates and papers as one flat list, read off the same tables as the product, so that a new entry there is tested
 * without a word here; and the page of each.
 */
import { draftBriefing } from "../../src/compose/compose-briefing.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Library } from "../../src/model/library.ts";
import type { Page } from "../../src/model/page.ts";
import { PAPERS, type PaperId, type Template } from "../../src/model/template.ts";
import { type Topic, topicsOf } from "../../src/model/topic.ts";
import { fitPage } from "../../src/typeset/fit-page.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { templatesFor } from "../../templates/templates.ts";

export interface Sheet {
  readonly topic: Topic;
  readonly language: string;
  readonly template: Template;
  readonly paper: PaperId;
}

/** All sheets of a library. */
export function sheetsOf(library: Library): readonly Sheet[] {
  return topicsOf(library).flatMap((topic) =>
    templatesFor(topic.kind).flatMap((template) =>
      Object.keys(LANGUAGES).flatMap((language) =>
        (Object.keys(PAPERS) as PaperId[]).map((paper) => ({ topic, language, template, paper })),
      ),
    ),
  );
}

/** The sheets that readers get who ask for nothing special: each topic in its own template. */
export function ownSheetsOf(library: Library): readonly Sheet[] {
  return sheetsOf(library).filter(({ topic, template }) => templatesFor(topic.kind)[0] === template);
}

export function nameOf({ topic, language, template, paper }: Sheet): string {
  return `${topic.id}/${template.id}/${language}/${paper}`;
}

/** The sheet with a name such as `closing/positions/de/a4`. */
export function sheetNamed(library: Library, name: string): Sheet {
  const found = sheetsOf(library).find((sheet) => nameOf(sheet) === name);
  if (found === undefined) throw new RangeError(`there is no sheet ${name}`);
  return found;
}

export function pageOf(edition: Edition, { topic, language, template, paper }: Sheet): Page {
  return fitPage(draftBriefing(edition, { topic, language, template }), template, paper);
}
