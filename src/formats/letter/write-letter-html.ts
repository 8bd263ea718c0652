/**
 * A letter as a block of HTML for mails: one table with styles in its elements, no script, no style sheet, no drawing. In:
 * a letter. Out: a fragment to be pasted into a newsletter. It says everything in words and as links; the picture may be
 * missing.
 */
import type { Heading, List, Paragraph, Run } from "../../model/briefing.ts";
import type { Letter, Picture } from "../../model/letter.ts";
import { directionOf } from "../html/direction.ts";
import { type Attributes, block, element, escapeHtml, type Markup, together } from "../html/markup.ts";
import { safeHref } from "../link-target.ts";
import { visibleText } from "../visible-text.ts";
import * as style from "./mail-style.ts";

/** Word, which is inside Outlook for Windows, knows no greatest width and is held in by a table of its own. */
const FOR_WORD = [
  `<!--[if mso]><table role="presentation" width="${style.WIDTH}"><tr><td><![endif]-->\n`,
  "<!--[if mso]></td></tr></table><![endif]-->\n",
] as const;

/** Newsletter programs take `{{…}}`, `{%…%}` and `*|…|*` in what is pasted for commands; a reference is still the sign. */
const COMMAND = /\{(?=[{%])|\*(?=\|)/g;

export function writeLetterHtml({ language, picture, sections }: Letter): string {
  const bgcolor = style.COLOURS.paper;
  const cell = (look: string | undefined, ...content: readonly Markup[]): Markup =>
    block("tr", {}, element("td", { bgcolor, style: look }, ...content));
  const words = sections.flatMap(({ parts }) => parts.map(part));
  const table = block(
    "table",
    {
      role: "presentation",
      lang: language,
      dir: directionOf(language),
      width: style.WIDTH,
      cellpadding: 0,
      cellspacing: 0,
      border: 0,
      bgcolor,
      style: style.TABLE,
    },
    "\n",
    picture === null ? "" : cell(undefined, writePicture(picture)),
    cell(style.CELL, "\n", ...words),
  );
  return FOR_WORD.join(table).replace(COMMAND, (sign) => `&#${sign.charCodeAt(0)};`);
}

function writePicture({ src, href, alt, width, height }: Picture): Markup {
  const shown = { width: style.WIDTH, height: Math.round((style.WIDTH * height) / width) };
  const img = element("img", { src, ...shown, border: 0, alt: visibleText(alt), style: style.PICTURE });
  return element("a", { href, style: style.TITLE_LINK }, img);
}

function part(value: Heading | Paragraph | List): Markup {
  switch (value.kind) {
    case "heading":
      return block(`h${value.level}`, { style: style.HEADINGS[value.level] }, writeRuns(value.runs, style.TITLE_LINK));
    case "paragraph":
      return block("p", { style: style.PARAGRAPHS[value.style] ?? style.BODY }, writeRuns(value.runs, style.LINK));
    case "list":
      return block("ul", { style: style.LIST }, "\n", ...value.items.map(item));
  }
}

function item({ parts }: List["items"][number]): Markup {
  return block(
    "li",
    { style: style.ITEM },
    together(
      parts.map(({ runs }) => writeRuns(runs, style.LINK)),
      " ",
    ),
  );
}

function writeRuns(runs: readonly Run[], link: string): Markup {
  return together(joined(runs).map((run) => writeRun(run, link)));
}

/** Neighbours that look alike share one element, for each has its style with it. */
function joined(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const alike = last?.voice === run.voice && last.lang === run.lang && (last.href ?? run.href) === undefined;
    if (alike) merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}

function writeRun(run: Run, link: string): Markup {
  const text = escapeHtml(visibleText(run.text));
  const lang: Attributes = run.lang === undefined ? {} : { lang: run.lang, dir: directionOf(run.lang) };
  const href = safeHref(run);
  if (href !== null) {
    const linked = element("a", { href, style: link, ...lang }, text);
    return run.voice === "strong" ? element("b", {}, linked) : linked;
  }
  switch (run.voice) {
    case "strong":
      return element("b", lang, text);
    case "flag":
      return element("span", { style: style.FLAG, ...lang }, text);
    case "label":
      return element("span", { style: style.QUIET, ...lang }, text);
    default:
      return run.lang === undefined ? text : element("span", lang, text);
  }
}
