/**
 * Which statements and events go on a sheet when not all of them fit. In: a library, a topic and limits. Out:
 * those chosen, in the order in which they give way. It knows no words and no paper.
 */
import type { Dispute, Library, LibraryEvent, Statement } from "../../model/library.ts";
import { inLanguage } from "../../model/localized.ts";
import type { Topic } from "../../model/topic.ts";

/** ISO dates compare as text; what has no date counts as oldest. */
export function newestFirst(a: string | null, b: string | null): number {
  const [left, right] = [a ?? "", b ?? ""];
  if (left === right) return 0;
  return left < right ? 1 : -1;
}

/** Smaller goes first: what must not be missed, then what is disputed, then what has not been replaced since. */
function weight(statement: Statement, disputed: ReadonlySet<string>, superseded: ReadonlySet<string>): number {
  return (
    statement.priority -
    (statement.pinned === true ? 100 : 0) -
    (disputed.has(statement.id) ? 1.5 : 0) +
    (superseded.has(statement.id) ? 1 : 0) +
    (statement.kind === "assessment" ? 0.5 : 0)
  );
}

/** How groups share a sheet: `count` gives each as many statements, `length` each as much text. */
export type Sharing = "count" | "length";

export interface Ranking {
  readonly groupOf: (statement: Statement) => string;
  readonly share: Sharing;
  readonly disputes: readonly Dispute[];
  readonly superseded: ReadonlySet<string>;
  readonly language: string;
  /** Characters that stand in a group before its first statement; shared by length, they count. */
  readonly before: (group: string) => number;
}

/** What an item costs beside its words, in characters: the line that says what it is, and the space above. */
const LEAD = 45;

/**
 * Statements, best first, dealt to the groups in turn so that a limit cuts all groups evenly: the next
 * one always goes to the group that has least so far. Equal weights go by date, newest first, then by how many sources
 * report them.
 */
export function rankStatements(statements: readonly Statement[], ranking: Ranking): readonly Statement[] {
  const { groupOf, share, disputes, superseded, language, before } = ranking;
  const disputed = new Set(disputes.flatMap(({ sides }) => sides.flatMap(({ statements }) => statements)));
  const weightOf = (statement: Statement): number => weight(statement, disputed, superseded);
  const queues = new Map<string, Statement[]>();
  for (const statement of statements.toSorted(
    (a, b) => weightOf(a) - weightOf(b) || newestFirst(a.asOf, b.asOf) || b.citations.length - a.citations.length,
  )) {
    const queue = queues.get(groupOf(statement));
    if (queue === undefined) queues.set(groupOf(statement), [statement]);
    else queue.push(statement);
  }
  // A group is dealt its next statement when it has least; so each goes by what its group had before it.
  const dealt = [...queues].flatMap(([group, queue], order) => {
    let given = share === "length" ? before(group) : 0;
    return queue.map((statement) => {
      const had = given;
      given += share === "count" ? 1 : inLanguage(statement.text, language).text.length + LEAD;
      return { statement, had, order };
    });
  });
  return dealt.sort((a, b) => a.had - b.had || a.order - b.order).map(({ statement }) => statement);
}

/** The events for a topic, the most important first, and of those the newest. */
export function rankEvents(library: Library, topic: Topic): readonly LibraryEvent[] {
  return library.events
    .filter(({ issues }) => topic.kind !== "issue" || issues.length === 0 || issues.includes(topic.id))
    .toSorted((a, b) => pin(a) - pin(b) || a.priority - b.priority || newestFirst(a.date, b.date));
}

/** In their order otherwise. */
export function pinnedFirst<T extends Pinned>(all: readonly T[]): readonly T[] {
  return all.some((each) => pin(each) < 0) ? all.toSorted((a, b) => pin(a) - pin(b)) : all;
}

interface Pinned {
  readonly pinned?: boolean | undefined;
}

const pin = ({ pinned = false }: Pinned): number => (pinned ? -1 : 0);

export function inOrderOfTime(events: readonly LibraryEvent[]): readonly LibraryEvent[] {
  return events.toSorted((a, b) => newestFirst(b.date, a.date));
}
