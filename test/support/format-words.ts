/**
 * The words of a briefing one after the other, and the words of each written format with its markup taken away again. In:
 * a briefing, or what a format made of it. Out: lists of words that must be equal. Written apart from the formats, so
 * that a mistake in one is not repeated here.
 */
import { type Ending, WORD_FORMATS } from "../../src/formats/formats.ts";
import { visibleText } from "../../src/formats/visible-text.ts";
import type { Briefing, Part, Run } from "../../src/model/briefing.ts";

/** In plain text a row repeats the names of its columns; nowhere else is anything said twice. */
export function wordsOf(briefing: Pick<Briefing, "sections">, columnsRepeated = false): readonly string[] {
  return split(
    briefing.sections.flatMap(({ parts }) => parts.flatMap((part) => said(part, columnsRepeated))).join(" "),
  );
}

function said(part: Part, repeat: boolean): readonly string[] {
  switch (part.kind) {
    case "heading":
    case "paragraph":
      return [text(part.runs)];
    case "list":
      return part.items.flatMap(({ label, parts }) => [label ?? "", ...parts.map(({ runs }) => text(runs))]);
    case "table": {
      const names = part.rows[0]?.cells.map(({ runs }) => text(runs)) ?? [];
      const rows = part.rows.flatMap(({ cells }) =>
        cells.flatMap(({ header, runs }, column) => [
          header === undefined && repeat ? (names[column] ?? "") : "",
          text(runs),
        ]),
      );
      return [part.caption, ...rows];
    }
    case "timeline":
    case "code":
      return [part.alt];
    case "group":
      return part.parts.flatMap((inner) => said(inner, repeat));
  }
}

const text = (runs: readonly Run[]): string => visibleText(runs.map((run) => run.text).join(""));

export function split(words: string): readonly string[] {
  return words.split(/\s+/).filter((word) => word !== "");
}

/** Tags go, and what lets no line end; drawings leave their alternative text. */
export function wordsOfHtml(html: string): readonly string[] {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const bare = main
    .replace(/<svg[^>]*aria-label="([^"]*)"[^>]*>.*?<\/svg>/gs, "$1")
    .replace(/<svg.*?<\/svg>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#8288;", "");
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return split(bare.replace(/&([a-z]+|#39);/g, (entity, name: string) => entities[name] ?? entity));
}

/** What a backslash protects is set aside, markup is taken away, and what was set aside comes back. */
export function wordsOfMarkdown(markdown: string): readonly string[] {
  const aside = (sign: string): string => String.fromCodePoint(0xf0000 + (sign.codePointAt(0) ?? 0));
  const bare = markdown
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => aside(sign))
    .replace(/^\|( --- \|)+$/gm, "")
    .replace(/^\s*(#{1,6} |- )/gm, "")
    .replace(/^(\d+)\. /gm, "$1 ")
    .replace(/\[([^\]]*)\]\(<[^>]*>\)/g, "$1")
    .replace(/\[(\d+¶\d+|nirgends)\]/g, "$1")
    .replace(/[*|]/g, "");
  return split(
    bare.replace(/[\u{f0000}-\u{f007f}]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xf0000)),
  );
}

/** Underlines, signs of lists, brackets of figures and citations, and addresses behind their words go. */
export function wordsOfText(plain: string): readonly string[] {
  const bare = plain
    .replace(/^(=+|-+|\.+)$/gm, "")
    .replace(/^- /gm, "")
    .replace(/^(\d+|[A-Z]+)\) /gm, "$1 ")
    .replace(/(?<=^|\n\n)\[((?!\d+¶)(?:(?!\n\n).)*)\](?=\n\n)/gs, "$1")
    .replace(/\[(\d+¶\d+|nirgends)\]/g, "$1")
    .replace(/\s+<https?:\/\/(creativecommons|localhost|einblatt)[^>]*>/g, "")
    .replace(/ \| /g, " ");
  return split(bare);
}

export function wordsOfJson(json: string): readonly string[] {
  const words: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) visit(entry);
    if (Array.isArray(value) || typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (["text", "label", "caption", "alt"].includes(key)) words.push(String(inner));
      else if (!["runs", "dots", "ticks"].includes(key)) visit(inner);
    }
  };
  visit((JSON.parse(json) as { sections: unknown }).sections);
  return split(words.join(" "));
}

type WordEnding = Exclude<Ending, "pdf">;

/** How the words of each format are read. */
export const READERS: Readonly<Record<WordEnding, (written: string) => readonly string[]>> = {
  html: wordsOfHtml,
  md: wordsOfMarkdown,
  txt: wordsOfText,
  json: wordsOfJson,
};

/** Formats in which a briefing does not say what it says, with the first word that is another one. */
export function formatComplaints(briefing: Briefing, formats = WORD_FORMATS): readonly string[] {
  return (Object.keys(formats) as WordEnding[]).flatMap((ending) => {
    const found = comparable(READERS[ending](formats[ending].writeWords(briefing)));
    const expected = comparable(wordsOf(briefing, ending === "txt"));
    const at = Array.from({ length: Math.max(found.length, expected.length) }, (_, i) => i).find(
      (i) => found[i] !== expected[i],
    );
    const name = `${briefing.topic}/${briefing.template}/${briefing.language}.${ending}`;
    return at === undefined ? [] : [`${name}: “${found[at]}” where the briefing says “${expected[at]}”`];
  });
}

/** Bars part columns, and plain text prints an address in full: neither is compared. */
function comparable(words: readonly string[]): readonly string[] {
  return words.filter((word) => word !== "|").map((word) => word.replace(/^https?:\/\//, ""));
}
