/**
 * The small print: who or what wrote the summaries and who answers for them, how the sheet is made, under which licence,
 * and where this edition and the newest one are found. In: the desk. Out: the section.
 */
import type { Section } from "../../model/briefing.ts";
import type { Desk } from "../desk.ts";
import { dateInWords, fill } from "../format-words.ts";
import { addressRun } from "../links.ts";

/** Where the summaries' licence is found. */
const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

export function colophon(desk: Desk): Section {
  const { words, library, links } = desk;
  const { writtenBy, reviewedBy, reviewedOn } = library.subject.authorship;
  const reviewed =
    reviewedBy === null
      ? words.unreviewed
      : fill(words.reviewed, {
          name: reviewedBy,
          date: reviewedOn === null ? "" : dateInWords(reviewedOn, words, "long"),
        });
  return {
    kind: "colophon",
    parts: [
      {
        kind: "paragraph",
        style: "colophon",
        runs: [
          { text: `${writtenBy === "machine" ? words.byMachine : words.byPerson} ${reviewed} `, voice: "strong" },
          { text: `${words.method} `, voice: "plain" },
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
