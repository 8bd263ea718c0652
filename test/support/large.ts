/**
 * An edition too large for one page of everything, and the one before it. In: a library and how many topics are
 * wanted. Out: both libraries and the edition. The first actor has nearly all to say, disputes and events are on some
 * issues; since the earlier edition one issue has come, one has gone, one was renamed, and every statement but those of
 * one issue says something else.
 */
import { manyTopics } from "../../bench/many-topics.ts";
import { composeAll } from "../../src/compose/compose-all.ts";
import { composeChanges } from "../../src/compose/compose-changes.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Library } from "../../src/model/library.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { SINCE } from "./changes.ts";
import { compareLibraries } from "./comparison.ts";
import { editionOf } from "./edition.ts";

const everywhere = (text: string) => ({ de: text, en: text, uk: text });

export interface Large {
  readonly earlier: Library;
  readonly edition: Edition;
  /** Issues by what happened to them since the earlier edition. */
  readonly come: string;
  readonly gone: string;
  readonly renamed: { readonly from: string; readonly to: string };
  readonly quiet: string;
}

export function largeEdition(small: Library, topics: number): Large {
  const many = manyTopics(small, topics);
  const [talker] = many.actors;
  const [come, renamed, quiet] = many.issues.map(({ id }) => id);
  if (come === undefined || renamed === undefined || quiet === undefined) throw new RangeError("too few issues");
  if (talker === undefined) throw new RangeError("too few actors");
  const spoken = Map.groupBy(many.statements, ({ issue }) => issue);
  const disputed = many.issues.filter((_, i) => i % 3 === 0).map(({ id }) => id);
  const library: Library = {
    ...many,
    // The last word on an issue stays with whoever had it.
    statements: many.statements.map((each) =>
      spoken.get(each.issue)?.at(-1) === each ? each : { ...each, actor: talker.id },
    ),
    disputes: disputed.flatMap((issue) => {
      const [one, other] = spoken.get(issue) ?? [];
      if (one === undefined || other === undefined) return [];
      const sides = [one, other].map(({ id }) => ({ text: everywhere(`Side ${id}.`), statements: [id] }));
      const told = { title: everywhere(`Dispute on ${issue}`), note: everywhere("Both cannot be.") };
      return [{ id: `dispute-${issue}`, issue, kind: "contradiction", ...told, sides }];
    }),
    events: many.events.map((event, i) =>
      i % 2 ? event : { ...event, issues: many.issues.slice(i, i + 3).map(({ id }) => id) },
    ),
  };
  const from = `${renamed}-before`;
  const gone = "gone-altogether";
  const last = library.statements.at(-1);
  if (last === undefined) throw new RangeError("too few statements");
  const earlier: Library = {
    ...library,
    issues: [
      ...library.issues
        .filter(({ id }) => id !== come)
        .map((issue) => (issue.id === renamed ? { ...issue, id: from } : issue)),
      { ...(library.issues[0] as Library["issues"][number]), id: gone },
    ],
    disputes: library.disputes.filter(({ issue }) => issue !== come),
    statements: [
      ...library.statements
        .filter(({ issue }) => issue !== come)
        .map((each) => {
          if (each.issue === quiet) return each;
          return {
            ...each,
            text: everywhere(`Before: ${each.id}.`),
            issue: each.issue === renamed ? from : each.issue,
          };
        }),
      { ...last, id: "was-on-what-is-gone", issue: gone },
    ],
  };
  const edition = { ...editionOf(library), changes: compareLibraries(SINCE, earlier, library) };
  return { earlier, edition, come, gone, renamed: { from, to: renamed }, quiet };
}

/** The pages of it that list issues: the overview's, an actor's, and both ways to ask what has changed. */
export function issueListsOf({ edition }: Large, language: string): readonly Briefing[] {
  const [overview, actor] = topicsOf(edition.library);
  const { changes } = edition;
  if (overview === undefined || actor === undefined || changes === null) throw new RangeError("too little to list");
  return [
    composeAll(edition, overview, language),
    composeAll(edition, actor, language),
    composeChanges(edition, changes, language),
    composeChanges(edition, { ...changes, since: "2026-W40" }, language),
  ];
}
