/**
 * What has changed about a topic since another edition, in the order in which it is kept when not all of it fits. In:
 * the differences of two libraries and a topic. Out: those that concern it, the most important first. It knows no words
 * of the sheet and no paper.
 */
import type { Changes, DisputeChange, EntryChange, StatementChange } from "../../model/changes.ts";
import type { Dispute, Statement } from "../../model/library.ts";
import type { Localized } from "../../model/localized.ts";
import type { Topic } from "../../model/topic.ts";
import { byTopic, type Concerned } from "../context/by-topic.ts";
import type { LibraryIndex } from "../context/library-index.ts";

/** One difference with all it is told from: what there is now, and what there was. */
export type Change =
  | { readonly kind: "new"; readonly now: Statement }
  | { readonly kind: "changed"; readonly now: Statement; readonly before: Statement }
  | { readonly kind: "withdrawn"; readonly before: Statement }
  | { readonly kind: "opened"; readonly dispute: Dispute }
  | { readonly kind: "settled"; readonly dispute: Dispute }
  | { readonly kind: "revised"; readonly dispute: Dispute; readonly before: Dispute }
  | OtherChange;

/** Of anything else: null is what is not there now, or was not there before. */
export interface OtherChange {
  readonly kind: "entry";
  readonly change: EntryChange;
  readonly now: object | null;
  /** Statements that went with a topic that is gone; they are told with it. */
  readonly statements: number;
}

export type OfDispute = Extract<Change, { readonly dispute: Dispute }>;
export type OfStatement = Exclude<Change, OfDispute | OtherChange>;

/** In which order kinds are told. */
const ORDER: readonly Change["kind"][] = ["new", "changed", "withdrawn", "opened", "revised", "settled", "entry"];

/** The most important first. */
type ByTopic = (topic: Topic) => readonly Change[];

/** The differences of an edition are looked through once, and not for each of its sheets. */
const SORTED = new WeakMap<LibraryIndex, WeakMap<Changes, ByTopic>>();

export function changesAbout(changes: Changes | null, topic: Topic, index: LibraryIndex): readonly Change[] {
  if (changes === null) return [];
  const known = SORTED.get(index) ?? new WeakMap<Changes, ByTopic>();
  SORTED.set(index, known);
  const sorted = known.get(changes) ?? sort(changes, index);
  known.set(changes, sorted);
  return sorted(topic);
}

function sort(changes: Changes, index: LibraryIndex): ByTopic {
  const statements = changes.statements.flatMap((change) => statementChange(change, index));
  const gone = goneTopics(changes, index);
  const all = [
    ...statements.filter((change) => !wentAlong(change, gone)),
    ...changes.disputes.flatMap((change) => disputeChange(change, index)),
    ...(changes.entries ?? []).map((change) => otherChange(change, index, statements, gone)),
  ].sort((a, b) => weight(a) - weight(b));
  const actorOf = actorsIn(changes, index);
  return byTopic(all, (change) => concernedBy(change, actorOf));
}

/** Whose a statement is or was, even where it is gone. */
function actorsIn(changes: Changes, { statements }: LibraryIndex): (statement: string) => string | null | undefined {
  const gone = new Map(
    changes.statements.flatMap((change) => ("before" in change ? [[change.id, change.before]] : [])),
  );
  return (id) => (statements.get(id) ?? gone.get(id))?.actor;
}

/** Issues and actors that were taken off as a whole, by kind and name. */
function goneTopics({ entries = [] }: Changes, { issues, actors }: LibraryIndex): ReadonlySet<string> {
  const gone = entries.filter(({ kind, of }) => kind === "gone" && (of === "issues" || of === "actors"));
  return new Set(gone.flatMap(({ of, id }) => ((of === "issues" ? issues : actors).has(id) ? [] : [`${of} ${id}`])));
}

function wentAlong(change: Change, gone: ReadonlySet<string>): boolean {
  if (change.kind !== "withdrawn") return false;
  return gone.has(`issues ${change.before.issue}`) || gone.has(`actors ${change.before.actor}`);
}

function otherChange(
  change: EntryChange,
  index: LibraryIndex,
  statements: readonly Change[],
  gone: ReadonlySet<string>,
): OtherChange {
  const own = new Set([`${change.of} ${change.id}`]);
  const along = gone.has(`${change.of} ${change.id}`) ? statements.filter((each) => wentAlong(each, own)).length : 0;
  return { kind: "entry", change, now: index.entry(change.of, change.id), statements: along };
}

/** Actors and issues whose sheets tell of it; of a statement that moved, those of both its places. */
function concernedBy(change: Change, actorOf: (statement: string) => string | null | undefined): readonly Concerned[] {
  if (change.kind === "entry") return concernedByEntry(change);
  if ("dispute" in change) {
    const { issue, sides } = change.dispute;
    return [{ issue }, ...sides.flatMap(({ statements }) => statements.map((id) => ({ actor: actorOf(id) })))];
  }
  return [...("now" in change ? [change.now] : []), ...("before" in change ? [change.before] : [])];
}

/** An event's issues, before and now; the topic itself; and the overview whatever it is. */
function concernedByEntry({ change: { of, id, before }, now }: OtherChange): readonly Concerned[] {
  if (of === "actors") return [{ actor: id }];
  if (of === "issues") return [{ issue: id }];
  if (of !== "events") return [{}];
  const issues = [before, now].flatMap(
    (event) => (event as { readonly issues?: readonly string[] } | null)?.issues ?? [],
  );
  return [{}, ...new Set(issues)].map((issue) => (typeof issue === "string" ? { issue } : {}));
}

/** The same differences as a reader meets them: kind by kind. */
export function inOrderOfKind(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** The statement as it is, or as it was where it is gone. */
export function statementOf(change: OfStatement): Statement {
  return change.kind === "withdrawn" ? change.before : change.now;
}

/** The words that most of a difference's length is made of. */
export function textOf(change: Change): Localized {
  if ("dispute" in change) return change.dispute.title;
  if (change.kind !== "entry") return statementOf(change).text;
  const { text, title, name, description } = (change.now ?? change.change.before ?? {}) as Partial<
    Readonly<Record<"text" | "title" | "name" | "description", Localized>>
  >;
  return description ?? text ?? title ?? name ?? {};
}

/** What changed is looked up in the library that it changed in; an entry that is not there says nothing. */
function statementChange(change: StatementChange, { statements }: LibraryIndex): readonly Change[] {
  if (change.kind === "withdrawn") return [{ kind: "withdrawn", before: change.before }];
  const now = statements.get(change.id);
  if (now === undefined) return [];
  return [change.kind === "new" ? { kind: "new", now } : { kind: "changed", now, before: change.before }];
}

function disputeChange(change: DisputeChange, { disputes }: LibraryIndex): readonly Change[] {
  if (change.kind === "settled") return [{ kind: "settled", dispute: change.before }];
  const dispute = disputes.get(change.id);
  if (dispute === undefined) return [];
  return [change.kind === "opened" ? { kind: "opened", dispute } : { kind: "revised", dispute, before: change.before }];
}

/** Smaller stays longer. What is gone stands nowhere else on a sheet; what is new is marked where it stands. */
function weight(change: Change): number {
  const group = { withdrawn: 0, settled: 0, opened: 10, new: 10, changed: 10.5, revised: 10.5, entry: 12 }[change.kind];
  // A topic that was taken off stands nowhere else, as all that went with it.
  if (change.kind === "entry") return change.statements > 0 ? 0 : group;
  return group + ("dispute" in change ? 1 : statementOf(change).priority);
}
