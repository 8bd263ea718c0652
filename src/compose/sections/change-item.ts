/**
 * One difference between two editions as an item: a line that says what happened to what, then what is said now and, on
 * the page of changes, what was said before. In: the context and a difference. Out: a list item. What was withdrawn is no
 * statement of this edition: it is printed as what it was, with those of its citations whose articles are still there.
 */
import type { ListItem, Manner, Paragraph, Run } from "../../model/briefing.ts";
import type { ChangedAspect } from "../../model/change-words.ts";
import type { Dispute, Statement } from "../../model/library.ts";
import { type Change, type OfDispute, type OfStatement, statementOf } from "../choice/rank-changes.ts";
import { type ComposeContext, NO_BREAK } from "../context/compose-context.ts";
import { changedAspects } from "../wording/changed-aspects.ts";
import { mannerIn } from "../wording/manner.ts";
import { disputeParts, disputeTitle } from "./disputes.ts";
import { entryItem, keyOf } from "./entry-change-item.ts";
import { leadOf, wordsOf } from "./statement-item.ts";

/** On a sheet every line counts; the page of changes has room for what was before, and its groups name the issue. */
export type Place = "sheet" | "page";

export function changeItem(context: ComposeContext, change: Change, place: Place): ListItem {
  if (change.kind === "entry") return context.cache.keep(keyOf(change, place), () => entryItem(context, change, place));
  const isDispute = "dispute" in change;
  const { id } = isDispute ? change.dispute : statementOf(change);
  // Where a letter leads hangs on how many disputes are on the sheet.
  return context.cache.keep(`change ${change.kind} ${id} ${context.disputes.length}`, () => ({
    kind: "item",
    anchor: `change-${isDispute ? "dispute" : "statement"}-${id}`,
    change: { kind: change.kind, id, ...mannerIn(change) },
    parts: isDispute ? ofDispute(context, change, place) : ofStatement(context, change, place),
  }));
}

function ofStatement(context: ComposeContext, change: OfStatement, place: Place): readonly Paragraph[] {
  const statement = statementOf(change);
  const aspects =
    change.kind === "changed" ? changedAspects(change.before, change.now, context.language) : ([] as const);
  const body = wordsOf(context, statement, context.flag(statement.id));
  const lead = leadOf(context, statement, whose(context, statement, place === "sheet"));
  const { how } = mannerIn(change);
  const parts: Paragraph[] = [
    { kind: "paragraph", style: "lead", runs: [whatHappened(context, change, aspects, how), ...lead] },
    { kind: "paragraph", style: "body", runs: change.kind === "withdrawn" ? quiet(body) : body },
  ];
  if (place === "sheet" || change.kind !== "changed") return parts;
  if (aspects.includes("answer")) parts.push({ kind: "paragraph", style: "note", runs: answered(context, change.now) });
  return [...parts, { kind: "paragraph", style: "note", runs: asItWas(context, change.before, aspects) }];
}

/** The earlier statement in full, and its lead only where that is part of what changed. */
function asItWas(context: ComposeContext, before: Statement, aspects: readonly ChangedAspect[]): readonly Run[] {
  const body = wordsOf(context, before, []);
  const inLead = aspects.some((aspect) => ["kind", "speaker", "asOf", "actor", "issue"].includes(aspect));
  const lead = leadOf(context, before, whose(context, before, aspects.includes("issue")));
  return [
    { text: `${context.words.changes.before} `, voice: "strong" },
    ...(inLead ? [...quiet(lead), { text: ": ", voice: "label" } as const] : []),
    ...body,
    ...(aspects.includes("answer") ? [{ text: " ", voice: "plain" } as const, ...answered(context, before)] : []),
  ];
}

function ofDispute(context: ComposeContext, { kind, dispute }: OfDispute, place: Place): readonly Paragraph[] {
  const [, ...sides] = place === "page" ? disputeParts(context, dispute, true) : [];
  const happened = whatHappened(context, { kind }, []);
  const runs = [happened, ...disputeTitle(context, dispute), ...(place === "sheet" ? placeOf(context, dispute) : [])];
  return [
    { kind: "paragraph", style: "lead", runs },
    ...(kind === "settled" ? sides.map((part) => ({ ...part, runs: quiet(part.runs) })) : sides),
  ];
}

/** Where there is more of a dispute that stands. */
function placeOf(context: ComposeContext, { id }: Dispute): readonly Run[] {
  const dispute = context.index.disputes.get(id);
  return dispute === undefined ? [] : [{ text: " ", voice: "flag" }, context.flagOf(dispute)];
}

/** `Changed (wording, citations): ` */
function whatHappened(
  context: ComposeContext,
  { kind }: Pick<OfStatement | OfDispute, "kind">,
  aspects: readonly ChangedAspect[],
  how?: Manner,
): Run {
  const { kinds, manners, aspects: names } = context.words.changes;
  const list = aspects.length === 0 ? "" : ` (${aspects.map((aspect) => names[aspect]).join(", ")})`;
  return { text: `${how === undefined ? kinds[kind] : manners[how]}${list}: `, voice: "flag" };
}

/** The actor and the issue, where the topic is not that one; of those that are gone nobody knows the name. */
function whose(context: ComposeContext, { actor, issue }: Statement, withIssue: boolean): readonly (readonly Run[])[] {
  const { topic, index } = context;
  const actorName = topic.id === actor ? undefined : index.actors.get(actor ?? "")?.name;
  const issueTitle = topic.id === issue || !withIssue ? undefined : index.issues.get(issue)?.title;
  return [actorName, issueTitle].flatMap((name) => (name === undefined ? [] : [[context.say(name, "strong")]]));
}

function answered(context: ComposeContext, { answer }: Statement): readonly Run[] {
  const { words } = context;
  if (answer === null)
    return [
      { text: `${words.changes.answer}${NO_BREAK}`, voice: "label" },
      { text: "–", voice: "plain" },
    ];
  return [
    { text: `${words.changes.answer} `, voice: "label" },
    { text: `${words.answers[answer.value]}: `, voice: "strong" },
    context.say(answer.gloss),
  ];
}

/** What is no longer said stands back. */
function quiet(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => (run.voice === "plain" || run.voice === "strong" ? { ...run, voice: "label" } : run));
}
