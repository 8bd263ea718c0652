/**
 * A list of issues in place of all that is said on them, for a page that would be too long to read or to make. In: the
 * context and what a row says. Out: the sentence that says why there is a list, its rows, and the addresses they lead to. It
 * does not count.
 */
import { type Address, urlOf } from "../../model/address.ts";
import type { ListItem, Run, Section } from "../../model/briefing.ts";
import { type ComposeContext, NO_BREAK } from "../context/compose-context.ts";

/**
 * Statements, lines of answers or changes that a page prints in full; of more than these it is a list of issues. Each is
 * about a kilobyte of HTML, so the longest page has a megabyte or two: more is read by nobody, and with tens of thousands
 * an isolate could not even make it. Events have no bound of their own until there is a list, which tells so many.
 */
export const MOST_ON_A_PAGE = 1000;

/** Stands where a sheet says what is not on it. */
export function tooMuch(text: string): Section {
  return { kind: "omitted", parts: [{ kind: "paragraph", style: "omitted", runs: [{ text, voice: "plain" }] }] };
}

export function issueItem(anchor: string, runs: readonly Run[]): ListItem {
  return { kind: "item", anchor, parts: [{ kind: "paragraph", style: "body", runs }] };
}

/** `: 5 statements, 1 dispute`, with every number beside its word in columns as narrow as these. */
export function countsRun(counts: string): Run {
  return { text: `: ${counts.replace(/(?<!,) /g, NO_BREAK)}`, voice: "plain" };
}

/** The complete page of an issue, in this edition unless another is named. */
export function completePage(
  { edition, language }: ComposeContext,
  issue: string,
  at: Pick<Address, "edition" | "anchor">,
): string {
  return urlOf(edition.site, { language, topic: issue, below: "all", edition: edition.id, ...at });
}
