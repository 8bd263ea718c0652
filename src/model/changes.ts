/**
 * What is different between two libraries, statement by statement and dispute by dispute. In: the earlier and the later
 * library. Out: what is new, changed or gone, each with what it was before, so that it can be told without the earlier
 * library. It puts nothing in words and does not judge which change matters.
 */
import type { Dispute, Library, Statement } from "./library.ts";

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
  /** In the order of the later library; what is gone stands last. */
  readonly statements: readonly StatementChange[];
  readonly disputes: readonly DisputeChange[];
}

/** How many of each kind. */
export interface ChangeCounts {
  readonly since: string;
  readonly new: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly opened: number;
  readonly settled: number;
}

export function compareLibraries(since: string, before: Library, after: Library): Changes {
  const earlier = byId(before.statements);
  const later = byId(after.statements);
  const disputes = byId(after.disputes);
  return {
    since,
    statements: [
      ...after.statements.flatMap((statement): StatementChange[] => {
        const { id } = statement;
        const was = earlier.get(id);
        if (was === undefined) return [{ kind: "new", id }];
        return saysTheSame(was, statement) ? [] : [{ kind: "changed", id, before: was }];
      }),
      ...before.statements.flatMap((was): StatementChange[] =>
        later.has(was.id) ? [] : [{ kind: "withdrawn", id: was.id, before: was }],
      ),
    ],
    disputes: [
      ...after.disputes.flatMap(({ id }): DisputeChange[] =>
        before.disputes.some((dispute) => dispute.id === id) ? [] : [{ kind: "opened", id }],
      ),
      ...before.disputes.flatMap((was): DisputeChange[] =>
        disputes.has(was.id) ? [] : [{ kind: "settled", id: was.id, before: was }],
      ),
    ],
  };
}

export function countChanges({ since, statements, disputes }: Changes): ChangeCounts {
  const count = (changes: readonly { kind: string }[], kind: string) =>
    changes.filter((change) => change.kind === kind).length;
  return {
    since,
    new: count(statements, "new"),
    changed: count(statements, "changed"),
    withdrawn: count(statements, "withdrawn"),
    opened: count(disputes, "opened"),
    settled: count(disputes, "settled"),
  };
}

/** Priority only says how soon a statement is left out; a reader who compares editions does not see it. */
function saysTheSame(before: Statement, after: Statement): boolean {
  const words = ({ priority: _, ...statement }: Statement) => JSON.stringify(statement);
  return words(before) === words(after);
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
