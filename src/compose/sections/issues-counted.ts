/**
 * How much there is on each issue, about everything or about one actor: statements, disputes, events. In: the context and all
 * events of the topic. Out: the section in place of the positions, an issue a row that leads to all of it. Statements are
 * counted, and none of them is looked at for what it says.
 */
import type { ListItem, Part, Section } from "../../model/briefing.ts";
import type { Issue, LibraryEvent } from "../../model/library.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { count, fill } from "../wording/format-words.ts";
import { completePage, countsRun, issueItem } from "./issue-list.ts";

/**
 * Of the overview all issues, of an actor those on which there are statements of it or events: these are on its complete
 * page as on everybody's, and here nothing but the row leads to them.
 */
export function issuesCounted(context: ComposeContext, events: readonly LibraryEvent[]): Section {
  const { topic, library, index, words, language } = context;
  const statements = countsOf(index.about(topic).map(({ issue }) => issue));
  const disputes = countsOf(index.disputesAbout(topic).map(({ issue }) => issue));
  const happened = countsOf(events.flatMap(({ issues }) => issues));
  const row = ({ id, title }: Issue): ListItem => {
    const counts = [
      count(words.omittedStatements, statements.get(id) ?? 0, language),
      ...(disputes.has(id) ? [count(words.omittedDisputes, disputes.get(id) ?? 0, language)] : []),
      ...(happened.has(id) ? [count(words.omittedEvents, happened.get(id) ?? 0, language)] : []),
    ];
    return issueItem(`positions-${id}`, [
      { ...context.say(title, "strong"), href: placeOf(context, id) },
      countsRun(counts.join(", ")),
    ]);
  };
  const items = library.issues
    .filter(({ id }) => topic.kind === "overview" || statements.has(id) || happened.has(id))
    .map(row);
  const answered = fill(words.matrixCaption, answersIn(context));
  const parts: readonly Part[] = [
    { kind: "heading", level: 2, runs: [{ text: words.page.topicLists.issue, voice: "plain" }] },
    { kind: "paragraph", style: "legend", runs: [{ text: answered, voice: "label" }] },
    { kind: "list", style: "statements", items },
  ];
  // No identifier of an issue ends in a hyphen.
  return { kind: "positions", parts: [{ kind: "group", anchor: "positions-issues-", parts }] };
}

/** Of an actor, what is said of it on the issue's page: the group has the same anchor on every page grouped by actor. */
function placeOf(context: ComposeContext, issue: string): string {
  const { topic } = context;
  return completePage(context, issue, topic.kind === "actor" ? { anchor: `positions-${topic.id}` } : {});
}

/** How many answers are stated of how many there could be: of all actors, or of the one that the page is about. */
function answersIn({ topic, library: { actors, issues }, index }: ComposeContext): { stated: number; total: number } {
  if (topic.kind !== "actor") return { stated: index.stated(), total: actors.length * issues.length };
  const stated = issues.filter(({ id }) => index.answer(topic.id, id).statement !== null).length;
  return { stated, total: issues.length };
}

function countsOf(issues: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const issue of issues) counts.set(issue, (counts.get(issue) ?? 0) + 1);
  return counts;
}
