/**
 * One statement as an item: a line that says what kind it is, who said it and when, then its words and where they are
 * reported. In: the desk and a statement. Out: a list item. An assessment is never given to the actor it is about.
 */
import type { ListItem, Run } from "../../model/briefing.ts";
import type { Speaker, Statement } from "../../model/library.ts";
import { type Desk, join, NO_BREAK, spaced } from "../desk.ts";
import { dateInWords, fill } from "../format-words.ts";

/** `heading` is what the group above already names; the other dimension is named here where the topic does not. */
export function statementItem(desk: Desk, statement: Statement, heading: "actor" | "issue"): ListItem {
  const letters = desk.flags.get(statement.id) ?? [];
  return desk.keep(`statement ${statement.id} ${letters.join(" ")}`, () => compose(desk, statement, heading, letters));
}

function compose(desk: Desk, statement: Statement, heading: "actor" | "issue", letters: readonly string[]): ListItem {
  const { words, topic } = desk;
  const citations = desk.cite(statement.citations);
  const lead: (readonly Run[])[] = [];
  if (topic.kind === "overview") lead.push([otherDimension(desk, statement, heading)]);
  lead.push(kindOf(desk, statement));
  const speaker = statement.speaker === null ? undefined : desk.catalogue.speakers.get(statement.speaker);
  if (speaker !== undefined) lead.push([nameOf(desk, speaker, statement)]);
  if (statement.asOf !== null) lead.push([{ text: dateInWords(statement.asOf, words, "short"), voice: "label" }]);
  const flags = letters.map(
    (letter): Run => ({ text: `≠${letter}`, voice: "flag", ...(letter === "" ? {} : { target: { dispute: letter } }) }),
  );
  return {
    kind: "item",
    anchor: `statement-${statement.id}`,
    statement: statement.id,
    parts: [
      { kind: "paragraph", style: "lead", runs: join(lead, ", ") },
      {
        kind: "paragraph",
        style: "body",
        runs: [desk.say(statement.text), { text: NO_BREAK, voice: "citation" }, ...spaced([...citations, ...flags])],
      },
    ],
  };
}

/** Whoever speaks of another actor is named as the one who says so, never as if they spoke for it. */
function nameOf(desk: Desk, speaker: Speaker, statement: Statement): Run {
  const name = desk.say(speaker.name, "label");
  return speaker.actor === statement.actor
    ? name
    : { ...name, text: fill(desk.words.accordingTo, { name: name.text }) };
}

function otherDimension(desk: Desk, statement: Statement, heading: "actor" | "issue"): Run {
  const text =
    heading === "actor"
      ? desk.catalogue.issues.get(statement.issue)?.title
      : desk.catalogue.actors.get(statement.actor)?.name;
  return desk.say(text ?? {}, "strong");
}

/** An assessment names whose it is: the article's author, or the author of source n. */
function kindOf(desk: Desk, statement: Statement): readonly Run[] {
  const { words } = desk;
  const kind: Run = { text: words.kinds[statement.kind], voice: "strong" };
  if (statement.kind !== "assessment") {
    return desk.catalogue.superseded.has(statement.id)
      ? [kind, { text: ` (${words.superseded})`, voice: "label" }]
      : [kind];
  }
  const [first] = statement.citations;
  const place = desk.cited.findIndex(({ id }) => id === first?.article);
  const author = desk.cited[place]?.author ?? null;
  const whose =
    author === null ? fill(words.authorUnnamed, { source: place + 1 }) : fill(words.authorNamed, { author });
  return [kind, { text: ` ${whose}`, voice: "label" }];
}
