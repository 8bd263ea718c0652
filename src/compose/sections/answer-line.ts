/**
 * An answer as a line of words: what is answered, the gloss, whether sources differ, and where it is reported. In: the
 * desk, an actor and an issue. Out: the answer and its runs, for a cell of the matrix and for the head of a column.
 */
import type { Answer, Run } from "../../model/briefing.ts";
import { type Desk, NO_BREAK, spaced } from "../context/compose-context.ts";

/** In the matrix, where every line counts, answers of other sources stand without their gloss. */
export function answerLine(
  desk: Desk,
  actor: string,
  issue: string,
  place: "column" | "matrix",
): { answer: Answer; runs: readonly Run[] } {
  const { answer, statement, others } = desk.index.answer(actor, issue);
  const { words } = desk;
  const label = words.answers[answer.value];
  if (statement?.answer == null) return { answer, runs: [{ text: label, voice: "label" }] };
  const runs: Run[] = [
    { text: label, voice: "strong" },
    { text: ": ", voice: "strong" },
    desk.say(statement.answer.gloss),
    { text: NO_BREAK, voice: "citation" },
    ...spaced(desk.cite(statement.citations)),
  ];
  others.forEach((other, i) => {
    if (other.answer === null) return;
    runs.push(
      i === 0 ? { text: ` ${words.contested}: `, voice: "flag" } : { text: ", ", voice: "plain" },
      { text: words.answers[other.answer.value], voice: "strong" },
      ...(place === "matrix" ? [] : [{ text: ": ", voice: "strong" } as Run, desk.say(other.answer.gloss)]),
      { text: NO_BREAK, voice: "citation" },
      ...spaced(desk.cite(other.citations)),
    );
  });
  return { answer, runs };
}
