/**
 * Makes a letter short enough to be pasted into a mail. In: a draft. Out: the kit of the longest letter whose HTML block
 * stays below `BLOCK_LIMIT`. It looks for the fewest concessions by halving, so that most letters, which need none, are
 * written once.
 */
import { blockOf, writeBlocks } from "../formats/letter/write-blocks.ts";
import { writeLetterHtml } from "../formats/letter/write-letter-html.ts";
import {
  BLOCK_LIMIT,
  type Block,
  type Kit,
  type Letter,
  type LetterDraft,
  type LetterLimits,
} from "../model/letter.ts";

interface Attempt {
  readonly letter: Letter;
  readonly html: Block;
}

/** @throws RangeError where not even the shortest letter fits, which no library within the caps brings about. */
export function fitLetter(draft: LetterDraft): Kit {
  const steps = stepsOf(draft);
  let [low, high] = [0, steps.length];
  let fitting: Attempt | null = null;
  // The first attempt makes no concession; below `low` nothing fits, and at `high` something did, if it is a step.
  for (let step = 0; low < high; step = (low + high) >> 1) {
    const letter = draft.within(steps[step] ?? draft.most);
    const html = blockOf(writeLetterHtml(letter));
    if (html.bytes < BLOCK_LIMIT) {
      fitting = { letter, html };
      high = step;
    } else low = step + 1;
  }
  if (fitting === null) throw new RangeError(`not even the shortest letter has fewer than ${BLOCK_LIMIT} bytes`);
  return writeBlocks(fitting.letter, fitting.html);
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
