/**
 * How far apart two words are. In: two words. Out: how many letters have to be put in, taken out or replaced to make one of
 * the other (Levenshtein). It knows no keyboard and no language.
 */
export function editDistance(one: string, other: string): number {
  const to = [...other];
  let row = [0, ...to.map((_, i) => i + 1)];
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of to.entries()) {
      const replaced = (row[j] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
