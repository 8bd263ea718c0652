/**
 * Words that must do with a number of lines. In: runs, their type, a measure and the most lines. Out: the same runs
 * where they fit, and else as much of them as does, ending in an ellipsis, whole words if there are any near. Whoever
 * shortens says elsewhere what the whole text is.
 */
import type { Run } from "../../model/briefing.ts";
import type { Type } from "../boxes/box.ts";
import type { SetContext } from "../boxes/set-context.ts";

/** A word that has begun no further back than this is left out whole. */
const WORD = 16;
const ELLIPSIS = "…";

export function shorten(
  context: SetContext,
  runs: readonly Run[],
  type: Type,
  measure: number,
  most: number,
): readonly Run[] {
  const fits = (some: readonly Run[]): boolean =>
    context.texts.lines(context.texts.copy(some, type), (measure / type.size) * 1000).length <= most;
  if (fits(runs)) return runs;
  const text = runs.map((run) => run.text).join("");
  let [least, over] = [0, text.length];
  while (over - least > 1) {
    const middle = (least + over) >> 1;
    if (fits(upTo(runs, middle))) least = middle;
    else over = middle;
  }
  // Less text may take more lines where that makes them more even, so what is cut back is looked at again.
  for (let length = wordEnd(text, least); length > 0; length = wordEnd(text, length - 1)) {
    const some = upTo(runs, length);
    if (fits(some)) return some;
  }
  return upTo(runs, 0);
}

/** The end of the last word that is whole within `length` characters; where none is near, that many. */
function wordEnd(text: string, length: number): number {
  if (text[length] === " ") return length;
  const space = text.lastIndexOf(" ", length);
  return space > 0 && length - space <= WORD ? space : length;
}

/** The first characters, without the punctuation they end in, and an ellipsis in the voice of the last. */
function upTo(runs: readonly Run[], length: number): readonly Run[] {
  const some: Run[] = [];
  let left = length;
  for (const run of runs) {
    if (left <= 0 && some.length > 0) break;
    some.push({ ...run, text: run.text.slice(0, Math.max(0, left)) });
    left -= run.text.length;
  }
  const last = some.pop();
  if (last === undefined) return [];
  return [...some, { ...last, text: `${last.text.replace(/[\s,;:.·–„“«»‚(]+$/u, "")}${ELLIPSIS}` }];
}
