/**
 * Parts of a briefing as a fragment of HTML for feed readers: headings, paragraphs, lists, and links by absolute
 * addresses. In: parts and their language. Out: markup without classes, identifiers and styles, of which readers keep
 * nothing. It makes no link to a place within the fragment, for readers show many of them on one page.
 */
import type { ListItem, Part, Run } from "../../model/briefing.ts";
import { directionOf } from "../html/direction.ts";
import { block, element, escapeHtml, type Markup, together } from "../html/markup.ts";
import { safeHref } from "../link-target.ts";
import { feedText } from "./feed-text.ts";

export function writeFragment(parts: readonly Part[], language: string): string {
  return block("div", { lang: language, dir: directionOf(language) }, "\n", ...parts.map(writePart));
}

/** A part that is drawn says nothing in words; what a bulletin is made of has none. */
function writePart(part: Part): Markup {
  switch (part.kind) {
    case "heading":
      return block(`h${part.level + 1}`, {}, writeRuns(part.runs));
    case "paragraph":
      return block("p", {}, writeRuns(part.runs));
    case "list": {
      const name = part.items.every(({ label }) => label !== undefined) ? "ol" : "ul";
      return block(name, {}, "\n", ...part.items.map(writeItem));
    }
    case "group":
      return together(part.parts.map(writePart));
    case "table":
    case "timeline":
    case "code":
      return "";
  }
}

/** Of an ordered list its numbers are those of the sources. */
function writeItem({ parts }: ListItem): Markup {
  return block(
    "li",
    {},
    together(
      parts.map(({ runs }) => writeRuns(runs)),
      element("br", {}),
    ),
  );
}

function writeRuns(runs: readonly Run[]): Markup {
  return together(runs.map(writeRun));
}

function writeRun(run: Run): Markup {
  const text = escapeHtml(feedText(run.text));
  const lang = run.lang === undefined ? {} : { lang: run.lang, dir: directionOf(run.lang) };
  const href = safeHref(run);
  if (href !== null) return element("a", { href, ...lang }, text);
  if (run.voice === "strong" || run.voice === "flag") return element("b", lang, text);
  return run.lang === undefined ? text : element("span", lang, text);
}
