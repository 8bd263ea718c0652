/**
 * Work on editions, divided so that each part fits one step of a Workflow. In: a verb, and editions with how many files
 * each has. Out: parts with the names of their steps. It knows nothing of the work.
 */

/** Editions and files that one step sees to: a listing of R2 holds 1,000 files, and a Worker may ask 10,000 times. */
const MOST = { editions: 10, files: 100_000 } as const;

export function batched<T extends { readonly files: number }>(
  verb: string,
  editions: readonly T[],
): readonly (readonly [name: string, part: readonly T[]])[] {
  const parts: T[][] = [];
  let files = 0;
  for (const edition of editions) {
    const last = parts.at(-1);
    if (last === undefined || last.length === MOST.editions || files + edition.files > MOST.files) {
      parts.push([edition]);
      files = edition.files;
    } else {
      last.push(edition);
      files += edition.files;
    }
  }
  return parts.map((part, i) => [`${verb} ${i + 1} of ${parts.length}`, part] as const);
}
