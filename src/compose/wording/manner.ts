/**
 * How a statement came to be new or changed, as the data tell it. In: a difference. Out: that its actor moved on, where it
 * replaces an earlier one; that a source was added; or that we were wrong. Of all else nothing. It asks nobody.
 */
import type { Manner } from "../../model/briefing.ts";
import type { Change } from "../choice/rank-changes.ts";

export function mannerIn(change: Change): { readonly how?: Manner } {
  if (change.kind === "new") return change.now.supersedes === null ? {} : { how: "position" };
  if (change.kind !== "changed") return {};
  const cited = new Set(change.before.citations.map(({ article }) => article));
  return { how: change.now.citations.some(({ article }) => !cited.has(article)) ? "source" : "correction" };
}
