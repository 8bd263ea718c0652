/**
 * What an actor answers to an issue's question, as far as the articles tell. In: statements, an actor and an issue. Out:
 * one answer with the statement it rests on, contested where statements still standing differ, and honestly not stated
 * where none answers. It never infers an answer from anything else.
 */
import type { Answer } from "../../model/briefing.ts";
import type { Statement } from "../../model/library.ts";
import { newestFirst } from "../choice/rank.ts";

export interface FoundAnswer {
  readonly answer: Answer;
  /** The statement whose answer is shown; null where none is stated. */
  readonly statement: Statement | null;
  /** The statements that answer otherwise, one for each other answer. */
  readonly others: readonly Statement[];
}

export function answerOf(
  statements: readonly Statement[],
  actor: string,
  issue: string,
  superseded: ReadonlySet<string>,
): FoundAnswer {
  const standing = statements
    .filter((s) => s.actor === actor && s.issue === issue && s.answer !== null && !superseded.has(s.id))
    .toSorted((a, b) => a.priority - b.priority || newestFirst(a.asOf, b.asOf));
  const [first, ...rest] = standing;
  if (first?.answer == null) {
    return { answer: { value: "not-stated", contested: false }, statement: null, others: [] };
  }
  const seen = new Set([first.answer.value]);
  const others = rest.filter(({ answer }) => answer !== null && !seen.has(answer.value) && seen.add(answer.value));
  return { answer: { value: first.answer.value, contested: others.length > 0 }, statement: first, others };
}
