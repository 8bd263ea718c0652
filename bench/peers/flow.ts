/**
 * Lines for libraries that have no mixed text: words of several faces filled into a measure, first fit, divided at soft
 * hyphens. In: words, a measure and what tells a width. Out: lines of fragments with their places. It draws nothing.
 */
import type { Words } from "../content.ts";
import { SOFT_HYPHEN, softHyphens } from "./soft-hyphens.ts";

export interface Fragment {
  readonly words: Words;
  readonly x: number;
  readonly width: number;
  readonly text: string;
}

type WidthOf = (text: string, words: Words) => number;

export function flow(list: readonly Words[], measure: number, widthOf: WidthOf): readonly (readonly Fragment[])[] {
  const lines: Fragment[][] = [[]];
  let x = 0;
  // The words whose last piece ended in a soft hyphen.
  let divided: Words | null = null;
  const put = (words: Words, text: string, width: number): void => {
    const line = lines.at(-1) as Fragment[];
    const last = line.at(-1);
    if (last?.words === words) line[line.length - 1] = { ...last, text: last.text + text, width: last.width + width };
    else line.push({ words, x, width, text });
    x += width;
  };
  for (const words of list) {
    for (const piece of softHyphens(words.text).split(/(?<=[ \u00ad])/)) {
      const soft = piece.endsWith(SOFT_HYPHEN);
      const text = soft ? piece.slice(0, -1) : piece;
      const width = widthOf(text, words);
      const needed = soft ? width + widthOf("-", words) : piece.endsWith(" ") ? widthOf(text.trimEnd(), words) : width;
      if (x > 0 && x + needed > measure) {
        if (divided) put(divided, "-", widthOf("-", divided));
        lines.push([]);
        x = 0;
      }
      if (x > 0 || text.trim() !== "") put(words, text, width);
      divided = soft ? words : null;
    }
  }
  return lines;
}
