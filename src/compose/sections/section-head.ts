/**
 * The head of a section: its title, and where there is one a line that explains its signs. In: the context and the words.
 * Out: parts that are the same objects in every draft of a sheet, so that they are set once.
 */
import type { Heading, Paragraph } from "../../model/briefing.ts";
import type { ComposeContext } from "../context/compose-context.ts";

export function sectionHeading(context: ComposeContext, title: string): Heading {
  return context.cache.keep(
    `section ${title}`,
    (): Heading => ({ kind: "heading", level: 2, runs: [{ text: title, voice: "plain" }] }),
  );
}

export function sectionLegend(context: ComposeContext, words: string): Paragraph {
  return context.cache.keep(
    `legend ${words}`,
    (): Paragraph => ({ kind: "paragraph", style: "legend", runs: [{ text: words, voice: "label" }] }),
  );
}
