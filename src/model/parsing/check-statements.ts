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
    ...checkWhose(draft, value, path),
    ...unlessKnown(draft, "issues", value.issue, [...path, "issue"]),
    ...(value.speaker === null ? [] : unlessKnown(draft, "speakers", value.speaker, [...path, "speaker"])),
    ...checkTogether(draft, value, path),
    ...checkAssessment(value, path),
    ...(value.supersedes === null
      ? []
      : checkSupersedes(draft, byId, value, value.supersedes, [...path, "supersedes"])),
  ]);
}

/** A finding is nobody's side, and everything else is somebody's. */
function checkWhose(draft: Draft, { actor, kind }: Statement, path: Path): Finding[] {
  const at = [...path, "actor"];
  if (actor !== null && kind === "finding")
    return [mistake(at, "must be null: a finding is on nobody's side; if somebody holds it, choose another kind")];
  if (actor === null && kind !== "finding")
    return [mistake(at, "must name an actor; only a finding belongs to nobody's side")];
  return actor === null ? [] : unlessKnown(draft, "actors", actor, at);
}

/** Who speaks with somebody, and when: what is only said of something that is there. */
function checkTogether(draft: Draft, { speaker, jointSpeakers = [], asOf, dated }: Statement, path: Path): Finding[] {
  const at = [...path, "jointSpeakers"];
  const first = speaker === null && jointSpeakers.length > 0;
  return [
    ...(first ? [mistake(at, "names speakers where speaker is null; name the first of them there")] : []),
    ...jointSpeakers.flatMap((id, i) => unlessKnown(draft, "speakers", id, [...at, i])),
    ...jointSpeakers.flatMap((id, i) =>
      id === speaker || jointSpeakers.indexOf(id) < i ? [mistake([...at, i], `names ${id} twice; remove one`)] : [],
    ),
    ...(asOf === null && dated !== undefined
      ? [mistake([...path, "dated"], "says how a date is known, but asOf is null; remove it")]
      : []),
  ];
}

/** What an author writes is neither said by a speaker nor an answer. */
function checkAssessment(statement: Statement, path: Path): Finding[] {
  if (statement.kind !== "assessment" && statement.kind !== "finding") return [];
  const findings: Finding[] = [];
  if (statement.speaker !== null)
    findings.push(
      mistake(
        [...path, "speaker"],
        `must be null: ${named(statement)} belongs to the author of the article cited first; if somebody said it, choose another kind`,
      ),
    );
  if (statement.answer !== null)
    findings.push(
      mistake([...path, "answer"], `must be null: ${named(statement)} is the author's and cannot answer for an actor`),
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
        `names ${earlier}, a statement of ${replaced.actor ?? "nobody's side"}; only one of ${statement.actor ?? "nobody's side"} can be replaced`,
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

function named({ kind }: Statement): string {
  return kind === "finding" ? "a finding" : "an assessment";
}
