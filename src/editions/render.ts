/**
 * Makes files of an edition: compose, set, write. In: a frozen edition and what is wanted of it. Out: bytes and content
 * types. It is a pure function of the two; where the bytes are kept is decided elsewhere.
 */
import { TEMPLATES } from "../../templates/templates.ts";
import { composeAll } from "../compose/compose-all.ts";
import { draftBriefing } from "../compose/compose-briefing.ts";
import { composeChanges } from "../compose/compose-changes.ts";
import { FORMATS, WORD_FORMATS } from "../formats/formats.ts";
import type { Edition } from "../model/edition.ts";
import type { Page } from "../model/page.ts";
import { fitPage } from "../typeset/fit-page.ts";
import type { WrittenVariant } from "./variant.ts";
import { writeContents } from "./write-contents.ts";

export interface Rendered {
  readonly contentType: string;
  readonly content: Uint8Array | string;
}

type SheetVariant = Extract<WrittenVariant, { kind: "sheet" }>;

export function render(edition: Edition, variant: WrittenVariant): Rendered {
  return renderWith(edition, variant, (sheet) => setPage(edition, sheet));
}

/** One after the other; a page that several in a row are written from is set once. */
export function* renderEach(
  edition: Edition,
  variants: readonly WrittenVariant[],
): Generator<Rendered & { variant: WrittenVariant }> {
  let last: { readonly of: string; readonly page: Page } | null = null;
  for (const variant of variants) {
    yield {
      variant,
      ...renderWith(edition, variant, (sheet) => {
        const of = [sheet.language, sheet.topic.id, sheet.template, sheet.paper].join();
        last = last?.of === of ? last : { of, page: setPage(edition, sheet) };
        return last.page;
      }),
    };
  }
}

function setPage(edition: Edition, { topic, language, template, paper }: SheetVariant): Page {
  const found = TEMPLATES.find(({ id }) => id === template);
  if (found === undefined) throw new RangeError(`there is no template ${template}`);
  return fitPage(draftBriefing(edition, { topic, language, template: found }), found, paper);
}

function renderWith(edition: Edition, variant: WrittenVariant, pageOf: (sheet: SheetVariant) => Page): Rendered {
  switch (variant.kind) {
    case "sheet": {
      const { contentType, write } = FORMATS[variant.ending];
      return { contentType, content: write(pageOf(variant)) };
    }
    case "all": {
      const { contentType, writeWords } = WORD_FORMATS[variant.ending];
      return { contentType, content: writeWords(composeAll(edition, variant.topic, variant.language)) };
    }
    case "changes": {
      const { contentType, writeWords } = WORD_FORMATS[variant.ending];
      return { contentType, content: writeWords(composeChanges(edition, edition.changes, variant.language)) };
    }
    case "contents":
      return { contentType: "text/html; charset=utf-8", content: writeContents(edition, variant.language) };
  }
}
