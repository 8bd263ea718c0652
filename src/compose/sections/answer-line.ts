/**
 * An answer as a line of words: what is answered, the gloss, whether sources differ, and where it is reported. In: the
 * context, an actor and an issue. Out: the answer and its runs, for a cell of the matrix and for the head of a column.
 */
import type { Answer, Run } from "../../model/briefing.ts";
import { type ComposeContext, NO_BREAK, spaced } from "../context/compose-context.ts";

/** In the matrix, where every line counts, answers of other sources stand without their gloss. */
export function answerLine(
  context: ComposeContext,
  actor: string,
  issue: string,
  place: "column" | "matrix",
): { answer: Answer; runs: readonly Run[] } {
  const { answer, statement, others } = context.index.answer(actor, issue);
  const { words } = context;
  const label = words.answers[answer.value];
  if (statement?.answer == null) return { answer, runs: [{ text: label, voice: "label" }] };
  const runs: Run[] = [
    { text: label, voice: "strong" },
    { text: ": ", voice: "strong" },
    context.say(statement.answer.gloss),
    { text: NO_BREAK, voice: "citation" },
    ...spaced(context.cite(statement.citations)),
  ];
  others.forEach((other, i) => {
    if (other.answer === null) return;
    runs.push(
      i === 0 ? { text: ` ${words.contested}: `, voice: "flag" } : { text: ", ", voice: "plain" },
      { text: words.answers[other.answer.value], voice: "strong" },
      ...(place === "matrix" ? [] : [{ text: ": ", voice: "strong" } as Run, context.say(other.answer.gloss)]),
      { text: NO_BREAK, voice: "citation" },
      ...spaced(context.cite(other.citations)),
    );
  });
  return { answer, runs };
}
