/**
 * What must hold between a statement and the rest of the library: whose it is, on what, said by whom, and what it
 * replaces. In: a draft. Out: all mistakes. Its citations are checked with all others in `check-references.ts`.
 */

import type { Statement } from "../library.ts";
import { type Finding, mistake, type Path } from "./finding.ts";
import type { Draft } from "./parse-shape.ts";
import { unlessKnown } from "./unless-known.ts";

export function checkSpeakers(draft: Draft): Finding[] {
  return draft.entries.speakers.flatMap(({ path, value }) =>
    value.actor === null ? [] : unlessKnown(draft, "actors", value.actor, [...path, "actor"]),
  );
}

export function checkStatements(draft: Draft): Finding[] {
  const byId = new Map(draft.entries.statements.map(({ value }) => [value.id, value]));
  return draft.entries.statements.flatMap(({ path, value }) => [
    ...unlessKnown(draft, "actors", value.actor, [...path, "actor"]),
    ...unlessKnown(draft, "issues", value.issue, [...path, "issue"]),
    ...(value.speaker === null ? [] : unlessKnown(draft, "speakers", value.speaker, [...path, "speaker"])),
    ...checkAssessment(value, path),
    ...(value.supersedes === null
      ? []
      : checkSupersedes(draft, byId, value, value.supersedes, [...path, "supersedes"])),
  ]);
}

function checkAssessment(statement: Statement, path: Path): Finding[] {
  if (statement.kind !== "assessment") return [];
  const findings: Finding[] = [];
  if (statement.speaker !== null)
    findings.push(
      mistake(
        [...path, "speaker"],
        "must be null: an assessment belongs to the author of the article cited first; if somebody said it, choose another kind",
      ),
    );
  if (statement.answer !== null)
    findings.push(
      mistake([...path, "answer"], "must be null: an assessment is the author's and cannot answer for the actor"),
    );
  return findings;
}

function checkSupersedes(
  draft: Draft,
  byId: ReadonlyMap<string, Statement>,
  statement: Statement,
  earlier: string,
  path: Path,
): Finding[] {
  const replaced = byId.get(earlier);
  if (replaced === undefined) return unlessKnown(draft, "statements", earlier, path);
  if (replaced.actor !== statement.actor)
    return [
      mistake(
        path,
        `names ${earlier}, a statement of ${replaced.actor}; only one of ${statement.actor} can be replaced`,
      ),
    ];
  const seen = new Set([statement.id]);
  for (let id: string | null = earlier; id !== null; id = byId.get(id)?.supersedes ?? null) {
    if (id === statement.id)
      return [mistake(path, `goes in a circle: ${[...seen, id].join(" replaces ")}; keep only the newest link`)];
    // A circle further back is told at the statements that form it.
    if (seen.has(id)) return [];
    seen.add(id);
  }
  return [];
}
