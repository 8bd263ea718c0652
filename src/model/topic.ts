/**
 * What a reader can choose: the overview, every actor and every issue of a library. In: a library. Out: its topics in
 * the order of the contents page. It knows no title in any language; composing does.
 */
import type { Alias, Library } from "./library.ts";
import type { TopicKind } from "./template.ts";

export interface Topic {
  readonly id: string;
  readonly kind: TopicKind;
}

/** Stands in an address where a topic would: the page of all changes. No topic may have this name. */
export const CHANGES = "changes";

export function topicsOf(library: Pick<Library, "actors" | "issues">): readonly Topic[] {
  return [
    { id: "overview", kind: "overview" },
    ...library.actors.map(({ id }): Topic => ({ id, kind: "actor" })),
    ...library.issues.map(({ id }): Topic => ({ id, kind: "issue" })),
  ];
}

/** What a topic is called in an edition: as before, or by its new name; null where the edition has no such topic. */
export function presentName(
  id: string,
  { topics, aliases }: { readonly topics: readonly Topic[]; readonly aliases: readonly Alias[] },
): string | null {
  const known = (name: string | undefined) => topics.some((topic) => topic.id === name);
  if (known(id)) return id;
  return aliases.find((alias) => alias.id === id && known(alias.topic))?.topic ?? null;
}
