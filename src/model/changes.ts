/**
 * What is different between two libraries, statement by statement and dispute by dispute. In: the earlier and the later
 * library. Out: what is new, changed or gone, each with what it was before, so that it can be told without the earlier
 * library. A topic that was only renamed is the same, and so is a text with another comma. It puts nothing in words and
 * does not judge which change matters.
 */
import type { Dispute, Library, Statement } from "./library.ts";
import { packedEntries } from "./packed-entries.ts";
import { sameTexts } from "./same-words.ts";

export type StatementChange =
  | { readonly kind: "new"; readonly id: string }
  | { readonly kind: "changed"; readonly id: string; readonly before: Statement }
  | { readonly kind: "withdrawn"; readonly id: string; readonly before: Statement };

export type DisputeChange =
  | { readonly kind: "opened"; readonly id: string }
  | { readonly kind: "settled"; readonly id: string; readonly before: Dispute };

export interface Changes {
  /** The edition compared with. */
  readonly since: string;
  /** That edition could not be read, so that nothing is known of any difference. */
  readonly lost?: true;
  /** In the order of the later library; what is gone stands last. */
  readonly statements: readonly StatementChange[];
  readonly disputes: readonly DisputeChange[];
}

/** How many of each kind. */
export interface ChangeCounts {
  readonly since: string;
  /** Nothing could be counted. */
  readonly lost?: true;
  readonly new: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly opened: number;
  readonly settled: number;
}

/** A comparison in the making, for an earlier library that is too large to be in memory beside the later one. */
export interface Comparison {
  /** To be shown the statements and disputes of the earlier library, in their order. */
  statement(was: Statement): void;
  dispute(was: Dispute): void;
  changes(): Changes;
}

/** Of the earlier library only what is different is kept, and that as bytes, for it may be all of it. */
export function compareWith(since: string, after: Library): Comparison {
  const [statements, disputes] = [byId(after.statements), byId(after.disputes)];
  const [known, changed, stillOpen] = [new Set<string>(), new Map<string, () => Statement>(), new Set<string>()];
  const topics = new Map((after.aliases ?? []).map(({ id, topic }) => [id, topic]));
  const nameNow = (topic: string): string => topics.get(topic) ?? topic;
  const pack = packedEntries();
  const [withdrawn, settled]: [StatementChange[], DisputeChange[]] = [[], []];
  return {
    statement(then) {
      const was = { ...then, actor: nameNow(then.actor), issue: nameNow(then.issue) };
      const { id } = was;
      known.add(id);
      const now = statements.get(id);
      if (now === undefined) withdrawn.push(told("withdrawn", id, pack(was)));
      else if (!saysTheSame(was, now)) changed.set(id, pack(was));
    },
    dispute(was) {
      if (disputes.has(was.id)) stillOpen.add(was.id);
      else settled.push(told("settled", was.id, pack({ ...was, issue: nameNow(was.issue) })));
    },
    changes() {
      const present = after.statements.flatMap(({ id }): StatementChange[] => {
        const was = changed.get(id);
        if (was !== undefined) return [told("changed", id, was)];
        return known.has(id) ? [] : [{ kind: "new", id }];
      });
      const opened = after.disputes.flatMap(({ id }): DisputeChange[] =>
        stillOpen.has(id) ? [] : [{ kind: "opened", id }],
      );
      return { since, statements: [...present, ...withdrawn], disputes: [...opened, ...settled] };
    },
  };
}

export function countChanges({ since, lost, statements, disputes }: Changes): ChangeCounts {
  const count = (changes: readonly { kind: string }[], kind: string) =>
    changes.filter((change) => change.kind === kind).length;
  return {
    since,
    ...(lost === undefined ? {} : { lost }),
    new: count(statements, "new"),
    changed: count(statements, "changed"),
    withdrawn: count(statements, "withdrawn"),
    opened: count(disputes, "opened"),
    settled: count(disputes, "settled"),
  };
}

/** What was before is read each time it is asked for. */
function told<K extends string, T>(kind: K, id: string, was: () => T) {
  return {
    kind,
    id,
    get before(): T {
      return was();
    },
  };
}

/** Priority only says how soon a statement is left out; a reader who compares editions does not see it. */
function saysTheSame(before: Statement, after: Statement): boolean {
  const facts = ({ priority: _, text: __, answer, ...facts }: Statement) =>
    JSON.stringify({ ...facts, answer: answer?.value });
  return (
    facts(before) === facts(after) &&
    sameTexts(before.text, after.text) &&
    sameTexts(before.answer?.gloss ?? {}, after.answer?.gloss ?? {})
  );
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
