/**
 * Which statements, disputes and events go on a sheet when not all of them fit. In: a library, a topic and limits. Out:
 * those chosen, in the order in which they give way. It knows no words and no paper.
 */
import type { Dispute, Library, LibraryEvent, Statement } from "../model/library.ts";
import { inLanguage } from "../model/text.ts";
import { isAbout, type Topic } from "../model/topic.ts";

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
  const given = new Map([...queues.keys()].map((group) => [group, share === "length" ? before(group) : 0]));
  const ranked: Statement[] = [];
  for (let left = queues.size; left > 0; ) {
    const [group = ""] = [...given].reduce((least, entry) => (entry[1] < least[1] ? entry : least));
    const statement = queues.get(group)?.shift();
    if (statement === undefined) {
      given.delete(group);
      left -= 1;
      continue;
    }
    const cost = share === "count" ? 1 : inLanguage(statement.text, language).text.length + LEAD;
    given.set(group, (given.get(group) ?? 0) + cost);
    ranked.push(statement);
  }
  return ranked;
}

/** The disputes about a topic: those that concern one of its statements, in the library's order. */
export function disputesAbout(
  library: Library,
  topic: Topic,
  statements: ReadonlyMap<string, Statement>,
): readonly Dispute[] {
  return library.disputes.filter(({ sides }) =>
    sides.some((side) =>
      side.statements.some((id) => {
        const statement = statements.get(id);
        return statement !== undefined && isAbout(statement, topic);
      }),
    ),
  );
}

/** The events for a topic, the most important first, and of those the newest. */
export function rankEvents(library: Library, topic: Topic): readonly LibraryEvent[] {
  return library.events
    .filter(({ issues }) => topic.kind !== "issue" || issues.length === 0 || issues.includes(topic.id))
    .toSorted((a, b) => a.priority - b.priority || newestFirst(a.date, b.date));
}

export function inOrderOfTime(events: readonly LibraryEvent[]): readonly LibraryEvent[] {
  return events.toSorted((a, b) => newestFirst(b.date, a.date));
}
