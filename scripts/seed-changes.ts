/**
 * What a load would change, in words. In: the entries that are there and those that would be. Out: a line a kind: what is
 * added, changed, moved and removed by name, and which counts fall. It writes nothing.
 */
import { ENTRY_KINDS, type LibraryEntry } from "../src/model/entries.ts";
import { sameValue } from "../src/model/same-value.ts";

export interface Told {
  readonly lines: readonly string[];
  readonly removed: number;
}

/** More names than this nobody reads. */
const NAMED = 6;

export function changesTold(before: readonly LibraryEntry[], after: readonly LibraryEntry[]): Told {
  const [was, is] = [Map.groupBy(before, ({ kind }) => kind), Map.groupBy(after, ({ kind }) => kind)];
  const kinds = ENTRY_KINDS.map((kind) => ofKind(kind, was.get(kind) ?? [], is.get(kind) ?? []));
  return { lines: kinds.flatMap(({ lines }) => lines), removed: kinds.reduce((sum, each) => sum + each.removed, 0) };
}

function ofKind(kind: string, before: readonly LibraryEntry[], after: readonly LibraryEntry[]): Told {
  const [was, is] = [byId(before), byId(after)];
  const added = [...is.keys()].filter((id) => !was.has(id));
  const removed = [...was.keys()].filter((id) => !is.has(id));
  const changed = [...is].filter(([id, value]) => was.has(id) && !sameValue(was.get(id), value)).map(([id]) => id);
  const [stayed, left] = [[...was.keys()].filter((id) => is.has(id)), [...is.keys()].filter((id) => was.has(id))];
  const parts = [some("added", added), some("changed", changed), some("removed", removed)].filter(Boolean);
  if (stayed.join(" ") !== left.join(" ")) parts.push("in another order");
  const fewer = is.size < was.size ? ` – ${was.size} become ${is.size}` : "";
  return { lines: parts.length > 0 ? [`${kind}: ${parts.join("; ")}${fewer}`] : [], removed: removed.length };
}

function byId(entries: readonly LibraryEntry[]): ReadonlyMap<string, object> {
  return new Map(entries.map(({ id, value }) => [id, value]));
}

function some(what: string, ids: readonly string[]): string {
  if (ids.length === 0) return "";
  const named = ids.length > NAMED ? `${ids.slice(0, NAMED).join(", ")}, …` : ids.join(", ");
  return `${ids.length} ${what} (${named})`;
}
