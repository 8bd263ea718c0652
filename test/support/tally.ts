/**
 * Whether a sheet owns up to what is not on it. In: a page and the library it was made from. Out: in one sentence each,
 * where statements are lost, printed twice or miscounted, and where the line that tells of them says something else. It
 * counts the briefing's items itself and does not trust the tally.
 */
import type { Briefing, ListItem, Part } from "../../src/model/briefing.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Library, LibraryEvent, Statement } from "../../src/model/library.ts";
import type { Page } from "../../src/model/page.ts";
import type { Plural } from "../../src/model/plural.ts";
import type { Topic } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { byOwner, printed, visible } from "./words.ts";

export function itemsIn(briefing: Briefing, style: string): readonly ListItem[] {
  const inPart = (part: Part): readonly ListItem[] => {
    if (part.kind === "group") return part.parts.flatMap(inPart);
    return part.kind === "list" && part.style === style ? part.items : [];
  };
  return briefing.sections.flatMap(({ parts }) => parts.flatMap(inPart));
}

export function tallyComplaints(page: Page, edition: Edition, topic: Topic): readonly string[] {
  const { library } = edition;
  const { briefing } = page;
  const complaints: string[] = [];
  const expect = (holds: boolean, complaint: string): void => {
    if (!holds) complaints.push(complaint);
  };
  const about = new Set(library.statements.filter((statement) => isAbout(statement, topic)).map(({ id }) => id));
  const shown = itemsIn(briefing, "statements").map(({ statement }) => statement ?? "");
  expect(new Set(shown).size === shown.length, "a statement is printed twice");
  expect(
    shown.every((id) => about.has(id)),
    "a statement is printed that is not about the topic",
  );

  const disputes = itemsIn(briefing, "disputes");
  const counted = {
    statements: shown.length,
    disputes: disputes.length,
    notes: disputes.filter(({ parts }) => parts.some(({ style }) => style === "note")).length,
    events: itemsIn(briefing, "events").length,
    changes: itemsIn(briefing, "changes").length,
    answers: answersOn(briefing),
    viewpoints: viewpointsOn(briefing, library),
  };
  const totals = {
    ...counted,
    statements: about.size,
    disputes: briefing.tally.disputes.total,
    events: eventsAbout(library, topic),
    changes: changesAbout(edition, topic),
    answers: briefing.tally.answers.total,
    viewpoints: library.articles.some(({ viewpoint }) => viewpoint !== null) ? 1 : 0,
  };
  totals.notes = counted.disputes;
  for (const kind of ["statements", "disputes", "notes", "events", "changes", "answers", "viewpoints"] as const) {
    const { shown: told, total } = briefing.tally[kind];
    expect(told === counted[kind], `the tally counts ${told} ${kind}, the sheet has ${counted[kind]}`);
    expect(total === totals[kind], `the tally knows of ${total} ${kind}, the library of ${totals[kind]}`);
  }
  complaints.push(...omittedComplaints(page, counted, totals));
  return complaints;
}

/** The rows of the matrix below its head, or else the answers that head groups. */
function answersOn(briefing: Briefing): number {
  const parts = briefing.sections.flatMap((section) => section.parts);
  const table = parts.find((part) => part.kind === "table");
  if (table !== undefined) return table.rows.length - 1;
  const inGroups = parts.flatMap((part) => (part.kind === "group" ? part.parts : []));
  return inGroups.filter((part) => part.kind === "paragraph" && part.style === "answer").length;
}

/** Whether sources tell what they argue for; where those that are cited may argue for nothing, the tally is believed. */
function viewpointsOn(briefing: Briefing, { articles }: Library): number {
  const label = LANGUAGES[briefing.language]?.viewpoint ?? "";
  const sources = itemsIn(briefing, "sources");
  const told = sources.some(({ parts }) =>
    parts.some(({ runs }) => runs.some(({ text, voice }) => voice === "label" && text.includes(label))),
  );
  // With so many sources, at least one that is cited argues for something.
  const arguing = articles.filter(({ viewpoint }) => viewpoint !== null).length;
  return told || sources.length + arguing > articles.length ? Number(told) : briefing.tally.viewpoints.shown;
}

