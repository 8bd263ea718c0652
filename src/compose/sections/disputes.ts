/**
 * Where the sources cannot all be right, or a position changed: what each side says, where, and a neutral note. In: the
 * context. Out: the section, lettered like the flags beside the statements concerned. It takes no side.
 */
import type { ListItem, Paragraph, Run, Section } from "../../model/briefing.ts";
import type { Citation, Dispute } from "../../model/library.ts";
import { type ComposeContext, withReferences } from "../context/compose-context.ts";
import { markOf } from "../context/news.ts";
import { sectionHeading, sectionLegend } from "./section-head.ts";

export function disputes(context: ComposeContext): Section {
  const { words } = context;
  const items = context.disputes.map((dispute, i) => disputeItem(context, dispute, i < context.limits.notes));
  const heading = sectionHeading(context, words.headings.disputes);
  if (items.length === 0) {
    // Disputes that gave way are counted with what was left out; only where there is none may the sheet say so, and not
    // beside answers that differ, where it would read as if all agreed.
    if (context.about.length > 0 || answersDiffer(context)) return { kind: "disputes", parts: [] };
    return {
      kind: "disputes",
      parts: [heading, { kind: "paragraph", style: "note", runs: [{ text: words.noDisputes, voice: "plain" }] }],
    };
  }
  return {
    kind: "disputes",
    parts: [heading, sectionLegend(context, words.disputeLegend), { kind: "list", style: "disputes", items }],
  };
}

/** The same for every draft of a sheet. */
function answersDiffer({ cache, index, topic }: ComposeContext): boolean {
  return cache.keep("differs", () => index.differs(topic));
}

function disputeItem(context: ComposeContext, dispute: Dispute, withNote: boolean): ListItem {
  return context.cache.keep(`dispute ${dispute.id} ${withNote}`, () => compose(context, dispute, withNote));
}

function compose(context: ComposeContext, dispute: Dispute, withNote: boolean): ListItem {
  const letter = context.index.letters.get(dispute.id) ?? "";
  const [title, ...rest] = disputeParts(context, dispute, withNote);
  const mark = markOf(context.news.disputes.get(dispute.id), context.words);
  const parts = title === undefined ? [] : [{ ...title, runs: [...mark, ...title.runs] }, ...rest];
  return { kind: "item", label: letter, anchor: `dispute-${letter}`, parts };
}

/** What it is about, then what each side says and where, then perhaps the note. */
export function disputeParts(context: ComposeContext, dispute: Dispute, withNote: boolean): readonly Paragraph[] {
  const sides = dispute.sides.flatMap(({ text, statements }, i): Run[] => [
    ...(i === 0 ? [] : [{ text: " ", voice: "plain" } as Run]),
    ...withReferences(context.say(text), context.cite(citationsOf(context, statements))),
  ]);
  return [
    { kind: "paragraph", style: "lead", runs: disputeTitle(context, dispute) },
    { kind: "paragraph", style: "body", runs: sides },
    ...(withNote ? [{ kind: "paragraph", style: "note", runs: [context.say(dispute.note)] } as const] : []),
  ];
}

export function disputeTitle(context: ComposeContext, { title, kind }: Dispute): readonly Run[] {
  return [context.say(title, "strong"), { text: ` (${context.words.disputeKinds[kind]})`, voice: "label" }];
}

/** The citations of several statements, each once. */
function citationsOf(context: ComposeContext, statements: readonly string[]): readonly Citation[] {
  const all = statements.flatMap((id) => context.index.statements.get(id)?.citations ?? []);
  return all.filter(
    (citation, i) => all.findIndex((c) => c.article === citation.article && c.paragraph === citation.paragraph) === i,
  );
}
