/**
 * What concerns which topic, looked through once instead of for each sheet. In: entries, and which actors and issues each
 * concerns. Out: a look-up that gives a topic's entries in their order. It does not know what an entry is.
 */
import type { Topic } from "../../model/topic.ts";

export interface Concerned {
  readonly actor?: string | null | undefined;
  readonly issue?: string | undefined;
}

/** Whatever concerns anything concerns the overview. */
export function byTopic<T>(
  entries: readonly T[],
  concernedBy: (entry: T) => readonly Concerned[],
): (topic: Topic) => readonly T[] {
  const found = new Map<string, T[]>();
  for (const entry of entries) {
    const topics = concernedBy(entry).flatMap(({ actor, issue }) => [
      "overview",
      ...(actor == null ? [] : [`actor ${actor}`]),
      ...(issue === undefined ? [] : [`issue ${issue}`]),
    ]);
    for (const topic of new Set(topics)) {
      const own = found.get(topic);
      if (own === undefined) found.set(topic, [entry]);
      else own.push(entry);
    }
  }
  return ({ kind, id }) => found.get(kind === "overview" ? kind : `${kind} ${id}`) ?? [];
}
