/**
 * A library with some of its entries as another has them. In: the library of an edition that was wrong, today's, and
 * which entries to take from there. Out: the mended library, after the parser that every library passes. An entry that
 * today's library no longer has is taken out.
 */
import type { Library } from "../model/library.ts";
import { parseLibrary } from "../model/parsing/parse-library.ts";
import { KINDS, type Kind } from "../model/parsing/parse-shape.ts";
import { BadOrder } from "../model/problem.ts";

type Entry = { readonly id: string };
/** Entries without the subject they are about. */
export type Entries = Pick<Library, Kind>;

/** Of a library the entries that are named. */
export function entriesNamed(library: Library, names: readonly string[]): Entries {
  const named = new Set(names);
  const lists = KINDS.map((kind) => [kind, (library[kind] ?? []).filter(({ id }) => named.has(id))]);
  return Object.fromEntries(lists) as Entries;
}

/** @throws BadOrder where neither library has an entry, BadLibrary where what comes out contradicts itself. */
export function mendLibrary(wrong: Library, today: Entries, entries: readonly string[]): Library {
  const known = (library: Entries, id: string) => KINDS.some((kind) => library[kind]?.some((entry) => entry.id === id));
  const unknown = entries.filter((id) => !known(wrong, id) && !known(today, id));
  if (unknown.length > 0) throw new BadOrder(`entries: there is no ${unknown.join(", ")}`);
  const of = (library: Entries, kind: Kind): readonly Entry[] => library[kind] ?? [];
  const mended = Object.fromEntries(
    KINDS.map((kind) => [kind, mend(of(wrong, kind), of(today, kind), new Set(entries))]),
  );
  return parseLibrary({ ...wrong, ...mended }, ([kind]) => ({ file: `corrected ${kind ?? "library"}` })).library;
}

/** The order of the wrong library, with what is new to it at the end. */
function mend(wrong: readonly Entry[], today: readonly Entry[], entries: ReadonlySet<string>): readonly Entry[] {
  const right = new Map(today.map((entry) => [entry.id, entry]));
  const there = new Set(wrong.map(({ id }) => id));
  return [
    ...wrong.flatMap((entry) => {
      if (!entries.has(entry.id)) return [entry];
      const replacement = right.get(entry.id);
      return replacement === undefined ? [] : [replacement];
    }),
    ...today.filter(({ id }) => entries.has(id) && !there.has(id)),
  ];
}
