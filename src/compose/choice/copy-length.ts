/**
 * About how much copy a sheet has within limits, without composing it. In: what was ranked. Out: characters of the texts
 * that would be on it, with an allowance for the words around them. Only setting the sheet tells; this saves attempts.
 */
import type { Limits } from "../../model/briefing.ts";
import type { Dispute, LibraryEvent, Statement } from "../../model/library.ts";
import { inLanguage, type Localized } from "../../model/localized.ts";
import { type Change, textOf } from "./rank-changes.ts";

/** Characters beside the texts: what an item is led by, its citations and the space above it. */
const AROUND = { statement: 70, dispute: 80, event: 60, change: 80, note: 10 } as const;
/** The line of days, and the heading above it. */
const PLOT = 300;
/** Masthead, sources, colophon and the headings, which every sheet has. */
const ALWAYS = 3300;

export interface Ranked {
  readonly statements: readonly Statement[];
  readonly disputes: readonly Dispute[];
  readonly events: readonly LibraryEvent[];
  readonly changes: readonly Change[];
  /** Characters of each line of answers, in the order in which they are kept. */
  readonly answers: readonly number[];
  /** Where each group of statements has a column of its own. */
  readonly columns: Columns | null;
}

interface Columns {
  readonly groupOf: (statement: Statement) => string;
  /** Characters of the answer at the head of each column, by group. */
  readonly heads: ReadonlyMap<string, number>;
}

export function copyLengthOf(ranked: Ranked, language: string): (limits: Limits) => number {
  const length = (text: Localized): number => inLanguage(text, language).text.length;
  const lengthOf = ({ text }: Statement): number => length(text) + AROUND.statement;
  const { columns } = ranked;
  const statements =
    columns === null ? sums(ranked.statements, lengthOf) : tallest(ranked.statements, columns, lengthOf);
  const disputes = sums(
    ranked.disputes,
    ({ title, sides }) => sides.reduce((sum, { text }) => sum + length(text), length(title)) + AROUND.dispute,
  );
  const notes = sums(ranked.disputes, ({ note }) => length(note) + AROUND.note);
  const events = sums(ranked.events, ({ text }) => length(text) + AROUND.event);
  const changes = sums(ranked.changes, (change) => length(textOf(change)) + AROUND.change);
  const answers = sums(ranked.answers, (characters) => characters);
  const upTo = (all: readonly number[], limit: number): number => all[Math.min(limit, all.length - 1)] ?? 0;
  return (limits) =>
    ALWAYS +
    upTo(statements, limits.statements) +
    upTo(disputes, limits.disputes) +
    upTo(notes, Math.min(limits.notes, limits.disputes)) +
    upTo(events, limits.events) +
    (events.length > 1 && limits.events > 0 ? PLOT : 0) +
    upTo(changes, limits.changes) +
    upTo(answers, limits.answers);
}

/** The length of none, of the first, of the first two, and so on. */
function sums<T>(items: readonly T[], lengthOf: (item: T) => number): readonly number[] {
  const all = [0];
  for (const item of items) all.push((all.at(-1) as number) + lengthOf(item));
  return all;
}

/** The same where each group has a column of its own: all columns are as long as the longest, with white below its end. */
function tallest(
  statements: readonly Statement[],
  { groupOf, heads }: Columns,
  lengthOf: (statement: Statement) => number,
): readonly number[] {
  const columns = new Map(heads);
  const answers = [...heads.values()].reduce((sum, characters) => sum + characters, 0);
  let longest = Math.max(0, ...heads.values());
  const all = [longest * heads.size - answers];
  for (const statement of statements) {
    const group = groupOf(statement);
    const length = (columns.get(group) ?? 0) + lengthOf(statement);
    columns.set(group, length);
    longest = Math.max(longest, length);
    all.push(longest * heads.size - answers);
  }
  return all;
}
