/**
 * Two libraries that went apart, made one. In: the entries both come from, and those of each side, in the editors' order.
 * Out: all entries in the order they are to have, and what was changed on both sides, of which neither is taken. It goes
 * entry by entry: what only one side changed, added or removed is as that side has it.
 */

import type { Clash } from "../model/clash.ts";
import { type EntryName, type LibraryEntry, nameOf } from "../model/entries.ts";
import { sameValue } from "../model/same-value.ts";

export interface Sides {
  readonly base: readonly LibraryEntry[];
  readonly ours: readonly LibraryEntry[];
  readonly theirs: readonly LibraryEntry[];
}

export interface Merged {
  /** Where both sides changed an entry, theirs. */
  readonly entries: readonly LibraryEntry[];
  readonly clashes: readonly Clash[];
}

export function mergeEntries({ base, ours, theirs }: Sides): Merged {
  const [was, our, their] = [byName(base), byName(ours), byName(theirs)];
  const clashes: Clash[] = [];
  const taken = (name: string): LibraryEntry | undefined => {
    const [before, mine, other] = [was.get(name), our.get(name), their.get(name)];
    if (sameEntry(mine, other) || sameEntry(mine, before)) return other;
    if (!sameEntry(other, before))
      clashes.push({ entry: name, ours: mine?.value ?? null, theirs: other?.value ?? null });
    return sameEntry(other, before) ? mine : other;
  };
  const kinds = new Set([...theirs, ...ours].map(({ kind }) => kind));
  const entries = [...kinds].flatMap((kind) => {
    const of = (side: readonly LibraryEntry[]): readonly string[] =>
      side.filter((entry) => entry.kind === kind).map(nameOf);
    const order = mergedOrder(of(base), of(ours), of(theirs));
    if (order === null) clashes.push({ entry: `the order of ${kind}`, ours: of(ours), theirs: of(theirs) });
    return (order ?? withOthers(of(theirs), of(ours))).flatMap((name) => taken(name) ?? []);
  });
  return { entries, clashes };
}

function byName(entries: readonly LibraryEntry[]): ReadonlyMap<string, LibraryEntry> {
  return new Map(entries.map((entry) => [nameOf(entry satisfies EntryName), entry]));
}

function sameEntry(one: LibraryEntry | undefined, other: LibraryEntry | undefined): boolean {
  return sameValue(one?.value, other?.value);
}

/** All names of both sides, in the order of whichever side moved something; null where both did, differently. */
function mergedOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | null {
  if (sameOrder(ours, theirs) || sameOrder(ours, base)) return withOthers(theirs, ours);
  if (sameOrder(theirs, base)) return withOthers(ours, theirs);
  return null;
}

/** As far as they have the same names. */
function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  const shared = other.filter((name) => inOne.has(name));
  return one.filter((name) => inOther.has(name)).every((name, i) => name === shared[i]);
}

/** Names that only the other side has follow the one that they follow there. */
function withOthers(order: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(order);
  const first: string[] = [];
  const after = new Map<string, string[]>();
  let following = first;
  for (const name of others) {
    if (!known.has(name)) following.push(name);
    else {
      following = [];
      after.set(name, following);
    }
  }
  return [...first, ...order.flatMap((name) => [name, ...(after.get(name) ?? [])])];
}
