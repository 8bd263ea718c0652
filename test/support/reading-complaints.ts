/**
 * What a program makes of a page against what stands on it. In: a page and the text that a program found on it. Out: the
 * words that it did not find, those that are on no page, and the first that it found too late. A word that a line's end
 * divides may come whole or in its parts, for only some programs know ActualText; all others come as they are.
 */
import type { Page } from "../../src/model/page.ts";
import { ownedIn, plainWords, textsOf, wordsOnPage } from "./words.ts";

const SOFT_HYPHEN = "\u00ad";

export function readingComplaints(page: Page, text: string, inOrder: boolean): readonly string[] {
  const parts = dividedOn(page);
  const found = plainWords(closedUp(text));
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  const take = (word: string): boolean => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count > 0;
  };
  const expected = plainWords(closedUp(wordsOnPage(page)));
  // Words that are one way or the other come last, so that no part of theirs is taken for a word of its own.
  const missing = expected
    .toSorted((a, b) => Number(parts.has(a)) - Number(parts.has(b)))
    .filter((word) => !take(word) && !(parts.get(word) ?? []).some((division) => division.every(take)));
  // Some say a divided word whole, and its end once more.
  const known = new Set([...[...parts.values()].flat(2), ...endsOfDivided(page)]);
  const strange = [...left].filter(([word, count]) => count > 0 && !known.has(word)).map(([word]) => word);
  return [
    ...missing.map((word) => `“${word}” is not found`),
    ...strange.map((word) => `“${word}” is on no page`),
    ...(inOrder ? misplaced(page, found, parts) : []),
  ];
}

/** The words of the briefing in its order; labels of a plot stand where the plot has them. */
function misplaced(page: Page, found: readonly string[], parts: Divisions) {
  const words = plainWords(
    closedUp(
      ownedIn(page.briefing)
        .map((each) => each.words)
        .join(" "),
    ),
  );
  let at = 0;
  for (const word of words) {
    const begins = [word, ...(parts.get(word) ?? []).map(([first]) => first)];
    while (at < found.length && !begins.includes(found[at])) at++;
    if (at === found.length) return [`“${word}” comes too early`];
    at += 1;
  }
  return [];
}

/** Thousands stand apart by so little that some take it for no gap. */
const closedUp = (text: string): string => text.replace(/(?<=(?<![¶\p{L}\d])\d{1,3})\s(?=\d{3}(?!\d))/gu, "");

/** By word that is divided somewhere on the page: the parts of each way in which it is. */
type Divisions = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The words up to the first space behind a division: міжна-родно-правове ends in two. */
function endsOfDivided(page: Page): readonly string[] {
  const lines = textsOf(page).map(({ characters }) => characters.join(""));
  return lines.flatMap((line, i) => (lines[i - 1]?.endsWith(SOFT_HYPHEN) ? plainWords(line.split(/\s/)[0] ?? "") : []));
}

function dividedOn(page: Page): Divisions {
  const parts = new Map<string, string[][]>();
  let begun: string[] = [];
  for (const { characters } of textsOf(page)) {
    const words = plainWords(characters.join(""));
    const goesOn = characters.at(-1) === SOFT_HYPHEN;
    if (begun.length > 0) begun.push(words[0] ?? "");
    if (begun.length > 0 && !(goesOn && words.length === 1)) {
      parts.set(begun.join(""), [...(parts.get(begun.join("")) ?? []), begun]);
      begun = [];
    }
    if (goesOn && begun.length === 0) begun = [words.at(-1) ?? ""];
  }
  return parts;
}
