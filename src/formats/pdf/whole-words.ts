/**
 * Words that a line's end divides, whole again for whoever copies, searches or listens. In: the texts of one marked
 * sequence, line after line. Out: each text in stretches; where a word is divided, its first part stands for the whole
 * word and the others for nothing, as ActualText (ISO 32000-1, 14.9.4) says it. It moves no glyph.
 */
import type { PlacedText } from "../../model/page.ts";

export interface Stretch {
  /** Glyphs from the first up to, but not with, the last. */
  readonly from: number;
  readonly to: number;
  /** What the glyphs stand for; null where they stand for themselves. */
  readonly actual: string | null;
}

const SOFT_HYPHEN = "\u00ad";
const isSpace = (character: string | undefined): boolean => character === " " || character === "\u00a0";
const isDivided = (text: PlacedText | undefined): boolean => text?.characters.at(-1) === SOFT_HYPHEN;

/** The stretches of the `index`-th of the texts. */
export function stretchesOf(texts: readonly PlacedText[], index: number): readonly Stretch[] {
  const { characters } = texts[index] as PlacedText;
  if (!isDivided(texts[index - 1]) && !isDivided(texts[index])) {
    return [{ from: 0, to: characters.length, actual: null }];
  }
  const stretches: Stretch[] = [];
  let from = 0;
  if (isDivided(texts[index - 1])) {
    from = endOfWord(characters);
    stretches.push({ from: 0, to: from, actual: "" });
  }
  if (isDivided(texts[index]) && from < characters.length) {
    let start = characters.length - 1;
    while (start > from && !isSpace(characters[start - 1])) start -= 1;
    if (start > from) stretches.push({ from, to: start, actual: null });
    stretches.push({
      from: start,
      to: characters.length,
      actual: characters.slice(start, -1).join("") + rest(texts, index + 1),
    });
  } else if (from < characters.length) {
    stretches.push({ from, to: characters.length, actual: null });
  }
  return stretches;
}

/** What follows of a word on the next lines. */
function rest(texts: readonly PlacedText[], index: number): string {
  const text = texts[index];
  if (text === undefined) return "";
  const end = endOfWord(text.characters);
  const goesOn = end === text.characters.length && isDivided(text);
  return goesOn
    ? text.characters.slice(0, -1).join("") + rest(texts, index + 1)
    : text.characters.slice(0, end).join("");
}

function endOfWord(characters: readonly string[]): number {
  const end = characters.findIndex(isSpace);
  return end < 0 ? characters.length : end;
}
