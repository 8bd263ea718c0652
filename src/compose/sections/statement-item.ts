/**
 * One statement as an item: a line that says what kind it is, who said it and when, then its words and where they are
 * reported. In: the context and a statement. Out: a list item. An assessment is never given to the actor it is about.
 */
import type { ListItem, Run } from "../../model/briefing.ts";
import type { Speaker, Statement } from "../../model/library.ts";
import { type ComposeContext, join, withReferences } from "../context/compose-context.ts";
import { markOf } from "../context/news.ts";
import { dateInWords, fill } from "../wording/format-words.ts";

/** `heading` is what the group above already names; the other dimension is named here where the topic does not. */
export function statementItem(context: ComposeContext, statement: Statement, heading: "actor" | "issue"): ListItem {
  const flags = context.flag(statement.id);
  // A letter leads elsewhere where its dispute gave way.
  const led = flags.map(({ href }) => (href === undefined ? "here" : "there")).join(" ");
  return context.cache.keep(`statement ${statement.id} ${led}`, () => compose(context, statement, heading));
}

function compose(context: ComposeContext, statement: Statement, heading: "actor" | "issue"): ListItem {
  const mark = markOf(context.news.statements.get(statement.id), context.words);
  const first = context.topic.kind === "overview" ? [otherDimension(context, statement, heading)] : [];
  return {
    kind: "item",
    anchor: `statement-${statement.id}`,
    statement: statement.id,
    parts: [
      { kind: "paragraph", style: "lead", runs: [...mark, ...leadOf(context, statement, first)] },
      { kind: "paragraph", style: "body", runs: wordsOf(context, statement, context.flag(statement.id)) },
    ],
  };
}

/** A statement's words, where they are reported, and the signs of the disputes they are part of. */
export function wordsOf(context: ComposeContext, statement: Statement, flags: readonly Run[]): readonly Run[] {
  return withReferences(context.say(statement.text), [...context.cite(statement.citations), ...flags]);
}

/** After what is named first: what kind of statement it is, who said it and when. */
export function leadOf(
  context: ComposeContext,
  statement: Statement,
  first: readonly (readonly Run[])[],
): readonly Run[] {
  const lead = [...first, kindOf(context, statement)];
  if (statement.voice !== undefined) lead.push([context.say(statement.voice, "label")]);
  for (const speaker of speakersOf(context, statement)) lead.push([nameOf(context, speaker, statement)]);
  if (statement.asOf !== null) lead.push([{ text: dateOf(context, statement.asOf, statement.dated), voice: "label" }]);
  return join(lead, ", ");
}

/** Whoever says it, and those who say it together. */
export function speakersOf({ index }: ComposeContext, { speaker, jointSpeakers = [] }: Statement): readonly Speaker[] {
  return [...(speaker === null ? [] : [speaker]), ...jointSpeakers].flatMap((id) => index.speakers.get(id) ?? []);
}

/** A date that the text does not tell says so. */
export function dateOf({ words }: ComposeContext, date: string, dated: Statement["dated"]): string {
  const told = dateInWords(date, words, "short");
  return dated === "inferred" ? `${told} (${words.inferred})` : told;
}

/** Whoever speaks of another actor is named as the one who says so, never as if they spoke for it. */
export function nameOf(context: ComposeContext, speaker: Speaker, statement: Statement): Run {
  const name = context.say(speaker.name, "label");
  return speaker.actor === statement.actor
    ? name
    : { ...name, text: fill(context.words.accordingTo, { name: name.text }) };
}

function otherDimension(context: ComposeContext, statement: Statement, heading: "actor" | "issue"): readonly Run[] {
  const { issues, actors } = context.index;
  const text = heading === "actor" ? issues.get(statement.issue)?.title : actors.get(statement.actor ?? "")?.name;
  // A finding names no side.
  return text === undefined ? [] : [context.say(text, "strong")];
}

/** An assessment and a finding name whose they are: the article's author, or the author of source n. */
function kindOf(context: ComposeContext, statement: Statement): readonly Run[] {
  const { words } = context;
  const kind: Run = { text: words.kinds[statement.kind], voice: "strong" };
  if (statement.kind !== "assessment" && statement.kind !== "finding") {
    return context.index.superseded.has(statement.id)
      ? [kind, { text: ` (${words.superseded})`, voice: "label" }]
      : [kind];
  }
  const [first] = statement.citations;
  const cited = first?.article ?? "";
  const author = context.index.articles.get(cited)?.author ?? null;
  if (author !== null) return [kind, { text: ` ${fill(words.authorNamed, { author })}`, voice: "label" }];
  // What was withdrawn may rest on an article that is gone.
  const source = context.index.sources.get(cited);
  const whose = source === undefined ? words.changes.authorOfSome : fill(words.authorUnnamed, { source });
  return [kind, { text: ` ${whose}`, voice: "label" }];
}
