/**
 * A briefing as plain text for terminals, mail and screen readers. In: a briefing. Out: lines of at most 72 columns that
 * end with a newline; headings are underlined, a matrix is read row by row, and a figure gives its alternative text. It
 * knows no markup, and no direction mark gets through it.
 */
import type {
  Briefing,
  Code,
  Heading,
  ListItem,
  Paragraph,
  Part,
  Row,
  Run,
  Table,
  Timeline,
} from "../model/briefing.ts";
import { safeHref, showsItsAddress } from "./link-target.ts";
import { visibleText } from "./visible-text.ts";
import { columnsOf, wrapText } from "./wrap-text.ts";

export const TEXT_COLUMNS = 72;
const UNDERLINES = { 1: "=", 2: "-", 3: "." } as const;

export function writeText({ sections }: Pick<Briefing, "sections">): string {
  const blocks = sections.flatMap(({ parts }) => parts.flatMap(block));
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The blocks of a part; blank lines go between blocks. */
function block(part: Part): readonly (readonly string[])[] {
  switch (part.kind) {
    case "heading":
      return [heading(part)];
    case "paragraph":
      return [paragraph(part, "", "")];
    case "list":
      return part.items.map(item);
    case "table":
      return table(part);
    case "timeline":
    case "code":
      return [figure(part)];
    case "group":
      return part.parts.flatMap(block);
  }
}

function heading({ level, runs }: Heading): readonly string[] {
  const lines = wrapText(words(runs), TEXT_COLUMNS);
  const width = Math.max(1, ...lines.map(columnsOf));
  return [...lines, UNDERLINES[level].repeat(Math.min(width, TEXT_COLUMNS))];
}

function paragraph({ runs }: Paragraph, first: string, rest: string): readonly string[] {
  return wrapText(words(runs), TEXT_COLUMNS, first, rest);
}

/** The label, or a dash, hangs to the left of the item's paragraphs. */
function item({ label, parts }: ListItem): readonly string[] {
  const sign = label === undefined ? "- " : `${visibleText(label)}) `;
  const indent = " ".repeat(columnsOf(sign));
  if (parts.length === 0) return [sign.trimEnd()];
  return parts.flatMap((part, i) => paragraph(part, i === 0 ? sign : indent, indent));
}

/** The row with the names of the columns, then each row on its own with those names before its cells. */
function table({ caption, rows }: Table): readonly (readonly string[])[] {
  const [head, ...body] = rows[0]?.cells.every(({ header }) => header === "column") ? rows : [null, ...rows];
  const names = head?.cells.map(({ runs }) => words(runs)) ?? [];
  return [
    wrapText(visibleText(caption), TEXT_COLUMNS),
    ...(head ? [wrapText(names.join(" | "), TEXT_COLUMNS)] : []),
    ...body.flatMap((row) => (row ? [tableRow(row, names)] : [])),
  ];
}

function tableRow({ cells }: Row, names: readonly string[]): readonly string[] {
  return cells.flatMap(({ header, runs }, column) => {
    if (header === "row") return wrapText(words(runs), TEXT_COLUMNS);
    const name = names[column] === undefined ? "" : `${names[column]} | `;
    return wrapText(name + words(runs), TEXT_COLUMNS, "  ", "    ");
  });
}

function figure({ alt }: Timeline | Code): readonly string[] {
  return wrapText(`[${visibleText(alt)}]`, TEXT_COLUMNS);
}

/** Citations stand in square brackets; an address follows its words unless they are the address. */
function words(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const text = visibleText(run.text);
      if (run.voice === "citation" && run.target !== undefined) return `[${text}]`;
      // The legend says where a dispute is that is not on the sheet.
      if (run.target !== undefined) return text;
      const href = safeHref(run);
      if (href === null) return text;
      return showsItsAddress(run, href) ? href : `${text} <${href}>`;
    })
    .join("");
}
