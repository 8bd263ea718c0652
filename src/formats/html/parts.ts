/**
 * The parts of a briefing as HTML. In: a part and its page. Out: markup that says what the part is: heading, paragraph,
 * list, table, figure or section. It keeps their order and looks neither left nor right.
 */
import type { Heading, List, ListItem, Paragraph, Part } from "../../model/briefing.ts";
import { visibleText } from "../visible-text.ts";
import { writeCode } from "./code.ts";
import { writeTimeline } from "./draw-timeline.ts";
import { block, element, escapeHtml, html, type Markup } from "./markup.ts";
import { writeRuns } from "./runs.ts";
import { answerShape, markShape } from "./shapes.ts";
import type { SheetContext } from "./sheet-context.ts";
import { writeTable } from "./table.ts";

export function writePart(part: Part, context: SheetContext): Markup {
  switch (part.kind) {
    case "heading":
      return heading(part, context);
    case "paragraph":
      return paragraph(part, context);
    case "list":
      return list(part, context);
    case "table":
      return writeTable(part, context);
    case "timeline":
      return writeTimeline(part);
    case "code":
      return writeCode(part);
    case "group":
      return block(
        "section",
        { class: "group", id: part.anchor },
        "\n",
        ...part.parts.map((p) => writePart(p, context)),
      );
  }
}

function heading({ level, mark, runs }: Heading, context: SheetContext): Markup {
  return block(`h${level}`, {}, mark === undefined ? "" : markShape(mark), writeRuns(runs, context));
}

function paragraph({ style, answer, runs }: Paragraph, context: SheetContext): Markup {
  const words = writeRuns(runs, context);
  if (answer === undefined) return block("p", { class: style }, words);
  return block("p", { class: style }, answerShape(answer), words);
}

/** Lists of labelled items are ordered. Their role is spelled out: Safari forgets it where no bullets are drawn. */
function list({ style, items }: List, context: SheetContext): Markup {
  const name = items.every(({ label }) => label !== undefined) ? "ol" : "ul";
  return block(name, { class: style, role: "list" }, "\n", ...items.map((entry) => item(entry, context)));
}

function item({ label, anchor, parts }: ListItem, context: SheetContext): Markup {
  const sign = label === undefined ? "" : html`${element("span", { class: "sign" }, escapeHtml(visibleText(label)))} `;
  return block("li", { id: anchor }, sign, ...parts.map((part) => paragraph(part, context)));
}
