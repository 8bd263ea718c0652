/**
 * A library by its identifiers, and what follows from it for every sheet alike: who has been superseded, which answer an
 * actor gives to an issue. In: a library. Out: look-ups, each made once. It knows no topic, language or limit.
 */
import type { OtherKind } from "../../model/changes.ts";
import type { Actor, Article, Dispute, Issue, Library, Speaker, Statement } from "../../model/library.ts";
import type { Topic } from "../../model/topic.ts";
import { answerOf, type FoundAnswer } from "./answers.ts";
import { byTopic } from "./by-topic.ts";
import { type Numbering, numberingOf } from "./numbering.ts";

export interface LibraryIndex extends Numbering {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly disputes: ReadonlyMap<string, Dispute>;
  /** The identifiers of statements that a later one replaces. */
  readonly superseded: ReadonlySet<string>;
  answer(actor: string, issue: string): FoundAnswer;
  /** How many of all answers that actors could give to issues' questions are stated. */
  stated(): number;
  /** The statements about a topic, in the library's order. */
  about(topic: Topic): readonly Statement[];
  /** Whether statements about a topic answer an issue's question otherwise than others do, or one replaces another. */
  differs(topic: Topic): boolean;
  /** Of a kind that is neither statement nor dispute; null where there is none of that name. */
  entry(of: OtherKind, id: string): object | null;
  /** The disputes about a topic: those that concern one of its statements, in the library's order. */
  disputesAbout(topic: Topic): readonly Dispute[];
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
  const about = byTopic(statements, (statement) => [statement]);
  const named = byId(statements);
  const answers = new Map<string, FoundAnswer>();
  const answer = (actor: string, issue: string): FoundAnswer => {
    const key = `${actor} ${issue}`;
    let found = answers.get(key);
    if (found === undefined) {
      found = answerOf(about({ kind: "issue", id: issue }), actor, issue, superseded);
      answers.set(key, found);
    }
    return found;
  };
  let stated: number | null = null;
  const others = new Map<OtherKind, ReadonlyMap<string, object>>();
  return {
    ...numberingOf(library),
    actors: byId(library.actors),
    issues: byId(library.issues),
    articles: byId(library.articles),
    speakers: byId(library.speakers),
    statements: named,
    disputes: byId(library.disputes),
    superseded,
    answer,
    stated() {
      const { actors, issues } = library;
      stated ??= actors
        .flatMap((actor) => issues.map((issue) => answer(actor.id, issue.id)))
        .filter(({ statement }) => statement !== null).length;
      return stated;
    },
    disputesAbout: byTopic(library.disputes, ({ sides }) =>
      sides.flatMap((side) => side.statements.flatMap((id) => named.get(id) ?? [])),
    ),
    about,
    differs: (topic) => answersDiffer(about(topic)),
    entry(of, id) {
      if (of === "subject") return library.subject;
      const own = others.get(of) ?? byId<{ readonly id: string }>(library[of]);
      others.set(of, own);
      return own.get(id) ?? null;
    },
  };
}

function answersDiffer(statements: readonly Statement[]): boolean {
  const values = new Map<string, string>();
  return statements.some(({ issue, answer, supersedes }) => {
    if (supersedes !== null) return true;
    if (answer === null) return false;
    const other = values.get(issue);
    values.set(issue, answer.value);
    return other !== undefined && other !== answer.value;
  });
}

function supersededIn(library: Library): ReadonlySet<string> {
  return new Set(library.statements.flatMap(({ supersedes }) => supersedes ?? []));
}
