/**
 * About how much copy a sheet has within limits, without composing it. In: what was ranked. Out: characters of the texts
 * that would be on it, with an allowance for the words around them. Only setting the sheet tells; this saves attempts.
 */
import type { Limits } from "../model/briefing.ts";
import type { Dispute, LibraryEvent, Statement } from "../model/library.ts";
import { inLanguage, type Localized } from "../model/text.ts";
import { type Change, textOf } from "./rank-changes.ts";

/** Characters beside the texts: what an item is led by, its citations and the space above it. */
const AROUND = { statement: 70, dispute: 60, event: 30, change: 80, note: 10 } as const;
/** Masthead, sources, colophon and the headings, which every sheet has. */
const ALWAYS = 1500;

export interface Ranked {
  readonly statements: readonly Statement[];
  readonly disputes: readonly Dispute[];
  readonly events: readonly LibraryEvent[];
  readonly changes: readonly Change[];
  /** Characters of each line of answers, in the order in which they are kept. */
  readonly answers: readonly number[];
}

export function copyLengthOf(ranked: Ranked, language: string): (limits: Limits) => number {
  const length = (text: Localized): number => inLanguage(text, language).text.length;
  const statements = sums(ranked.statements, ({ text }) => length(text) + AROUND.statement);
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
    upTo(changes, limits.changes) +
    upTo(answers, limits.answers);
}

/** The length of none, of the first, of the first two, and so on. */
function sums<T>(items: readonly T[], lengthOf: (item: T) => number): readonly number[] {
  const all = [0];
  for (const item of items) all.push((all.at(-1) as number) + lengthOf(item));
  return all;
}
