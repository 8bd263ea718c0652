/**
 * What stays on one line of the web page. In: a text and its language. Out: its markup, with no-break spaces wherever the
 * typesetter lets no line end, so that page and sheet agree. Browsers copy and find these as ordinary spaces.
 */
import { GLUE, THIN_GLUE } from "../../typeset/text/characters.ts";
import { bound } from "../../typeset/text/narrow-spaces.ts";
import { visibleText } from "../visible-text.ts";
import { escapeHtml, html, type Markup, together } from "./markup.ts";

const NO_BREAK = "\u00a0";
/** Browsers end a line before an em dash even where no space is; a word joiner says no. */
const JOINER = html`&#8288;`;

export function heldTogether(text: string, language: string): Markup {
  const [primary = ""] = language.split("-");
  const held = bound(visibleText(text), primary).replaceAll(GLUE, NO_BREAK).replaceAll(THIN_GLUE, NO_BREAK);
  return together(held.split(/(?<=\S)(?=—)/u).map(escapeHtml), JOINER);
}
