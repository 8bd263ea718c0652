/**
 * A table as HTML that is still a table on a phone. In: a table and its page. Out: markup with caption and scopes. It names
 * no roles, which a table's own elements may not have (ARIA in HTML); a test holds that browsers know them without, also
 * where rows are set as cards. There every cell repeats its column's mark and name, drawn by the style and not said twice.
 */
import type { Cell, Row, Table } from "../../model/briefing.ts";
import { visibleText } from "../visible-text.ts";
import { block, element, escapeHtml, type Markup } from "./markup.ts";
import { writeRuns } from "./runs.ts";
import { answerShape, markShape } from "./shapes.ts";
import type { SheetContext } from "./sheet-context.ts";

export function writeTable({ caption, rows }: Table, context: SheetContext): Markup {
  const [first] = rows;
  const head = first?.cells.every(({ header }) => header === "column") ? first : undefined;
  const body = head === undefined ? rows : rows.slice(1);
  const line = (row: Row): Markup => writeRow(row, head, context);
  return block(
    "table",
    {},
    "\n",
    block("caption", {}, escapeHtml(visibleText(caption))),
    head === undefined ? "" : block("thead", {}, line(head)),
    body.length === 0 ? "" : block("tbody", {}, ...body.map(line)),
  );
}

function writeRow(row: Row, head: Row | undefined, context: SheetContext): Markup {
  const classes = row.emphasised ? "emphasised" : undefined;
  const cells = row.cells.map((cell, column) =>
    writeCell(cell, row === head ? undefined : head?.cells[column], context),
  );
  return block("tr", { class: classes }, "\n", ...cells);
}

function writeCell(cell: Cell, column: Cell | undefined, context: SheetContext): Markup {
  const { header, answer, mark, emphasised, runs } = cell;
  const words = writeRuns(runs, context);
  const shape = answer !== undefined ? answerShape(answer) : mark !== undefined ? markShape(mark) : "";
  const attributes = { class: emphasised ? "emphasised" : undefined };
  if (header === "column") return block("th", { ...attributes, scope: "col" }, shape, words);
  if (header === "row") return block("th", { ...attributes, scope: "row" }, words);
  return block("td", attributes, columnName(column), element("div", {}, shape, words));
}

/** Shown only where the table is set as cards. */
function columnName(column: Cell | undefined): Markup {
  if (column === undefined) return "";
  const name = visibleText(column.runs.map(({ text }) => text).join(""));
  const mark = column.mark === undefined ? "" : markShape(column.mark);
  return element("span", { class: "column", "aria-hidden": "true", "data-name": name }, mark);
}
