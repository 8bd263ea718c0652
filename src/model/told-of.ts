/**
 * Whether two entries tell a reader the same. In: their values. Out: yes or no. Punctuation and spaces tell nothing, nor
 * does what serves editors alone (how soon something is left out) or bears out what is told anyway (the words of a
 * paragraph, hashes, addresses): whatever is new in these is printed with the next edition and makes none.
 */
import { spoken } from "./same-words.ts";

const SILENT: ReadonlySet<string> = new Set([
  "priority",
  "pinned",
  "quote",
  "quoteReason",
  "sha256",
  "file",
  "paragraphs",
  "url",
  "archived",
  "accessed",
  "short",
]);

export function tellsTheSame(one: unknown, other: unknown): boolean {
  return told(one) === told(other);
}

function told(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => {
    if (SILENT.has(key)) return undefined;
    return typeof each === "string" ? spoken(each) : each;
  });
}
