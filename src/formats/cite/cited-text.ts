/**
 * Text as a citation carries it. In: text from a library. Out: the same words on one line, one space between two, none
 * around them: formats of citations give lines and rows of spaces meanings of their own.
 */
import { visibleText } from "../visible-text.ts";

export function citedText(text: string): string {
  return visibleText(text).replace(/\s+/g, " ").trim();
}
