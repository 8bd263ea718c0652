/**
 * Makes a letter short enough to be pasted into a mail. In: a draft. Out: the kit of the longest letter whose HTML block
 * stays below `BLOCK_LIMIT`. It looks for the fewest concessions by halving, so that most letters, which need none, are
 * written once.
 */
import { bytesOf, writeBlocks } from "../formats/letter/write-blocks.ts";
import { writeLetterHtml } from "../formats/letter/write-letter-html.ts";
import { BLOCK_LIMIT, type Kit, type LetterDraft, type LetterLimits } from "../model/letter.ts";

/** @throws RangeError where not even the shortest letter fits, which no library within the caps brings about. */
export function fitLetter(draft: LetterDraft): Kit {
  const steps = stepsOf(draft);
  const fits = (step: number): boolean =>
    bytesOf(writeLetterHtml(draft.within(steps[step] ?? draft.most))) < BLOCK_LIMIT;
  let [low, high] = [0, steps.length - 1];
  if (fits(0)) high = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  if (!fits(low)) throw new RangeError(`the shortest letter of a kit has ${BLOCK_LIMIT} bytes or more; shorten a cap`);
  return writeBlocks(draft.within(steps[low] ?? draft.most));
}

/** From everything to the least there may be, one item less at each step. */
function stepsOf({ most, concessions }: LetterDraft): readonly LetterLimits[] {
  const steps: LetterLimits[] = [most];
  let limits = most;
  for (const [what, least] of concessions) {
    while (limits[what] > least) {
      limits = { ...limits, [what]: limits[what] - 1 };
      steps.push(limits);
    }
  }
  return steps;
}
