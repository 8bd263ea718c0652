/**
 * One difference in what is neither statement nor dispute: a question, a title, a source, a speaker, an event. In: the
 * context and the difference. Out: a list item that says what happened to what, what it is now and, where there is room,
 * what it was. A topic that was taken off takes its statements along in one line.
 */
import type { ListItem, Paragraph, Run } from "../../model/briefing.ts";
import type { Article, LibraryEvent } from "../../model/library.ts";
import type { Localized } from "../../model/localized.ts";
import type { OtherChange } from "../choice/rank-changes.ts";
import { type ComposeContext, join } from "../context/compose-context.ts";
import { count, dateInWords, fill } from "../wording/format-words.ts";

/** The texts that an entry may have, in the order in which they are told. */
type Texts = Partial<Readonly<Record<"name" | "title" | "question" | "office" | "standsFor", Localized>>> & {
  readonly standfirst?: { readonly text: Localized };
};

export function keyOf({ change: { of, kind, id } }: OtherChange, place: "sheet" | "page"): string {
  return `change of ${of} ${kind} ${id} ${place}`;
}

export function entryItem(context: ComposeContext, other: OtherChange, place: "sheet" | "page"): ListItem {
  const { change, now } = other;
  const { of, kind, id, before } = change;
  const shown = now ?? before ?? {};
  const lines = place === "page" && kind === "changed" && before !== null ? asItWas(context, other, before) : [];
  return {
    kind: "item",
    anchor: `change-${of}-${id}`,
    entryChange: { of, kind, id },
    parts: [
      { kind: "paragraph", style: "lead", runs: [happened(context, other), ...told(context, of, shown)] },
      ...lines,
    ],
  };
}

/** `Changed: Event: ` */
export function happened({ words, language }: ComposeContext, { change, statements }: OtherChange): Run {
  const { entries, of, with: along } = words.changes;
  const taken =
    statements === 0 ? "" : ` (${fill(along, { statements: count(words.omittedStatements, statements, language) })})`;
  return { text: `${entries[change.kind]}: ${of[change.of]}${taken}: `, voice: "flag" };
}

/** What it is, in a line. */
export function told(context: ComposeContext, of: OtherChange["change"]["of"], entry: object): readonly Run[] {
  if (of === "events") {
    const { date, text } = entry as LibraryEvent;
    return [{ text: `${dateInWords(date, context.words, "short")}: `, voice: "strong" }, context.say(text)];
  }
  if (of === "articles") return source(context, entry as Article);
  const { name, title, question, office, standsFor } = entry as Texts;
  const texts = [name ?? title, question, office, standsFor].flatMap((text) => (text === undefined ? [] : [text]));
  return join(
    texts.map((text, i) => [context.say(text, i === 0 ? "strong" : "plain")]),
    ", ",
  );
}

function source(context: ComposeContext, { kind, title, outlet, author, date, description }: Article): readonly Run[] {
  const { words } = context;
  const facts = [title, outlet, author, date === null ? null : dateInWords(date, words, "long")];
  const known = facts.flatMap((fact) => (fact == null ? [] : [[{ text: fact, voice: "plain" } as const]]));
  return join([[{ text: words.articleKinds[kind], voice: "strong" }], ...known, [context.say(description)]], ", ");
}

/** Before, where the line reads otherwise; else the introduction, now and before. */
function asItWas(context: ComposeContext, { change: { of }, now }: OtherChange, before: object): readonly Paragraph[] {
  const was: Run = { text: `${context.words.changes.before} `, voice: "strong" };
  const [line, earlier] = [told(context, of, now ?? {}), told(context, of, before)];
  if (JSON.stringify(line) !== JSON.stringify(earlier))
    return [{ kind: "paragraph", style: "note", runs: [was, ...earlier] }];
  const [text, old] = [now, before].map((entry) => (entry as Texts | null)?.standfirst?.text);
  if (text === undefined || old === undefined) return [];
  return [
    { kind: "paragraph", style: "body", runs: [context.say(text)] },
    { kind: "paragraph", style: "note", runs: [was, context.say(old)] },
  ];
}
