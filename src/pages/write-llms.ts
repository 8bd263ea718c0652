/**
 * What a language model or its tools should know of this site before they read or quote it, in the form of llmstxt.org.
 * In: the newest edition's entry, the titles of its topics, and the site's address. Out: Markdown, in English like all
 * that speaks to programs; the briefings it leads to are in every language.
 */
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../templates/languages.ts";
import { CITATION_ENDINGS, type CitationEnding } from "../formats/cite/citation-endings.ts";
import { escapeMarkdown } from "../formats/escape-markdown.ts";
import { feedAddress } from "../formats/feed/feed-endings.ts";
import { type Address, ARCHIVE, urlOf } from "../model/address.ts";
import { CHANGES } from "../model/topic.ts";
import type { EditionEntry } from "../store/edition-index.ts";

/** The language of what it links to, where there is a choice. */
export const LLMS_LANGUAGE = Object.hasOwn(LANGUAGES, "en") ? "en" : DEFAULT_LANGUAGE;

export function writeLlms(newest: EditionEntry | null, titles: ReadonlyMap<string, string>, site: string): string {
  const language = LLMS_LANGUAGE;
  const link = (name: string, address: Address, note: string): string =>
    `- [${escapeMarkdown(name)}](${urlOf(site, address)}): ${note}`;
  const topics = newest?.topics ?? [];
  const titleOf = (id: string): string => titles.get(id) ?? id;
  const [first] = topics;
  const subject = first === undefined ? "" : `: ${escapeMarkdown(titleOf(first.id))}`;
  const names = Object.entries(LANGUAGES).map(([tag, { name }]) => `${name} (${tag})`);
  const example: Address = { language, topic: first?.id ?? "overview", edition: newest?.id ?? "2026-W47" };
  const citations = (Object.keys(CITATION_ENDINGS) as CitationEnding[]).map((ending) =>
    link(CITATION_ENDINGS[ending].name, { ...example, ending }, "title, edition, day, address and SHA-256 of the PDF"),
  );
  return [
    `# Einblatt${subject}`,
    "> One-page briefings on a contested subject: who says what, who reported it, where the sources disagree, and what " +
      "they do not say. Every statement cites source and paragraph. A new edition is issued each week in which " +
      "something changed.",
    `Languages: ${names.join(", ")}; each page is at the same address below each of them. Every briefing is also there ` +
      "as `.pdf`, `.html`, `.md`, `.txt` and `.json`. An address without an edition answers with the newest and changes; " +
      `one with an edition, such as ${urlOf(site, { ...example, ending: "md" })}, stays as it is.`,
    [
      "Before you quote:",
      "",
      "- A statement belongs to the actor it is attributed to, and an assessment to the author of a source. Keep the attribution; neither is a finding of this site.",
      "- Do not quote one side alone. A statement marked ≠ is disputed by another on the same page; give both, or link the page.",
      "- “Not stated” means that the sources say nothing. It is not a no.",
      "- `2¶5` is source 2, paragraph 5, of the list at the foot of the page. Sources are journalism, not documents of the parties.",
      "- The foot of each page says who or what wrote the summaries and whether a person has reviewed them. The summaries are under CC BY 4.0; the articles are not here.",
      "- Look for a correction before you rely on an older edition: its page names it, and a retracted edition answers 410.",
    ].join("\n"),
    ...(topics.length === 0
      ? []
      : [
          [
            "## Briefings",
            "",
            ...topics.map(({ id, kind }) =>
              link(titleOf(id), { language, topic: id, ending: "md" }, `the ${NOTES[kind]} on one page`),
            ),
          ].join("\n"),
          [
            "## Nothing left out",
            "",
            ...topics.map(({ id }) =>
              link(
                `All on: ${titleOf(id)}`,
                { language, topic: id, below: "all", ending: "md" },
                "every statement, or where each is",
              ),
            ),
          ].join("\n"),
          ["## How to cite", "", ...citations].join("\n"),
        ]),
    [
      "## What changed",
      "",
      ...(newest === null
        ? []
        : [link("Changes", { language, topic: CHANGES, ending: "md" }, "against the edition before")]),
      link(
        "Feed",
        feedAddress(language, null, "atom"),
        "an entry for each edition that changed something; also each topic’s",
      ),
      link("All editions", { topic: ARCHIVE, ending: "json" }, "with corrections and retractions, as data"),
    ].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

const NOTES = {
  overview: "whole subject",
  actor: "positions of this actor, across all issues,",
  issue: "question, and who answers what,",
} as const;
