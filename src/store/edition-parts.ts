/**
 * An edition as it is kept: one JSON, or, where that is more than should be in memory at once, a head whose lists are
 * empty and parts that hold their entries. In: an edition. Out: texts, made one after the other; and what leads from head
 * and parts back to the edition. It knows no store and no names of objects.
 */
import type { Edition } from "../model/edition.ts";

/** An entry and the list that it belongs to, such as `library.statements`. */
export type Entry = readonly [list: string, entry: unknown];

/**
 * What stands in the first object where parts follow: how many, and the edition without its entries. It has another shape
 * than an edition, so that a program which knows no parts fails instead of setting sheets with nothing on them.
 */
export interface Head {
  readonly parts: number;
  readonly head: Edition;
}

/** Characters of a part: as little as makes for few requests, and nothing beside the 128 MB that an isolate has. */
export const MOST_CHARACTERS = 500_000;

/** What holds lists. The library comes first, for whoever compares needs no more. */
const OWNERS = ["library", "changes", "corrected"] as const;

/** The head and then each part, as JSON. */
export function* piecesOf(edition: Edition, most = MOST_CHARACTERS): Generator<string> {
  const count = countParts(edition, most);
  if (count === 0) {
    yield JSON.stringify(edition);
    return;
  }
  const head: Head = { parts: count, head: mapLists(edition, () => []) };
  yield JSON.stringify(head);
  for (const part of partsOf(edition, most)) yield `[${part.join(",")}]`;
}

/** Whatever fits into one part needs none. */
function countParts(edition: Edition, most: number): number {
  let count = 0;
  for (const _ of partsOf(edition, most)) count++;
  return count === 1 ? 0 : count;
}

function* partsOf(edition: Edition, most: number): Generator<readonly string[]> {
  let part: string[] = [];
  let room = most;
  for (const entry of entriesIn(edition)) {
    const json = JSON.stringify(entry);
    if (part.length > 0 && json.length > room) {
      yield part;
      part = [];
      room = most;
    }
    part.push(json);
    room -= json.length;
  }
  if (part.length > 0) yield part;
}

/** The entries of every list, in their order. */
export function* entriesIn(edition: Edition): Generator<Entry> {
  for (const owner of OWNERS)
    for (const [name, value] of Object.entries(edition[owner] ?? {}))
      if (Array.isArray(value)) for (const entry of value) yield [`${owner}.${name}`, entry];
}

/** An edition that is whole once the entries of all its parts were added. */
export interface Assembly {
  readonly edition: Edition;
  add(part: readonly Entry[]): void;
}

/** `keep` says what is kept of an entry; all of it, where nothing else is said. */
export function assemblyFrom(head: Edition, keep = (_list: string, entry: unknown): unknown => entry): Assembly {
  const lists = new Map<string, unknown[]>();
  const edition = mapLists(head, (list, entries) => {
    const own = entries.map((entry) => keep(list, entry));
    lists.set(list, own);
    return own;
  });
  return {
    edition,
    add(part) {
      for (const [list, entry] of part) lists.get(list)?.push(keep(list, entry));
    },
  };
}

/** The edition with other entries in its lists. */
function mapLists<E extends Edition>(
  edition: E,
  entriesFor: (list: string, entries: readonly unknown[]) => readonly unknown[],
): E {
  const mapped = OWNERS.flatMap((owner) => {
    const lists = edition[owner];
    if (lists === null || lists === undefined) return [];
    const own = Object.entries(lists).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? entriesFor(`${owner}.${name}`, value) : value,
    ]);
    return [[owner, Object.fromEntries(own)]];
  });
  return { ...edition, ...Object.fromEntries(mapped) };
}
