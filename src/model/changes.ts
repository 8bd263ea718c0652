/**
 * What is different between two libraries, as far as a reader is told it, entry by entry. In: the earlier and the later
 * library. Out: what is new, changed or gone, each with what it was before, so that it can be told without the earlier
 * library. A topic that was only renamed is the same, and so is a text with another comma. It puts nothing in words and
 * does not judge which change matters.
 */

import { compareOthers } from "./compare-others.ts";
import type { Dispute, Library, Statement } from "./library.ts";
import { packedEntries } from "./packed-entries.ts";
import { tellsTheSame } from "./told-of.ts";

export type StatementChange =
  | { readonly kind: "new"; readonly id: string }
  | { readonly kind: "changed"; readonly id: string; readonly before: Statement }
  | { readonly kind: "withdrawn"; readonly id: string; readonly before: Statement };

export type DisputeChange =
  | { readonly kind: "opened"; readonly id: string }
  | { readonly kind: "settled"; readonly id: string; readonly before: Dispute }
  /** It goes on, told otherwise: its title, its note or a side. */
  | { readonly kind: "revised"; readonly id: string; readonly before: Dispute };

/** What else a reader is told of: questions and titles, who speaks, sources, events. */
export const OTHER_KINDS = ["subject", "actors", "issues", "speakers", "articles", "events"] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

export interface EntryChange {
  readonly of: OtherKind;
  readonly kind: "new" | "changed" | "gone";
  /** Of the one subject, `subject`. */
  readonly id: string;
  /** Null where it is new. */
  readonly before: object | null;
}

export interface Changes {
  /** The edition compared with. */
  readonly since: string;
  /** That edition could not be read, so that nothing is known of any difference. */
  readonly lost?: true;
  /** In the order of the later library; what is gone stands last. */
  readonly statements: readonly StatementChange[];
  readonly disputes: readonly DisputeChange[];
  /** Not there where there are none, nor in editions of programs that did not look. */
  readonly entries?: readonly EntryChange[];
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
  /** These two are absent where there are none. */
  readonly revised?: number;
  readonly entries?: number;
}

/** A comparison in the making, for an earlier library that is too large to be in memory beside the later one. */
export interface Comparison {
  /** To be shown every entry of the earlier library, kind by kind in their order; what it does not know is no matter. */
  show(kind: string, was: object): void;
  changes(): Changes;
}

/** Of the earlier library only what is different is kept, and that as bytes, for it may be all of it. */
export function compareWith(since: string, after: Library): Comparison {
  const [statements, disputes] = [byId(after.statements), byId(after.disputes)];
  const topics = new Map((after.aliases ?? []).map(({ id, topic }) => [id, topic]));
  const nameNow = (topic: string): string => topics.get(topic) ?? topic;
  const pack = packedEntries();
  const [known, changed] = [new Set<string>(), new Map<string, () => Statement>()];
  const [withdrawn, settled]: [StatementChange[], DisputeChange[]] = [[], []];
  const [stillOpen, revised] = [new Set<string>(), new Map<string, () => Dispute>()];
  const others = compareOthers(after, nameNow, pack);

  const statement = (then: Statement): void => {
    const was = { ...then, actor: then.actor === null ? null : nameNow(then.actor), issue: nameNow(then.issue) };
    const { id } = was;
    known.add(id);
    const now = statements.get(id);
    if (now === undefined) withdrawn.push(told("withdrawn", id, pack(was)));
    else if (!tellsTheSame(was, now)) changed.set(id, pack(was));
  };
  const dispute = (then: Dispute): void => {
    const was = { ...then, issue: nameNow(then.issue) };
    const now = disputes.get(was.id);
    if (now === undefined) settled.push(told("settled", was.id, pack(was)));
    else {
      stillOpen.add(was.id);
      if (!tellsTheSame(was, now)) revised.set(was.id, pack(was));
    }
  };
  return {
    show(kind, was) {
      if (kind === "statements") statement(was as Statement);
      else if (kind === "disputes") dispute(was as Dispute);
      else if ((OTHER_KINDS as readonly string[]).includes(kind)) others.show(kind as OtherKind, was);
    },
    changes() {
      const present = after.statements.flatMap(({ id }): StatementChange[] => {
        const was = changed.get(id);
        if (was !== undefined) return [told("changed", id, was)];
        return known.has(id) ? [] : [{ kind: "new", id }];
      });
      const open = after.disputes.flatMap(({ id }): DisputeChange[] => {
        const was = revised.get(id);
        if (was !== undefined) return [told("revised", id, was)];
        return stillOpen.has(id) ? [] : [{ kind: "opened", id }];
      });
      const entries = others.changes();
      return {
        since,
        statements: [...present, ...withdrawn],
        disputes: [...open, ...settled],
        ...(entries.length === 0 ? {} : { entries }),
      };
    },
  };
}

/** Whether there is nothing that a reader would be told. */
export function tellsNothing({ lost, statements, disputes, entries = [] }: Changes): boolean {
  return lost === undefined && statements.length + disputes.length + entries.length === 0;
}

export function countChanges({ since, lost, statements, disputes, entries = [] }: Changes): ChangeCounts {
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
    ...someOf("revised", count(disputes, "revised")),
    ...someOf("entries", entries.length),
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

function someOf<K extends string>(key: K, count: number): Partial<Record<K, number>> {
  return count === 0 ? {} : ({ [key]: count } as Record<K, number>);
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
