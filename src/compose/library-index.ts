/**
 * A library by its identifiers, and what follows from it for every sheet alike: who has been superseded, which answer an
 * actor gives to an issue. In: a library. Out: look-ups, each made once. It knows no topic, language or limit.
 */
import type { Actor, Article, Dispute, Issue, Library, Speaker, Statement } from "../model/library.ts";
import type { Topic } from "../model/topic.ts";
import { answerOf, type FoundAnswer } from "./answers.ts";

export interface LibraryIndex {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly disputes: ReadonlyMap<string, Dispute>;
  /** The identifiers of statements that a later one replaces. */
  readonly superseded: ReadonlySet<string>;
  answer(actor: string, issue: string): FoundAnswer;
  /** The statements about a topic, in the library's order. */
  about(topic: Topic): readonly Statement[];
}

/** An edition of a thousand topics sets thousands of sheets from one library; each looks up the same. */
const INDEXES = new WeakMap<Library, LibraryIndex>();

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

export function indexLibrary(library: Library): LibraryIndex {
  const known = INDEXES.get(library);
  if (known !== undefined) return known;
  const index = compile(library);
  INDEXES.set(library, index);
  return index;
}

function compile(library: Library): LibraryIndex {
  const { statements } = library;
  const superseded = supersededIn(library);
  const byActor = Map.groupBy(statements, ({ actor }) => actor);
  const byIssue = Map.groupBy(statements, ({ issue }) => issue);
  const answers = new Map<string, FoundAnswer>();
  return {
    actors: byId(library.actors),
    issues: byId(library.issues),
    articles: byId(library.articles),
    speakers: byId(library.speakers),
    statements: byId(statements),
    disputes: byId(library.disputes),
    superseded,
    answer(actor, issue) {
      const key = `${actor} ${issue}`;
      let found = answers.get(key);
      if (found === undefined) {
        found = answerOf(byIssue.get(issue) ?? [], actor, issue, superseded);
        answers.set(key, found);
      }
      return found;
    },
    about({ kind, id }) {
      if (kind === "overview") return statements;
      return (kind === "actor" ? byActor : byIssue).get(id) ?? [];
    },
  };
}

export function supersededIn(library: Library): ReadonlySet<string> {
  return new Set(library.statements.flatMap(({ supersedes }) => supersedes ?? []));
}
