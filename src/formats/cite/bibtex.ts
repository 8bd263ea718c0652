/**
 * A citation as BibTeX, with the fields of BibLaTeX beside those of old styles. In: what is cited. Out: one entry. What
 * LaTeX would take for a command is spelled as the sign it is, and braces are spelled out, for BibTeX counts even those
 * that are escaped.
 */
import type { Citable } from "../../model/citable.ts";
import { AUTHOR } from "../author.ts";
import { citationKey } from "./citation-key.ts";
import { citedText } from "./cited-text.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export function writeBibtex(citable: Citable): string {
  const { title, edition, issued, genre, language, url, note } = citable;
  const [year, month] = issued.split("-");
  const fields: readonly (readonly [string, string])[] = [
    // The inner braces make one name of it, and keep capitals as they are.
    ["author", `{{${AUTHOR}}}`],
    ["title", `{{${escapeLatex(title)}}}`],
    ["institution", `{${AUTHOR}}`],
    ["type", `{${escapeLatex(genre)}}`],
    ["number", `{${edition}}`],
    ["year", `{${year}}`],
    ["month", MONTHS[Number(month) - 1] ?? `{${month}}`],
    ["date", `{${issued}}`],
    ["language", `{${language}}`],
    ["url", `{${escapeUrl(url)}}`],
    ["note", `{${escapeLatex(note)}}`],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
  return `@techreport{${citationKey(citable)},\n${lines.join(",\n")}\n}\n`;
}

const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
};

/** Two hyphens, accents or apostrophes in a row would be set as another sign. */
const JOINED = /-(?=-)|`(?=`)|'(?=')/g;

function escapeLatex(text: string): string {
  const signs = citedText(text).replace(/[\\{}~^&%$#_]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`);
  return signs.replace(JOINED, "$&{}");
}

/** Styles print addresses as they are; only what would end the field may not stand in one. */
function escapeUrl(url: string): string {
  return citedText(url).replace(/[\\{}\s]/g, (sign) => encodeURIComponent(sign));
}
