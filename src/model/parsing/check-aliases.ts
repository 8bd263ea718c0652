/**
 * What holds for the old names of topics: each leads to a topic that there is, and takes no address that means something
 * else. In: a draft and the languages whose tags are addresses. Out: all mistakes. That no name is there twice is
 * checked with all other identifiers.
 */

import { topicsOf } from "../topic.ts";
import { RESERVED } from "./check-references.ts";
import { type Finding, mistake } from "./finding.ts";
import type { Draft } from "./parse-shape.ts";

export function checkAliases(draft: Draft, languages: readonly string[]): Finding[] {
  const { actors, issues } = draft.ids;
  const [overview] = topicsOf({ actors: [], issues: [] });
  const isTopic = (id: string): boolean => id === overview?.id || actors.has(id) || issues.has(id);
  const aliases = new Map(draft.entries.aliases.map(({ value: { id, topic } }) => [id, topic]));
  return draft.entries.aliases.flatMap(({ path, value: { id, topic } }): Finding[] => {
    const at = [...path, "id"];
    if (isTopic(id)) return [mistake(at, `${id} is a topic; an old name may not hide it, so remove the alias`)];
    if (RESERVED.includes(id) || languages.includes(id))
      return [mistake(at, `${id} is reserved for a URL of its own; no topic was ever called so`)];
    if (isTopic(topic)) return [];
    const to = [...path, "topic"];
    if (!aliases.has(topic)) return [mistake(to, `names ${topic}, which is no topic; write what it is called now`)];
    const end = followed(topic, aliases);
    if (end === null) return [mistake(to, `leads through ${topic} in a circle; write what the topic is called now`)];
    return [mistake(to, `names ${topic}, which is an old name itself; write ${end}`)];
  });
}

/** The last name of a chain; null where it has no end. */
function followed(from: string, aliases: ReadonlyMap<string, string>): string | null {
  const seen = new Set<string>();
  let name = from;
  for (let next = aliases.get(name); next !== undefined; next = aliases.get(name)) {
    if (seen.has(name)) return null;
    seen.add(name);
    name = next;
  }
  return name;
}
