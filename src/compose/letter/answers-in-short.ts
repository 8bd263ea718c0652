/**
 * What is answered, in a line each: the actors' answers to an issue's question, an actor's answers to all questions, or
 * for the overview one line an issue with every actor's word. In: the context and how many lines have room. Out: the lines
 * and how many there are. They carry no citations: these stand on the sheet, beside the sources they count.
 */
import type { ListItem, Run } from "../../model/briefing.ts";
import type { Actor, Issue } from "../../model/library.ts";
import { type ComposeContext, join } from "../context/compose-context.ts";

/** All lines there are about the topic; whoever prints fewer composes no more. */
export function answerLines(context: ComposeContext): readonly (() => ListItem)[] {
  const { library, topic, index } = context;
  if (topic.kind === "issue")
    return library.actors.map(
      (actor) => () => line(context, actor.id, topic.id, context.say(actor.name, "strong"), actor),
    );
  if (library.actors.length === 0) return [];
  const answered = library.issues.filter(({ id }) =>
    topic.kind === "overview"
      ? library.actors.some((actor) => index.answer(actor.id, id).statement !== null)
      : index.answer(topic.id, id).statement !== null,
  );
  if (topic.kind === "overview") return answered.map((issue) => () => row(context, issue));
  return answered.map((issue) => () => line(context, topic.id, issue.id, context.say(issue.title, "strong"), issue));
}

/** `Kyiv: Conditionally – only with guarantees. Disputed: Yes` */
function line(context: ComposeContext, actor: string, issue: string, name: Run, { id }: Actor | Issue): ListItem {
  const { words } = context;
  const { answer, statement, others } = context.index.answer(actor, issue);
  const runs: Run[] = [name, { text: ": ", voice: "strong" }, { text: words.answers[answer.value], voice: "plain" }];
  if (statement?.answer != null) runs.push({ text: " – ", voice: "plain" }, context.say(statement.answer.gloss));
  if (others.length > 0) {
    const differing = others.flatMap((other) => (other.answer === null ? [] : [words.answers[other.answer.value]]));
    runs.push({ text: ` (${words.contested}: ${differing.join(", ")})`, voice: "flag" });
  }
  return { kind: "item", anchor: `answer-${id}`, parts: [{ kind: "paragraph", style: "answer", answer, runs }] };
}

/** `Ceasefire: Kyiv Yes, Europe Yes (disputed), Moscow No, Washington Unclear` */
function row(context: ComposeContext, { id, title }: Issue): ListItem {
  const { words, library } = context;
  const each = library.actors.map((actor): readonly Run[] => {
    const { answer } = context.index.answer(actor.id, id);
    return [
      context.say(actor.name),
      { text: ` ${words.answers[answer.value]}`, voice: "plain" },
      ...(answer.contested ? [{ text: ` (${words.contested})`, voice: "flag" } as const] : []),
    ];
  });
  const runs = [context.say(title, "strong"), { text: ": ", voice: "strong" } as const, ...join(each, " · ")];
  return { kind: "item", anchor: `answer-${id}`, parts: [{ kind: "paragraph", style: "answer", runs }] };
}
