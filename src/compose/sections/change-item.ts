/**
 * One difference between two editions as an item: a line that says what happened to what, then what is said now and, on
 * the page of changes, what was said before. In: the desk and a difference. Out: a list item. What was withdrawn is no
 * statement of this edition: it is printed as what it was, with those of its citations whose articles are still there.
 */
import type { ListItem, Paragraph, Run } from "../../model/briefing.ts";
import type { Dispute, Statement } from "../../model/library.ts";
import type { ChangedAspect } from "../../model/words.ts";
import { type Change, statementOf } from "../choice/rank-changes.ts";
import type { Desk } from "../context/compose-context.ts";
import { changedAspects } from "../wording/changed-aspects.ts";
import { disputeParts, disputeTitle, letterOf } from "./disputes.ts";
import { flagRun, leadOf, wordsOf } from "./statement-item.ts";

/** On a sheet every line counts; the page of changes has room for what was before, and its groups name the issue. */
export type Place = "sheet" | "page";

type OfDispute = Extract<Change, { readonly dispute: Dispute }>;
type OfStatement = Exclude<Change, OfDispute>;

export function changeItem(desk: Desk, change: Change, place: Place): ListItem {
  const isDispute = "dispute" in change;
  const { id } = isDispute ? change.dispute : statementOf(change);
  // The letters of disputes hang on how many of them are on the sheet.
  return desk.keep(`change ${change.kind} ${id} ${desk.disputes.length}`, () => ({
    kind: "item",
    anchor: `change-${isDispute ? "dispute" : "statement"}-${id}`,
    change: { kind: change.kind, id },
    parts: isDispute ? ofDispute(desk, change, place) : ofStatement(desk, change, place),
  }));
}

function ofStatement(desk: Desk, change: OfStatement, place: Place): readonly Paragraph[] {
  const statement = statementOf(change);
  const aspects = change.kind === "changed" ? changedAspects(change.before, change.now, desk.language) : ([] as const);
  // Sources are numbered before the lead, which may name one.
  const body = wordsOf(desk, statement, desk.flags.get(statement.id) ?? []);
  const lead = leadOf(desk, statement, whose(desk, statement, place === "sheet"));
  const parts: Paragraph[] = [
    { kind: "paragraph", style: "lead", runs: [whatHappened(desk, change, aspects), ...lead] },
    { kind: "paragraph", style: "body", runs: change.kind === "withdrawn" ? quiet(body) : body },
  ];
  if (place === "sheet" || change.kind !== "changed") return parts;
  if (aspects.includes("answer")) parts.push({ kind: "paragraph", style: "note", runs: answered(desk, change.now) });
  return [...parts, { kind: "paragraph", style: "note", runs: asItWas(desk, change.before, aspects) }];
}

/** The earlier statement in full, and its lead only where that is part of what changed. */
function asItWas(desk: Desk, before: Statement, aspects: readonly ChangedAspect[]): readonly Run[] {
  const body = wordsOf(desk, before, []);
  const inLead = aspects.some((aspect) => ["kind", "speaker", "asOf", "actor", "issue"].includes(aspect));
  const lead = leadOf(desk, before, whose(desk, before, aspects.includes("issue")));
  return [
    { text: `${desk.words.changes.before} `, voice: "strong" },
    ...(inLead ? [...quiet(lead), { text: ": ", voice: "label" } as const] : []),
    ...body,
    ...(aspects.includes("answer") ? [{ text: " ", voice: "plain" } as const, ...answered(desk, before)] : []),
  ];
}

function ofDispute(desk: Desk, { kind, dispute }: OfDispute, place: Place): readonly Paragraph[] {
  const [, ...sides] = place === "page" ? disputeParts(desk, dispute, true) : [];
  const happened = whatHappened(desk, { kind }, []);
  const runs = [happened, ...disputeTitle(desk, dispute), ...(place === "sheet" ? placeOf(desk, dispute) : [])];
  return [
    { kind: "paragraph", style: "lead", runs },
    ...(kind === "settled" ? sides.map((part) => ({ ...part, runs: quiet(part.runs) })) : sides),
  ];
}

/** Where the sheet tells more of a dispute that stands; its sign alone where it gave way. */
function placeOf(desk: Desk, { id }: Dispute): readonly Run[] {
  const about = desk.about.findIndex((dispute) => dispute.id === id);
  if (about < 0) return [];
  return [{ text: " ", voice: "flag" }, flagRun(about < desk.disputes.length ? letterOf(about) : "")];
}

/** `Changed (wording, citations): ` */
function whatHappened(desk: Desk, { kind }: Pick<Change, "kind">, aspects: readonly ChangedAspect[]): Run {
  const { kinds, aspects: names } = desk.words.changes;
  const list = aspects.length === 0 ? "" : ` (${aspects.map((aspect) => names[aspect]).join(", ")})`;
  return { text: `${kinds[kind]}${list}: `, voice: "flag" };
}

/** The actor and the issue, where the topic is not that one; of those that are gone nobody knows the name. */
function whose(desk: Desk, { actor, issue }: Statement, withIssue: boolean): readonly (readonly Run[])[] {
  const { topic, index } = desk;
  const actorName = topic.id === actor ? undefined : index.actors.get(actor)?.name;
  const issueTitle = topic.id === issue || !withIssue ? undefined : index.issues.get(issue)?.title;
  return [actorName, issueTitle].flatMap((name) => (name === undefined ? [] : [[desk.say(name, "strong")]]));
}

function answered(desk: Desk, { answer }: Statement): readonly Run[] {
  const { words } = desk;
  const label: Run = { text: `${words.changes.answer} `, voice: "label" };
  if (answer === null) return [label, { text: "–", voice: "plain" }];
  return [label, { text: `${words.answers[answer.value]}: `, voice: "strong" }, desk.say(answer.gloss)];
}

/** What is no longer said stands back. */
function quiet(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => (run.voice === "plain" || run.voice === "strong" ? { ...run, voice: "label" } : run));
}
