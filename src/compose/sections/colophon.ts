/**
 * The small print: who or what wrote the summaries and who answers for them, how the sheet is made, under which licence,
 * and where this edition and the newest one are found. In: the context. Out: the section.
 */
import type { Section } from "../../model/briefing.ts";
import type { Library } from "../../model/library.ts";
import { LICENCE } from "../../model/licence.ts";
import type { Words } from "../../model/words.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { addressRun } from "../context/links.ts";
import { dateInWords, fill } from "../wording/format-words.ts";

/** `translated`: whether words in quotation marks on the sheet are a translation of what was said. */
export function colophon(context: ComposeContext, translated = false): Section {
  const { words, library, links } = context;
  return {
    kind: "colophon",
    parts: [
      {
        kind: "paragraph",
        style: "colophon",
        runs: [
          { text: `${authorshipInWords(library, words)} `, voice: "strong" },
          { text: `${words.method} ${translated ? `${words.translated} ` : ""}`, voice: "plain" },
          { text: words.licence, voice: "plain", href: LICENCE },
        ],
      },
      {
        kind: "paragraph",
        style: "colophon",
        runs: [
          { text: `${words.permanent} `, voice: "strong" },
          addressRun(links.permanent, "plain"),
          { text: ` ${words.newest} `, voice: "strong" },
          addressRun(links.newest, "plain"),
        ],
      },
    ],
  };
}

/** Who or what wrote the summaries, and whether a person has reviewed them. */
export function authorshipInWords({ subject }: Library, words: Words): string {
  const { writtenBy, reviewedBy, reviewedOn } = subject.authorship;
  const wrote = writtenBy === "machine" ? words.byMachine : words.byPerson;
  if (reviewedBy === null) return `${wrote} ${words.unreviewed}`;
  if (reviewedOn === null) return `${wrote} ${fill(words.reviewedUndated, { name: reviewedBy })}`;
  return `${wrote} ${fill(words.reviewed, { name: reviewedBy, date: dateInWords(reviewedOn, words, "long") })}`;
}
