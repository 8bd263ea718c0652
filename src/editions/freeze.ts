/**
 * Freezes a library as an edition. In: a library, what the edition is called and when, by which program and for which
 * address it is made, and the edition to compare it with. Out: the edition as JSON and its entry for the index. It knows
 * no clock and no store; when an edition is due and where it is kept is decided elsewhere.
 */
import { compareLibraries, countChanges } from "../model/changes.ts";
import { type Correction, type Edition, newestSource, parseEditionId } from "../model/edition.ts";
import type { Library } from "../model/library.ts";
import { topicsOf } from "../model/topic.ts";
import { dayIn } from "./day-in.ts";
import { sha256 } from "./digest.ts";
import type { EditionEntry } from "./edition-index.ts";
import { defaultTemplate } from "./own-template.ts";

export interface Imprint {
  readonly id: string;
  /** Time of issue, ISO 8601 in UTC. */
  readonly issued: string;
  /** Whose calendar says on which day that is. */
  readonly timeZone: string;
  readonly site: string;
  readonly program: string;
  /** The edition before this one; null for the first of all. */
  readonly before: Pick<Edition, "id" | "library"> | null;
  readonly correction: Correction | null;
}

export interface Frozen {
  readonly entry: EditionEntry;
  /** The edition as JSON, exactly as it is kept. */
  readonly json: string;
}

export async function freeze(library: Library, imprint: Imprint): Promise<Frozen> {
  const { id, issued, timeZone, site, program, before, correction } = imprint;
  const name = parseEditionId(id);
  if (name === null) throw new RangeError(`${id} does not name an edition`);
  const hash = await hashOf(library);
  const asOf = newestSource(library);
  const changes = before === null ? null : compareLibraries(before.id, before.library, library);
  const edition: Edition = { id, issued, asOf, site, program, hash, changes, correction, cards: true, library };
  const json = JSON.stringify(edition);
  const digest = await sha256(json);
  return {
    json,
    entry: {
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
      files: 0,
      bytes: 0,
    },
  };
}

/** Equal hashes, equal content. */
export async function hashOf(library: Library): Promise<string> {
  return await sha256(JSON.stringify(library));
}
