/**
 * Makes files of an edition: compose, set, write. In: a frozen edition and what is wanted of it. Out: bytes and content
 * types. It is a pure function of the two; where the bytes are kept is decided elsewhere.
 */
import { TEMPLATES } from "../../templates/templates.ts";
import { composeAll } from "../compose/compose-all.ts";
import { draftBriefing } from "../compose/compose-briefing.ts";
import { composeChanges } from "../compose/compose-changes.ts";
import { composeEmbed } from "../compose/letter/compose-embed.ts";
import { draftDigest } from "../compose/letter/edition-letter.ts";
import { draftTopicLetter } from "../compose/letter/topic-letter.ts";
import { FORMATS, WORD_FORMATS } from "../formats/formats.ts";
import { writeEmbed } from "../formats/html/write-embed.ts";
import { writeKitJson } from "../formats/letter/write-kit-json.ts";
import { type Address, urlOf } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import type { Kit } from "../model/letter.ts";
import type { Page } from "../model/page.ts";
import type { Topic } from "../model/topic.ts";
import { writeContents } from "../pages/write-contents.ts";
import { writeKitPage } from "../pages/write-kit-page.ts";
import { fitPage } from "../typeset/fit-page.ts";
import { fitLetter } from "./fit-letter.ts";
import type { WrittenVariant } from "./variant.ts";

export interface Rendered {
  readonly contentType: string;
  readonly content: Uint8Array | string;
}

type SheetVariant = Extract<WrittenVariant, { kind: "sheet" }>;

/** What several files are written from. */
interface Originals {
  readonly page: (sheet: SheetVariant) => Page;
  readonly kit: (topic: Topic | null, language: string) => Kit;
}

export function render(edition: Edition, variant: WrittenVariant): Rendered {
  return renderFrom(edition, variant, originalsOf(edition));
}

/** One after the other; what several in a row are written from is made once. */
export function* renderEach(
  edition: Edition,
  variants: readonly WrittenVariant[],
): Generator<Rendered & { variant: WrittenVariant }> {
  const { page, kit } = originalsOf(edition);
  const originals: Originals = {
    page: once(page, ({ language, topic, template, paper }) => [language, topic.id, template, paper].join()),
    kit: once(kit, (topic, language) => [language, topic?.id].join()),
  };
  for (const variant of variants) yield { variant, ...renderFrom(edition, variant, originals) };
}

function originalsOf(edition: Edition): Originals {
  return {
    page: ({ topic, language, template, paper }) => {
      const found = TEMPLATES.find(({ id }) => id === template);
      if (found === undefined) throw new RangeError(`there is no template ${template}`);
      return fitPage(draftBriefing(edition, { topic, language, template: found }), found, paper);
    },
    kit: (topic, language) =>
      fitLetter(topic === null ? draftDigest(edition, language) : draftTopicLetter(edition, topic, language)),
  };
}

/** Remembers what was made last. */
function once<A extends readonly unknown[], T>(make: (...args: A) => T, nameOf: (...args: A) => string): typeof make {
  let last: { readonly name: string; readonly made: T } | null = null;
  return (...args) => {
    const name = nameOf(...args);
    last = last?.name === name ? last : { name, made: make(...args) };
    return last.made;
  };
}

function renderFrom(edition: Edition, variant: WrittenVariant, originals: Originals): Rendered {
  switch (variant.kind) {
    case "sheet": {
      const { contentType, write } = FORMATS[variant.ending];
      return { contentType, content: write(originals.page(variant)) };
    }
    case "all": {
      const { contentType, writeWords } = WORD_FORMATS[variant.ending];
      return { contentType, content: writeWords(composeAll(edition, variant.topic, variant.language)) };
    }
    case "changes": {
      const { contentType, writeWords } = WORD_FORMATS[variant.ending];
      return { contentType, content: writeWords(composeChanges(edition, edition.changes, variant.language)) };
    }
    case "kit": {
      const kit = originals.kit(variant.topic, variant.language);
      return { contentType: FORMATS.html.contentType, content: writeKitPage(edition, kit) };
    }
    case "letter": {
      const { contentType } = FORMATS[variant.ending];
      return { contentType, content: writeLetter(edition, originals.kit(variant.topic, variant.language), variant) };
    }
    case "embed": {
      const embed = composeEmbed(edition, variant.topic, variant.language);
      return { contentType: FORMATS.html.contentType, content: writeEmbed(embed) };
    }
    case "contents":
      return { contentType: "text/html; charset=utf-8", content: writeContents(edition, variant.language) };
  }
}

type LetterVariant = Extract<WrittenVariant, { kind: "letter" }>;

function writeLetter({ id, site }: Edition, kit: Kit, { ending, language, topic }: LetterVariant): string {
  if (ending !== "json") return kit.blocks[ending].content;
  const page: Address = { edition: id, language, below: "newsletter", ...(topic === null ? {} : { topic: topic.id }) };
  return writeKitJson(kit, (each) => urlOf(site, { ...page, ending: each }));
}
