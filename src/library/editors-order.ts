/**
 * Numbers that keep the editors' order. In: identifiers as they are to stand, and the numbers that some have. Out: a number
 * for each that needs another one. As many as can keep theirs do, so that an entry moved, or put between two, is one
 * change in the history and not a change of all that follow.
 */

/** What lies between neighbours at first: twenty times something can be put between the same two. */
export const STEP = 2 ** 20;

export function newPositions(order: readonly string[], had: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const kept = longestRising(order.map((id) => had.get(id)));
  const changed = new Map<string, number>();
  for (let i = 0; i < order.length; ) {
    if (kept.has(i)) {
      i++;
      continue;
    }
    let end = i;
    while (end < order.length && !kept.has(end)) end++;
    const gaps = end - i + 1;
    const [from, to] = [had.get(order[i - 1] ?? ""), had.get(order[end] ?? "")];
    const low = from ?? (to === undefined ? -STEP : to - gaps * STEP);
    const step = to === undefined || from === undefined ? STEP : Math.floor((to - low) / gaps);
    // No room left: all are numbered anew.
    if (step < 1) return new Map(order.map((id, place) => [id, place * STEP]));
    for (let k = i; k < end; k++) changed.set(order[k] ?? "", low + (k - i + 1) * step);
    i = end;
  }
  return changed;
}

/** Places of the longest rising row of numbers (patience sorting). */
function longestRising(numbers: readonly (number | undefined)[]): ReadonlySet<number> {
  const [ends, before]: [number[], Map<number, number | undefined>] = [[], new Map()];
  numbers.forEach((number, i) => {
    if (number === undefined) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.set(i, ends[low - 1]);
    ends[low] = i;
  });
  const rising = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) rising.add(at);
  return rising;
}
