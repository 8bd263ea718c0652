/**
 * The one check that every reference needs: what it names exists. In: a draft, the kind and the identifier named. Out:
 * nothing, or a mistake that says what there is instead. It does not ask whether the reference makes sense.
 */
import { type Finding, mistake, type Path } from "./finding.ts";
import type { Draft, Kind } from "./parse-shape.ts";

export function unlessKnown(draft: Draft, kind: Kind, id: string, path: Path): Finding[] {
  if (draft.ids[kind].has(id)) return [];
  const known = [...draft.ids[kind].keys()];
  const there = known.length > 12 ? `the ${known.length} there are` : known.join(", ") || "none yet";
  return [mistake(path, `names ${id}, which is not among ${kind} (${there}); correct the name or add it`)];
}
