/**
 * The blocks of the newsletter kit: one letter in each format that can be pasted. In: a letter and its HTML. Out: for each
 * format its text and how many bytes that has. All carry the same words; only plain text has no picture.
 */
import type { Block, Kit, Letter } from "../../model/letter.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import { writeMarkdown } from "../markdown.ts";
import { writeText } from "../text.ts";
import { visibleText } from "../visible-text.ts";

/** `html` is its own block, which whoever made the letter short enough has written already. */
export function writeBlocks(letter: Letter, html: Block): Kit {
  // `{{…}}` and `{%…%}` are commands to newsletter programs; a backslash between the signs does not show.
  const md = blockOf((pictureInMarkdown(letter) + writeMarkdown(letter)).replace(/(?<=\{)[{%]/g, "\\$&"));
  return { letter, blocks: { html, md, txt: blockOf(writeText(letter)) } };
}

export function blockOf(content: string): Block {
  return { content, bytes: new TextEncoder().encode(content).length };
}

function pictureInMarkdown({ picture }: Letter): string {
  if (picture === null) return "";
  return `[![${escapeMarkdown(visibleText(picture.alt))}](<${picture.src}>)](<${picture.href}>)\n\n`;
}
