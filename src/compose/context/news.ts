/**
 * Which statements and disputes of an edition were not in the one before, or not like this. In: an edition. Out: what
 * happened to each, by its identifier, so that it can be marked where it stands. It tells nothing of what is gone.
 */
import type { Run } from "../../model/briefing.ts";
import type { Changes } from "../../model/changes.ts";
import type { Edition } from "../../model/edition.ts";
import type { Words } from "../../model/words.ts";

export interface News {
  readonly statements: ReadonlyMap<string, "new" | "changed">;
  readonly disputes: ReadonlyMap<string, "opened" | "revised">;
}

/** The same for every sheet of an edition. */
const NEWS = new WeakMap<Changes, News>();
const NONE: News = { statements: new Map(), disputes: new Map() };

export function newsOf({ changes }: Edition): News {
  if (changes === null) return NONE;
  const { statements, disputes } = changes;
  const news = NEWS.get(changes) ?? {
    statements: new Map(statements.flatMap(({ id, kind }) => (kind === "withdrawn" ? [] : [[id, kind] as const]))),
    disputes: new Map(disputes.flatMap(({ id, kind }) => (kind === "settled" ? [] : [[id, kind] as const]))),
  };
  NEWS.set(changes, news);
  return news;
}

/** `New: `, before the line that says what it is; nothing for what stood there before. */
export function markOf(kind: keyof Words["changes"]["kinds"] | undefined, { changes }: Words): readonly Run[] {
  return kind === undefined ? [] : [{ text: `${changes.kinds[kind]}: `, voice: "flag" }];
}
