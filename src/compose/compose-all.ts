/**
 * The page behind every sheet: all that the library holds on a topic, nothing left out. In: an edition, a topic and a
 * language. Out: a briefing without limits, for the formats that are not bound to one sheet of paper; of a topic on which
 * that would be too long, a list of the pages that have it.
 */
import type { Briefing, SectionKind } from "../model/briefing.ts";
import type { Edition } from "../model/edition.ts";
import type { SectionPlan } from "../model/template.ts";
import type { Topic } from "../model/topic.ts";
import { composeBriefing } from "./compose-briefing.ts";
import { composeIssueList } from "./compose-issue-list.ts";
import { indexLibrary } from "./context/library-index.ts";
import { MOST_ON_A_PAGE } from "./sections/issue-list.ts";

const SECTIONS: readonly SectionKind[] = [
  "masthead",
  "standfirst",
  "matrix",
  "positions",
  "disputes",
  "timeline",
  "changes",
  "sources",
  "colophon",
];

/** Of more issues than these, an issue's page has its own row of the matrix; all rows are with the overview. */
const MATRIX = 8;

export function composeAll(edition: Edition, topic: Topic, language: string): Briefing {
  if (isTooLong(edition, topic)) return composeIssueList(edition, topic, language);
  const sections = SECTIONS.map(
    (section): SectionPlan => ({ section, columns: 1, fill: "balance", gutter: 0, above: 0, rule: "none" }),
  );
  const limits = {
    statements: Infinity,
    disputes: Infinity,
    notes: Infinity,
    events: Infinity,
    changes: Infinity,
    answers: topic.kind === "issue" && edition.library.issues.length > MATRIX ? 1 : Infinity,
    viewpoints: 1,
  };
  return composeBriefing(edition, { topic, language, template: { id: "all", sections, limits } });
}

/** The overview and an actor's page have a line of answers an issue. An issue's page is never divided. */
function isTooLong({ library }: Edition, topic: Topic): boolean {
  const statements = indexLibrary(library).about(topic).length;
  return topic.kind !== "issue" && Math.max(statements, library.issues.length) > MOST_ON_A_PAGE;
}
