/**
 * What a reader can choose: the overview, every actor and every issue of a library. In: a library. Out: its topics in
 * the order of the contents page. It knows no title in any language; composing does.
 */
import type { Library } from "./library.ts";
import type { TopicKind } from "./template.ts";

export interface Topic {
  readonly id: string;
  readonly kind: TopicKind;
}

/** Stands in an address where a topic would: the page of all changes. No topic may have this name. */
export const CHANGES = "changes";

export function topicsOf(library: Library): readonly Topic[] {
  return [
    { id: "overview", kind: "overview" },
    ...library.actors.map(({ id }): Topic => ({ id, kind: "actor" })),
    ...library.issues.map(({ id }): Topic => ({ id, kind: "issue" })),
  ];
}
