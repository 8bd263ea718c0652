/**
 * The complete page of the overview or of an actor where that would be too long: how much there is on each issue, and the
 * issue's own complete page, which has all of it. In: an edition, a topic and a language. Out: a briefing like any other.
 * Statements are neither ranked nor composed; only events that are on no issue in particular are told here.
 */
import type { Briefing, Limits, Section } from "../model/briefing.ts";
import type { Edition } from "../model/edition.ts";
import type { Topic } from "../model/topic.ts";
import { briefingAbout } from "./briefing-about.ts";
import { inOrderOfTime, rankEvents } from "./choice/rank.ts";
import { changesAbout } from "./choice/rank-changes.ts";
import { citedIn } from "./context/cited-in.ts";
import { type ComposeContext, openContext } from "./context/compose-context.ts";
import { indexLibrary } from "./context/library-index.ts";
import { PartCache } from "./context/part-cache.ts";
import { changes } from "./sections/changes-listed.ts";
import { colophon } from "./sections/colophon.ts";
import { MOST_ON_A_PAGE, tooMuch } from "./sections/issue-list.ts";
import { issuesCounted } from "./sections/issues-counted.ts";
import { masthead, standfirst } from "./sections/masthead.ts";
import { sources } from "./sections/sources.ts";
import { timeline } from "./sections/timeline.ts";
import { count, fill } from "./wording/format-words.ts";

const LIMITS: Limits = {
  statements: 0,
  disputes: 0,
  notes: 0,
  events: MOST_ON_A_PAGE,
  changes: 0,
  answers: 0,
  viewpoints: 1,
};

export function composeIssueList(edition: Edition, topic: Topic, language: string): Briefing {
  const { library } = edition;
  const index = indexLibrary(library);
  const request = { topic, language, template: { id: "all", sections: [], limits: LIMITS } };
  const context = openContext(edition, request, index, index.disputesAbout(topic), LIMITS, new PartCache());
  const events = rankEvents(library, topic);
  const general = events.filter(({ issues }) => issues.length === 0);
  const told = general.slice(0, LIMITS.events);
  const news = changesAbout(edition.changes, topic, index);
  const above: readonly Section[] = [
    masthead(context),
    standfirst(context),
    tooMuch(whyIn(context)),
    issuesCounted(context, events),
    withRest(context, timeline(context, inOrderOfTime(told)), general.length - told.length),
    changes(context, news, LIMITS.changes),
  ];
  const cited = citedIn(library, above);
  const sections = [...above, ...(cited.length === 0 ? [] : [sources(context, cited)]), colophon(context)];
  const viewpoints = library.articles.some(({ viewpoint }) => viewpoint !== null) ? 1 : 0;
  const tally: Briefing["tally"] = {
    statements: { shown: 0, total: index.about(topic).length },
    disputes: { shown: 0, total: context.about.length },
    notes: { shown: 0, total: 0 },
    events: { shown: told.length, total: events.length },
    changes: { shown: 0, total: news.length },
    answers: { shown: 0, total: library.issues.length },
    viewpoints: { shown: viewpoints, total: viewpoints },
  };
  return briefingAbout(context, sections, tally, []);
}

/** Why this is a list: as many statements and lines of answers would else be on the page. */
function whyIn({ words, language, index, topic, library }: ComposeContext): string {
  return fill(words.issueList.complete, {
    statements: count(words.omittedStatements, index.about(topic).length, language),
    answers: count(words.omittedAnswers, library.issues.length, language),
  });
}

/** Events on no issue in particular are on the page of each, so that those which have no room here are not lost. */
function withRest({ words, language }: ComposeContext, { kind, parts }: Section, left: number): Section {
  if (left === 0) return { kind, parts };
  const text = count(words.issueList.events, left, language);
  return { kind, parts: [...parts, { kind: "paragraph", style: "note", runs: [{ text, voice: "plain" }] }] };
}
