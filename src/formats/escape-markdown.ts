/**
 * Text that a Markdown reader shows as it is. In: text without line ends. Out: the same with a backslash before every
 * character that could begin markup in CommonMark or GitHub's dialect, tables and automatic links included. It escapes
 * no more than that, since a person may read the source in a newsletter's editor.
 */

import { visibleText } from "./visible-text.ts";

/** These can begin markup wherever they stand; some renderers link addresses of mail, and names behind an `@`. */
const ANYWHERE = /[\\`*_[\]<>|~&$@]/g;
/** GitHub's dialect makes links of these by itself. */
const AUTOMATIC = /(https?|ftp)(?=:\/\/)|www(?=\.)/gi;
/** Headings, quotations, lists, rules and underlines begin a block with these. */
const AT_START = /^(\s*)([#+=:-])|^(\s*\d{1,9})([.)])/;

/** What only steers a display goes too, and line ends with it: a text that began a line could begin anything. */
export function escapeMarkdown(text: string): string {
  return visibleText(text).replace(ANYWHERE, "\\$&").replace(AUTOMATIC, "$&\\");
}

/** For text that begins a block, after `escapeMarkdown`. */
export function escapeBlockStart(line: string): string {
  return line.replace(
    AT_START,
    (_, space = "", sign = "", number = "", dot = "") => `${space}${number}\\${sign}${dot}`,
  );
}
