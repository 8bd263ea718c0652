/**
 * The blocks of the newsletter kit: one letter in each format that can be pasted. In: a letter. Out: for each format its
 * text and how many bytes that has. All carry the same words; only plain text has no picture.
 */
import type { Block, BlockEnding, Kit, Letter } from "../../model/letter.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import { writeMarkdown } from "../markdown.ts";
import { writeText } from "../text.ts";
import { visibleText } from "../visible-text.ts";
import { writeLetterHtml } from "./write-letter-html.ts";

const WRITERS: Readonly<Record<BlockEnding, (letter: Letter) => string>> = {
  html: writeLetterHtml,
  md: (letter) => pictureInMarkdown(letter) + writeMarkdown(letter),
  txt: writeText,
};

export function writeBlocks(letter: Letter): Kit {
  const blocks = Object.fromEntries(
    Object.entries(WRITERS).map(([ending, write]): [string, Block] => {
      const content = write(letter);
      return [ending, { content, bytes: bytesOf(content) }];
    }),
  ) as Kit["blocks"];
  return { letter, blocks };
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function pictureInMarkdown({ picture }: Letter): string {
  if (picture === null) return "";
  return `[![${escapeMarkdown(visibleText(picture.alt))}](<${picture.src}>)](<${picture.href}>)\n\n`;
}
