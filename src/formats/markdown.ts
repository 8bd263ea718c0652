/**
 * A briefing as Markdown for newsletters and notes: CommonMark with a GitHub table. In: a briefing. Out: text in which
 * every character of the briefing appears as itself, citations stand in square brackets and sources are a numbered
 * list. It knows no HTML and prints no address that is not a link.
 */
import type { Briefing, List, ListItem, Part, Row, Run, Table } from "../model/briefing.ts";
import { escapeBlockStart, escapeMarkdown } from "./escape-markdown.ts";
import { safeHref } from "./link-target.ts";
import { visibleText } from "./visible-text.ts";

export function writeMarkdown({ sections }: Pick<Briefing, "sections">): string {
  const blocks = sections.flatMap(({ parts }) => parts.flatMap(block));
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

function block(part: Part): readonly string[] {
  switch (part.kind) {
    case "heading":
      return [`${"#".repeat(part.level)} ${inline(part.runs)}`];
    case "paragraph":
      return [escapeBlockStart(inline(part.runs))];
    case "list":
      return [list(part)];
    case "table":
      return table(part);
    case "timeline":
    case "code":
      return [`*${escapeMarkdown(visibleText(part.alt).trim())}*`];
    case "group":
      return part.parts.flatMap(block);
  }
}

/** Numbered where the labels count from one number to the next; else with the label in front, if there is one. */
function list({ items }: List): string {
  const first = Number(items[0]?.label);
  const counts = Number.isInteger(first) && items.every(({ label }, i) => label === String(first + i));
  const between = items.every(({ parts }) => parts.length === 1) ? "\n" : "\n\n";
  return items.map((item) => listItem(item, counts ? `${item.label}. ` : "- ", counts)).join(between);
}

function listItem({ label, parts }: ListItem, sign: string, counts: boolean): string {
  const indent = " ".repeat(sign.length);
  const name = label === undefined || counts ? "" : `**${escapeMarkdown(visibleText(label))}** `;
  const paragraphs = parts.map(({ runs }, i) => (i === 0 ? name : "") + inline(runs));
  const [head = name.trim(), ...rest] = paragraphs.map((text) => escapeBlockStart(text));
  return [sign + head, ...rest.map((text) => indent + text)].join("\n\n");
}

/** The caption above, then a table; where no row heads the columns, an empty one does, for GitHub wants one. */
function table({ caption, rows }: Table): readonly string[] {
  const title = escapeBlockStart(escapeMarkdown(visibleText(caption)));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (width === 0) return [title];
  const headed = rows[0]?.cells.every(({ header }) => header === "column") === true;
  const line = (row: Row | undefined): string =>
    `| ${Array.from({ length: width }, (_, i) => inline(row?.cells[i]?.runs ?? [])).join(" | ")} |`;
  const rule = `|${" --- |".repeat(width)}`;
  return [title, [line(headed ? rows[0] : undefined), rule, ...rows.slice(headed ? 1 : 0).map(line)].join("\n")];
}

interface Piece {
  readonly markdown: string;
  readonly strong: boolean;
}

/** Runs one after the other; neighbouring strong ones share their asterisks. */
function inline(runs: readonly Run[]): string {
  const pieces: Piece[] = [];
  for (const run of runs) {
    const strong = run.voice === "strong";
    const last = pieces.at(-1);
    const markdown = piece(run);
    if (last?.strong === strong) pieces[pieces.length - 1] = { markdown: last.markdown + markdown, strong };
    else pieces.push({ markdown, strong });
  }
  let out = "";
  for (const [i, { markdown, strong }] of pieces.entries()) {
    out += strong ? emphasise(markdown, out, pieces[i + 1]?.markdown ?? "") : markdown;
  }
  // A parenthesis or colon right after a citation's bracket would make a link or a definition of it.
  return out.replace(/(\[\d+¶\d+\])(?=[(:])/g, "$1\\").trim();
}

function piece(run: Run): string {
  const text = escapeMarkdown(visibleText(run.text));
  if (run.voice === "citation" && run.target !== undefined) return `[${text}]`;
  const href = safeHref(run);
  return href === null ? text : `[${text}](<${href.replace(/[<>\\|]/g, encodeURIComponent).replaceAll("&", "\\&")}>)`;
}

/** Asterisks only where CommonMark reads them as emphasis: outside spaces, and not between a sign and a letter. */
function emphasise(markdown: string, before: string, after: string): string {
  const core = markdown.trim();
  if (core === "") return markdown;
  const [lead = "", tail = ""] = markdown.split(core);
  const sign = /[\p{P}\p{S}]/u;
  const parted = (end: string, space: string, next: string): boolean =>
    space !== "" || next === "" || !sign.test(end) || /^[\s\p{P}\p{S}]/u.test(next);
  const opens = parted(core.at(0) ?? "", lead, before.at(-1) ?? "");
  const closes = parted(core.at(-1) ?? "", tail, after);
  return opens && closes ? `${lead}**${core}**${tail}` : markdown;
}