function eventsAbout(library: Library, topic: Topic): number {
  const on = (issues: readonly string[]): boolean =>
    topic.kind !== "issue" || issues.length === 0 || issues.includes(topic.id);
  return library.events.filter(({ issues }) => on(issues)).length;
}

/** By what each difference was and is about, read off the two libraries anew. */
function changesAbout({ changes, library }: Edition, topic: Topic): number {
  if (changes === null) return 0;
  const earlier = changes.statements.flatMap((change) => ("before" in change ? [change.before] : []));
  const spoken = (id: string) => [library.statements, earlier].flatMap((all) => all.filter((each) => each.id === id));
  const statements = changes.statements.filter(({ id }) => spoken(id).some((each) => isAbout(each, topic)));
  const disputes = changes.disputes.filter((change) => {
    const now = library.disputes.find(({ id }) => id === change.id);
    const dispute = now ?? ("before" in change ? change.before : undefined);
    if (dispute === undefined || topic.kind === "issue") return dispute?.issue === topic.id;
    const sides = dispute.sides.flatMap((side) => side.statements.flatMap((id) => spoken(id).slice(0, 1)));
    return topic.kind === "overview" || sides.some((each) => isAbout(each, topic));
  });
  const others = (changes.entries ?? []).filter(({ of, id, before }) => {
    if (topic.kind === "overview") return true;
    const events = [before, library.events.find((each) => each.id === id) ?? null] as readonly (LibraryEvent | null)[];
    if (of === "events") return events.some((event) => topic.kind === "issue" && event?.issues.includes(topic.id));
    return of === `${topic.kind}s` && id === topic.id;
  });
  return statements.length + disputes.length + others.length;
}

type Counts = Readonly<
  Record<"statements" | "disputes" | "notes" | "events" | "changes" | "answers" | "viewpoints", number>
>;

/** The line is there exactly where something is missing, with each number in the right form, and the address of it all. */
function omittedComplaints(page: Page, shown: Counts, total: Counts): readonly string[] {
  const { briefing } = page;
  const words = LANGUAGES[briefing.language];
  if (words === undefined) return [`no words for ${briefing.language}`];
  const forms: Readonly<Record<keyof Counts, Plural>> = {
    statements: words.omittedStatements,
    disputes: words.omittedDisputes,
    notes: words.omittedNotes,
    events: words.omittedEvents,
    changes: words.omittedChanges,
    answers: words.omittedAnswers,
    viewpoints: words.omittedViewpoints,
  };
  const expected = (Object.keys(forms) as (keyof Counts)[])
    .filter((kind) => total[kind] > shown[kind])
    .map((kind) => {
      const n = total[kind] - shown[kind];
      const form = forms[kind][new Intl.PluralRules(briefing.language).select(n)] ?? forms[kind].other;
      return form.replace("{n}", String(n));
    });
  const section = briefing.sections.find(({ kind }) => kind === "omitted");
  const line = section?.parts.find((part) => part.kind === "paragraph");
  if (expected.length === 0) return line === undefined ? [] : ["the sheet tells of omissions where there are none"];
  if (line === undefined) return [`the sheet does not tell that ${expected.join(", ")} are missing`];
  const text = printed(byOwner(page).get(line) ?? []);
  const address = briefing.links.all.replace(/^https?:\/\//, "");
  return [
    ...expected
      .filter((phrase) => !text.includes(visible(phrase)))
      .map((phrase) => `“${text}” does not say “${phrase}”`),
    ...(text.includes(address) ? [] : [`“${text}” does not name ${address}`]),
    ...(line.runs.some(({ href }) => href === briefing.links.all)
      ? []
      : ["the omitted line does not link to the page of all"]),
    ...(briefing.links.all.endsWith(`/${briefing.language}/${briefing.topic}/all`)
      ? []
      : [`${briefing.links.all} is not the page of all`]),
  ];
}

/** Whether a statement is about a topic: everything is about the overview. */
export function isAbout(statement: Statement, topic: Topic): boolean {
  if (topic.kind === "actor") return statement.actor === topic.id;
  if (topic.kind === "issue") return statement.issue === topic.id;
  return true;
}
