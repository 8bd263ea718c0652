/**
 * A library by its identifiers, and what follows from it for every sheet alike: who has been superseded, which answer an
 * actor gives to an issue. In: a library. Out: look-ups, each made once. It knows no topic, language or limit.
 */
import type { Actor, Article, Dispute, Issue, Library, Speaker, Statement } from "../model/library.ts";
import { answerOf, type FoundAnswer } from "./answers.ts";

export interface Catalogue {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly disputes: ReadonlyMap<string, Dispute>;
  /** The identifiers of statements that a later one replaces. */
  readonly superseded: ReadonlySet<string>;
  answer(actor: string, issue: string): FoundAnswer;
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

export function catalogueOf(library: Library): Catalogue {
  const superseded = supersededIn(library);
  const answers = new Map<string, FoundAnswer>();
  return {
    actors: byId(library.actors),
    issues: byId(library.issues),
    articles: byId(library.articles),
    speakers: byId(library.speakers),
    statements: byId(library.statements),
    disputes: byId(library.disputes),
    superseded,
    answer(actor, issue) {
      const key = `${actor} ${issue}`;
      let found = answers.get(key);
      if (found === undefined) {
        found = answerOf(library.statements, actor, issue, superseded);
        answers.set(key, found);
      }
      return found;
    },
  };
}

export function supersededIn(library: Library): ReadonlySet<string> {
  return new Set(library.statements.flatMap(({ supersedes }) => supersedes ?? []));
}
