/**
 * What must hold between a dispute and the statements it sets against each other. In: a draft. Out: all mistakes. It
 * does not judge whether the statements really disagree; that is the editor's work.
 */

import type { Dispute } from "../library.ts";
import { type Finding, mistake } from "./finding.ts";
import type { Draft, Entry } from "./parse-shape.ts";
import { unlessKnown } from "./unless-known.ts";

export function checkDisputes(draft: Draft): Finding[] {
  const issueOf = new Map(draft.entries.statements.map(({ value }) => [value.id, value.issue]));
  return draft.entries.disputes.flatMap((dispute) => [
    ...unlessKnown(draft, "issues", dispute.value.issue, [...dispute.path, "issue"]),
    ...checkSides(draft, issueOf, dispute),
    ...checkContrast(dispute),
  ]);
}

function checkSides(draft: Draft, issueOf: ReadonlyMap<string, string>, { path, value }: Entry<Dispute>): Finding[] {
  return value.sides.flatMap((side, s) =>
    side.statements.flatMap((id, i): Finding[] => {
      const at = [...path, "sides", s, "statements", i];
      const issue = issueOf.get(id);
      if (issue === undefined) return unlessKnown(draft, "statements", id, at);
      // A statement on an issue that does not exist is told where the statement is.
      if (issue !== value.issue && draft.ids.issues.has(issue))
        return [
          mistake(at, `names ${id}, which is on ${issue}; a dispute on ${value.issue} takes its statements from there`),
        ];
      if (side.statements.indexOf(id) < i) return [mistake(at, `names ${id} twice on one side; remove one`)];
      return [];
    }),
  );
}

function checkContrast({ path, value }: Entry<Dispute>): Finding[] {
  const [first, ...others] = value.sides;
  const everywhere = first?.statements.filter((id) => others.every(({ statements }) => statements.includes(id))) ?? [];
  return everywhere.map((id) =>
    mistake([...path, "sides"], `has ${id} on all sides; a statement cannot disagree with itself, keep it on one`),
  );
}
