/**
 * Freezes a library as an edition. In: a library, the moment, the day on the editors' calendar and the public address.
 * Out: the edition and its entry for the index; nothing where the newest edition already says the same. It knows no
 * clock, and who puts the result where is `publish.ts`.
 */
import { type Edition, isoWeek, newestSource } from "../model/edition.ts";
import type { Library } from "../model/library.ts";
import { topicsOf } from "../model/topic.ts";
import { sha256 } from "./digest.ts";
import type { EditionEntry } from "./edition-index.ts";

export interface Moment {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** The calendar day `YYYY-MM-DD` where the editors are, which decides the week. */
  readonly day: string;
}

export interface Frozen {
  readonly entry: EditionEntry;
  /** The edition as JSON, exactly as it is kept. */
  readonly json: string;
}

/** Null where `newest` was frozen from an equal library for the same address: nothing to issue. */
export async function freeze(
  library: Library,
  moment: Moment,
  site: string,
  newest: Pick<EditionEntry, "libraryHash" | "site"> | null,
): Promise<Frozen | null> {
  const hash = await sha256(JSON.stringify(library));
  if (newest?.libraryHash === hash && newest.site === site) return null;
  const id = isoWeek(moment.day);
  const asOf = newestSource(library);
  const edition: Edition = { id, issued: moment.time, asOf, site, hash, library };
  const json = JSON.stringify(edition);
  const digest = await sha256(json);
  return {
    json,
    entry: {
      id,
      issued: edition.issued,
      asOf,
      libraryHash: hash,
      digest,
      site,
      objectKey: `editions/${id}/${digest}.json`,
      topics: topicsOf(library),
    },
  };
}

/** The moment of a time, its day counted in `timeZone`. */
export function momentOf(time: Date, timeZone: string): Moment {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return { time: time.toISOString(), day: day.format(time) };
}
