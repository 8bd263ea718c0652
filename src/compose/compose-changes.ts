/**
 * The page of changes: everything that is different from an earlier edition, by issue, with what was said before. In: an
 * edition, its differences to an earlier one and a language. Out: a briefing without limits, for the formats that are
 * not bound to one sheet of paper. It does not know why that edition was chosen to compare with.
 */
import { urlOf } from "../model/address.ts";
import type { Briefing, Group, Heading, Part, Run, Section } from "../model/briefing.ts";
import type { Changes } from "../model/changes.ts";
import type { Edition } from "../model/edition.ts";
import { CHANGES, type Topic } from "../model/topic.ts";
import { type Desk, openDesk } from "./desk.ts";
import { Drafts } from "./drafts.ts";
import { fill } from "./format-words.ts";
import { indexLibrary } from "./library-index.ts";
import { type Change, changesAbout, inOrderOfKind, statementOf } from "./rank-changes.ts";
import { changeItem } from "./sections/change-item.ts";
import { countsInWords } from "./sections/changes.ts";
import { colophon } from "./sections/colophon.ts";
import { flagDisputes } from "./sections/disputes.ts";
import { headed } from "./sections/masthead.ts";
import { sources } from "./sections/sources.ts";

/** Like the overview, it is about everything. */
const TOPIC: Topic = { id: CHANGES, kind: "overview" };
const NONE = { shown: 0, total: 0 } as const;
const LIMITS = { statements: 0, disputes: 0, notes: 0, events: 0, changes: Infinity, answers: 0, viewpoints: 1 };

export function composeChanges(edition: Edition, changes: Changes | null, language: string): Briefing {
  const { library } = edition;
  const known = indexLibrary(library);
  // A dispute that was settled may rest on statements that are gone.
  const gone = changes?.statements.flatMap((change) => (change.kind === "withdrawn" ? [change.before] : [])) ?? [];
  const statements = new Map([...known.statements, ...gone.map((statement) => [statement.id, statement] as const)]);
  const index = { ...known, statements };
  const request = { topic: TOPIC, language, template: { id: CHANGES, sections: [], limits: LIMITS } };
  const opened = openDesk(edition, request, index, library.disputes, LIMITS, new Drafts());
  const desk = { ...opened, links: linksTo(opened, changes?.since ?? null) };
  // No dispute is printed in full here, but its sign stands beside the statements it concerns.
  flagDisputes(desk);
  const all = changesAbout(changes, TOPIC, index);
  const summary = inShort(desk, changes, all);
  return {
    topic: CHANGES,
    language,
    template: CHANGES,
    edition: edition.id,
    issued: edition.issued,
    since: changes?.since ?? null,
    corrects: edition.correction?.corrects ?? null,
    title: desk.words.changes.title,
    summary,
    sections: [
      masthead(desk, summary),
      byIssue(desk, all),
      ...(all.length === 0 ? [] : [sources(desk)]),
      colophon(desk),
    ].filter(({ parts }) => parts.length > 0),
    names: [],
    tally: {
      statements: NONE,
      disputes: NONE,
      notes: NONE,
      events: NONE,
      changes: { shown: all.length, total: all.length },
      answers: NONE,
      viewpoints: NONE,
    },
    links: desk.links,
  };
}

/** The comparison with the edition before has the plain address; any other one says against which edition it is. */
function linksTo({ edition, language }: Desk, since: string | null): Briefing["links"] {
  const usual = since === null || since === edition.changes?.since;
  const page = { language, topic: CHANGES, ...(usual ? {} : { since }) };
  const permanent = urlOf(edition.site, { ...page, edition: edition.id });
  return { permanent, newest: urlOf(edition.site, page), all: permanent, changes: permanent };
}

function masthead(desk: Desk, summary: string): Section {
  const { words, library } = desk;
  const kicker: Run[] = [
    { text: words.changes.kicker, voice: "strong" },
    { text: " · ", voice: "plain" },
    desk.say(library.subject.title),
  ];
  const heading: Heading = { kind: "heading", level: 1, runs: [{ text: words.changes.title, voice: "plain" }] };
  return headed(desk, kicker, heading, { text: summary, voice: "plain" });
}

/** One sentence: against which edition, and how much of what kind. */
function inShort({ words, language }: Desk, changes: Changes | null, all: readonly Change[]): string {
  if (changes === null) return words.changes.first;
  if (all.length === 0) return fill(words.changes.unchanged, { id: changes.since });
  return fill(words.changes.compared, { id: changes.since, list: countsInWords(all, words, language) });
}

/** A group an issue, in the order of the library; what was said on issues that are gone stands last. */
function byIssue(desk: Desk, all: readonly Change[]): Section {
  const issueOf = (change: Change): string => ("dispute" in change ? change.dispute : statementOf(change)).issue;
  const group = (anchor: string, title: Run, own: readonly Change[]): readonly Group[] => {
    if (own.length === 0) return [];
    const items = inOrderOfKind(own).map((change) => changeItem(desk, change, "page"));
    const parts: Part[] = [
      { kind: "heading", level: 2, runs: [title] },
      { kind: "list", style: "changes", items },
    ];
    return [{ kind: "group", anchor: `changes-${anchor}`, parts }];
  };
  const byTopic = Map.groupBy(all, issueOf);
  const groups = desk.library.issues.flatMap(({ id, title }) => group(id, desk.say(title), byTopic.get(id) ?? []));
  const gone = all.filter((change) => !desk.index.issues.has(issueOf(change)));
  const title: Run = { text: desk.words.changes.goneIssues, voice: "plain" };
  // No identifier of an issue ends in a hyphen.
  return { kind: "changes", parts: [...groups, ...group("gone-", title, gone)] };
}
