/**
 * What has changed about a topic since another edition, in the order in which it is kept when not all of it fits. In:
 * the differences of two libraries and a topic. Out: those that concern it, the most important first. It knows no words
 * of the sheet and no paper.
 */
import type { Changes, DisputeChange, StatementChange } from "../../model/changes.ts";
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
  | { readonly kind: "settled"; readonly dispute: Dispute };

/** In which order kinds are told. */
const ORDER: readonly Change["kind"][] = ["new", "changed", "withdrawn", "opened", "settled"];

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
  const all = [
    ...changes.statements.flatMap((change) => statementChange(change, index)),
    ...changes.disputes.flatMap((change) => disputeChange(change, index)),
  ].sort((a, b) => weight(a) - weight(b));
  const actorOf = actorsIn(changes, index);
  return byTopic(all, (change) => concernedBy(change, actorOf));
}

/** Whose a statement is or was, even where it is gone. */
function actorsIn(changes: Changes, { statements }: LibraryIndex): (statement: string) => string | undefined {
  const gone = new Map(
    changes.statements.flatMap((change) => ("before" in change ? [[change.id, change.before]] : [])),
  );
  return (id) => (statements.get(id) ?? gone.get(id))?.actor;
}

/** Actors and issues whose sheets tell of it; of a statement that moved, those of both its places. */
function concernedBy(change: Change, actorOf: (statement: string) => string | undefined): readonly Concerned[] {
  if ("dispute" in change) {
    const { issue, sides } = change.dispute;
    return [{ issue }, ...sides.flatMap(({ statements }) => statements.map((id) => ({ actor: actorOf(id) })))];
  }
  return [...("now" in change ? [change.now] : []), ...("before" in change ? [change.before] : [])];
}

/** The same differences as a reader meets them: kind by kind. */
export function inOrderOfKind(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** The statement as it is, or as it was where it is gone. */
export function statementOf(change: Exclude<Change, { readonly dispute: Dispute }>): Statement {
  return change.kind === "withdrawn" ? change.before : change.now;
}

/** The words that most of a difference's length is made of. */
export function textOf(change: Change): Localized {
  return "dispute" in change ? change.dispute.title : statementOf(change).text;
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
  return dispute === undefined ? [] : [{ kind: "opened", dispute }];
}

/** Smaller stays longer. What is gone stands nowhere else on a sheet; what is new is marked where it stands. */
function weight(change: Change): number {
  const group = { withdrawn: 0, settled: 0, opened: 10, new: 10, changed: 10.5 }[change.kind];
  return group + ("dispute" in change ? 1 : statementOf(change).priority);
}
