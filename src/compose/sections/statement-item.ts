/**
 * One statement as an item: a line that says what kind it is, who said it and when, then its words and where they are
 * reported. In: the desk and a statement. Out: a list item. An assessment is never given to the actor it is about.
 */
import type { ListItem, Run } from "../../model/briefing.ts";
import type { Speaker, Statement } from "../../model/library.ts";
import { type Desk, join, withReferences } from "../context/compose-context.ts";
import { markOf } from "../context/news.ts";
import { dateInWords, fill } from "../wording/format-words.ts";

/** `heading` is what the group above already names; the other dimension is named here where the topic does not. */
export function statementItem(desk: Desk, statement: Statement, heading: "actor" | "issue"): ListItem {
  const letters = desk.flags.get(statement.id) ?? [];
  return desk.keep(`statement ${statement.id} ${letters.join(" ")}`, () => compose(desk, statement, heading, letters));
}

function compose(desk: Desk, statement: Statement, heading: "actor" | "issue", letters: readonly string[]): ListItem {
  // Sources are numbered before the lead, which may name one.
  const body = wordsOf(desk, statement, letters);
  const mark = markOf(desk.news.statements.get(statement.id), desk.words);
  const first = desk.topic.kind === "overview" ? [[otherDimension(desk, statement, heading)]] : [];
  return {
    kind: "item",
    anchor: `statement-${statement.id}`,
    statement: statement.id,
    parts: [
      { kind: "paragraph", style: "lead", runs: [...mark, ...leadOf(desk, statement, first)] },
      { kind: "paragraph", style: "body", runs: body },
    ],
  };
}

/** A statement's words, where they are reported, and the letters of the disputes they are part of. */
export function wordsOf(desk: Desk, statement: Statement, letters: readonly string[]): readonly Run[] {
  return withReferences(desk.say(statement.text), [...desk.cite(statement.citations), ...letters.map(flagRun)]);
}

export function flagRun(letter: string): Run {
  return { text: `≠${letter}`, voice: "flag", ...(letter === "" ? {} : { target: { dispute: letter } }) };
}

/** After what is named first: what kind of statement it is, who said it and when. */
export function leadOf(desk: Desk, statement: Statement, first: readonly (readonly Run[])[]): readonly Run[] {
  const lead = [...first, kindOf(desk, statement)];
  const speaker = statement.speaker === null ? undefined : desk.index.speakers.get(statement.speaker);
  if (speaker !== undefined) lead.push([nameOf(desk, speaker, statement)]);
  if (statement.asOf !== null) lead.push([{ text: dateInWords(statement.asOf, desk.words, "short"), voice: "label" }]);
  return join(lead, ", ");
}

/** Whoever speaks of another actor is named as the one who says so, never as if they spoke for it. */
export function nameOf(desk: Desk, speaker: Speaker, statement: Statement): Run {
  const name = desk.say(speaker.name, "label");
  return speaker.actor === statement.actor
    ? name
    : { ...name, text: fill(desk.words.accordingTo, { name: name.text }) };
}

function otherDimension(desk: Desk, statement: Statement, heading: "actor" | "issue"): Run {
  const text =
    heading === "actor" ? desk.index.issues.get(statement.issue)?.title : desk.index.actors.get(statement.actor)?.name;
  return desk.say(text ?? {}, "strong");
}

/** An assessment names whose it is: the article's author, or the author of source n. */
function kindOf(desk: Desk, statement: Statement): readonly Run[] {
  const { words } = desk;
  const kind: Run = { text: words.kinds[statement.kind], voice: "strong" };
  if (statement.kind !== "assessment") {
    return desk.index.superseded.has(statement.id)
      ? [kind, { text: ` (${words.superseded})`, voice: "label" }]
      : [kind];
  }
  const [first] = statement.citations;
  const place = desk.cited.findIndex(({ id }) => id === first?.article);
  const author = desk.cited[place]?.author ?? null;
  if (author !== null) return [kind, { text: ` ${fill(words.authorNamed, { author })}`, voice: "label" }];
  // What was withdrawn may rest on an article that is gone.
  const whose = place < 0 ? words.changes.authorOfSome : fill(words.authorUnnamed, { source: place + 1 });
  return [kind, { text: ` ${whose}`, voice: "label" }];
}
