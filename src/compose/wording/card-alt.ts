/**
 * A preview card in words, for those who do not see it. In: the card's values. Out: one text that says all that the
 * picture shows and shortens nothing. It composes no value of its own.
 */
import type { Run } from "../../model/briefing.ts";
import type { Card, CardAnswer } from "../../model/card.ts";

export function altOf(card: Omit<Card, "alt">): string {
  const { runningHead, kicker, title, below, body, authorship } = card;
  const sentences = [textOf(runningHead), textOf(kicker), title.text, ...(below === null ? [] : [below.text])];
  if (body.kind === "entries") {
    const glossed = (answer: CardAnswer): string => (answer.gloss === null ? "" : ` – ${answer.gloss.text}`);
    const all = body.entries.map(({ name, answer }) => `${name.text}: ${inWords(answer)}${glossed(answer)}`);
    sentences.push(...all);
  } else {
    const { actors, rows } = body;
    const row = (answers: readonly CardAnswer[]): string =>
      answers.map((answer, i) => `${actors[i]?.name.text} – ${inWords(answer)}`).join(", ");
    const all = rows.map(({ title, answers }) => `${title.text}: ${row(answers)}`);
    sentences.push(...all);
  }
  const left = body.left.at(-1) ?? "";
  if (left !== "") sentences.push(left);
  return [...sentences, authorship].map(sentence).join(" ");
}

function inWords({ word, contested }: CardAnswer): string {
  return contested === "" ? word : `${word} (${contested})`;
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** With a full stop where it has no sign of its own. */
function sentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}
