/**
 * Freezes a library as an edition. In: a library, what the edition is called and when, by which program and for which
 * address it is made, and how it differs from the edition before. Out: the edition as JSON, in pieces, and its entry for
 * the index. It knows no clock and no store; when an edition is due and where it is kept is decided elsewhere.
 */
import { type Changes, countChanges } from "../model/changes.ts";
import { type Correction, type Edition, newestSource, parseEditionId } from "../model/edition.ts";
import type { Library } from "../model/library.ts";
import { topicsOf } from "../model/topic.ts";
import { dayIn } from "./day-in.ts";
import type { EditionEntry } from "./edition-index.ts";
import { piecesOf } from "./edition-parts.ts";
import { defaultTemplate } from "./own-template.ts";
import { sha256OfAll } from "./sha256.ts";

export interface EditionFacts {
  readonly id: string;
  /** Time of issue, ISO 8601 in UTC. */
  readonly issued: string;
  /** Whose calendar says on which day that is. */
  readonly timeZone: string;
  readonly site: string;
  readonly program: string;
  /** Against the edition before this one; null for the first of all. */
  readonly changes: Changes | null;
  readonly correction: Correction | null;
  /** Against the edition that is corrected; null where none is. */
  readonly corrected: Changes | null;
}

export interface Frozen {
  readonly entry: EditionEntry;
  /** The edition exactly as it is kept: its head, then its parts, made anew whenever they are asked for. */
  readonly pieces: () => Iterable<string>;
}

export function freeze(library: Library, facts: EditionFacts): Frozen {
  const { id, issued, timeZone, site, program, changes, correction, corrected } = facts;
  const hash = hashOf(library);
  const asOf = newestSource(library);
  const made = { id, issued, asOf, site, program, hash };
  const edition: Edition = { ...made, changes, corrected, correction, cards: true, library };
  const pieces = () => piecesOf(edition);
  return { pieces, entry: entryFor(edition, sha256OfAll(pieces()), timeZone) };
}

/**
 * The row of the index for a frozen edition, before any file of it is made.
 * @throws RangeError where its name is not one that editions have.
 */
export function entryFor(edition: Edition, digest: string, timeZone: string): EditionEntry {
  const { id, issued, asOf, site, program, hash, changes, correction, library } = edition;
  const name = parseEditionId(id);
  if (name === null) throw new RangeError(`${id} does not name an edition`);
  return {
    id,
    ...name,
    issued,
    issuedOn: dayIn(timeZone, issued),
    asOf,
    libraryHash: hash,
    digest,
    site,
    program,
    objectKey: `editions/${id}/${digest}.json`,
    topics: topicsOf(library).map((topic) => ({ ...topic, template: defaultTemplate(topic.kind) })),
    aliases: library.aliases ?? [],
    changes: changes === null ? null : countChanges(changes),
    correction,
    retraction: null,
    published: null,
    retracted: null,
    files: 0,
    bytes: 0,
  };
}

/** Equal hashes, equal content: of the library's JSON, which for a large one is too long to be made in one piece. */
export function hashOf(library: Library): string {
  return sha256OfAll(jsonOf(library));
}

/** What `JSON.stringify` makes of a library, entry by entry. */
function* jsonOf(library: Library): Generator<string> {
  let before = "{";
  for (const [name, value] of Object.entries(library)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    before = ",";
    if (!Array.isArray(value)) yield JSON.stringify(value);
    else {
      yield "[";
      for (const [i, entry] of value.entries()) yield `${i === 0 ? "" : ","}${JSON.stringify(entry)}`;
      yield "]";
    }
  }
  yield "}";
}
