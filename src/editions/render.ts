/**
 * Makes one file of an edition: compose, set, write. In: a frozen edition and a variant. Out: its bytes and content
 * type. It is a pure function of the two; where the bytes are kept is `fetch-file.ts`.
 */
import { composeAll } from "../compose/compose-all.ts";
import { draftBriefing } from "../compose/compose-briefing.ts";
import { composeChanges } from "../compose/compose-changes.ts";
import { FORMATS, WORD_FORMATS } from "../formats/formats.ts";
import type { Edition } from "../model/edition.ts";
import { fitPage } from "../typeset/fit-page.ts";
import type { Variant } from "./variant.ts";
import { writeContents } from "./write-contents.ts";

export interface Rendered {
  readonly contentType: string;
  readonly content: Uint8Array | string;
}

export function render(edition: Edition, variant: Variant): Rendered {
  switch (variant.kind) {
    case "sheet": {
      const { topic, language, template, paper } = variant;
      const page = fitPage(draftBriefing(edition, { topic, language, template }), template, paper);
      const { contentType, write } = FORMATS[variant.ending];
      return { contentType, content: write(page) };
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
