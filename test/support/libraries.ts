/**
 * Libraries at the edges of what an editor can enter. In: a library. Out: the same without statements, without anything
 * at all, or ten times over. All of them satisfy the library's own schema, which the tests of the page assert first.
 */
import type { Library } from "../../src/model/library.ts";
import { HARBOUR } from "./fixtures.ts";

/** Actors, issues and articles are there, but nobody has said anything yet. */
export function unspoken(library: Library): Library {
  return { ...library, statements: [], disputes: [], events: [] };
}

/** Nothing but the subject itself, as on the first day of an installation. */
export function bare(library: Library): Library {
  return { ...unspoken(library), actors: [], issues: [], articles: [], speakers: [] };
}

/** Everything that is said ten times over, each copy with names of its own and pointing to its own copies. */
export function tenfold(library: Library): Library {
  const copies = Array.from({ length: 10 }, (_, n) => (id: string) => (n === 0 ? id : `${id}-x${n}`));
  return {
    ...library,
    statements: copies.flatMap((rename) =>
      library.statements.map((statement) => ({
        ...statement,
        id: rename(statement.id),
        supersedes: statement.supersedes === null ? null : rename(statement.supersedes),
      })),
    ),
    disputes: copies.flatMap((rename) =>
      library.disputes.map((dispute) => ({
        ...dispute,
        id: rename(dispute.id),
        sides: dispute.sides.map((side) => ({ ...side, statements: side.statements.map(rename) })),
      })),
    ),
    events: copies.flatMap((rename) => library.events.map((event) => ({ ...event, id: rename(event.id) }))),
  };
}

/** All three of them, made of the harbour. */
export const EDGES: Readonly<Record<string, Library>> = {
  "no statements": unspoken(HARBOUR),
  nothing: bare(HARBOUR),
  "everything ten times over": tenfold(HARBOUR),
};
