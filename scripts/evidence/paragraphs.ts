/**
 * An article's text as citations know it. In: the text. Out: its paragraphs, which are its non-empty lines without the
 * spaces around them, and hashes. The text itself enters no library, no file and no answer.
 */
import { createHash } from "node:crypto";

/** The n-th has the number n, from 1. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Letters and digits in a row, a hyphen or an apostrophe within them included. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[-’'ʼ][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** One form for what programs and typesetters write in many: spaces, dashes, quotation marks and apostrophes. */
export function folded(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[\p{Zs}\t\r\n]+/gu, " ")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[„“”‟«»‹›"]/g, '"')
    .replace(/[‘’‚‛ʼ'′]/g, "'")
    .trim();
}
