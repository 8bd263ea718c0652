/**
 * The index of editions as the routes ask it: through a cache of a few seconds. In: the stores, a cache and for how long
 * it may be trusted. Out: entries and their versions. A new edition, a correction or a retraction is therefore seen that
 * many seconds later at most; what a file says does not depend on it. An edition that the index does not know is looked
 * for on record.
 */
import type { Downloads } from "../downloads/download.ts";
import { readDownloads } from "../downloads/download-store.ts";
import {
  type EditionEntry,
  editionById,
  frontOf,
  type ListedEdition,
  listEditions,
  newestOfAll,
} from "./edition-index.ts";
import { findStrays, straysUnder } from "./find-strays.ts";
import { type GoneTopic, goneTopics } from "./gone-topics.ts";
import { entryOnRecord, isAnyPublished } from "./record.ts";
import type { TimedCache } from "./timed-cache.ts";
import { lastCheckOf, type Versions, versionsOf } from "./versions.ts";

export interface Catalogue {
  readonly current: () => Promise<EditionEntry | null>;
  /** The current one or, where all are retracted, the last of these; null before the first is issued. */
  readonly last: () => Promise<EditionEntry | null>;
  /**
   * When an edition was last published or retracted, as it was seen with the entry that `current` or `last` gave: seen
   * later, it would date what was read before. Null for any other entry.
   */
  readonly changedBy: (entry: EditionEntry) => string | null;
  /** Retracted ones too, and those that only their record knows. */
  readonly edition: (id: string) => Promise<EditionEntry | null>;
  /** Whether the index knows of no edition although there were some. */
  readonly isIndexLost: () => Promise<boolean>;
  /** Whether there is something under a name that nobody knows any more, so that it may have been published. */
  readonly isStray: (id: string) => Promise<boolean>;
  /** Newest first, retracted ones too. */
  readonly all: () => Promise<readonly ListedEdition[]>;
  /** Topics that are in the newest edition under no name. */
  readonly gone: (newest: EditionEntry) => Promise<readonly GoneTopic[]>;
  readonly versions: (entry: EditionEntry) => Promise<Versions>;
  /** Until a day that is over; null where there is nothing to show. */
  readonly downloads: (until: string) => Promise<Downloads | null>;
  /** When nothing newer was last found than an edition says. */
  readonly lastCheck: (entry: EditionEntry) => Promise<string | null>;
}

const HOUR = 3_600_000;
const SEEN = new WeakMap<EditionEntry, string | null>();

export function catalogueOf(db: D1Database, bucket: R2Bucket, cache: TimedCache, seconds: number): Catalogue {
  const ask = <T>(key: string, look: () => Promise<T>): Promise<T> => cache.get(key, seconds * 1000, look);
  // Of a day that is over, or while no edition is issued or retracted, what was found stays true; and all sums, or all
  // topics that ever were, have to be looked through for it.
  const recallLong = <T>(key: string, look: () => Promise<T>): Promise<T> =>
    cache.get(key, seconds > 0 ? HOUR : 0, look);
  const front = () =>
    ask("front", async () => {
      const found = await frontOf(db);
      if (found.current !== null) SEEN.set(found.current, found.changed);
      return found;
    });
  const current = async () => (await front()).current;
  const all = () => ask("all", () => listEditions(db));
  return {
    current,
    last: async () => {
      const found = await front();
      if (found.current !== null) return found.current;
      const last = await ask("last", () => newestOfAll(db));
      if (last !== null) SEEN.set(last, found.changed);
      return last;
    },
    changedBy: (entry) => SEEN.get(entry) ?? null,
    edition: (id) => ask(`edition ${id}`, async () => await editionAnywhere(db, bucket, id)),
    isIndexLost: () =>
      ask("lost index", async () => (await newestOfAll(db)) === null && (await isAnythingThere(db, bucket))),
    isStray: (id) => ask(`stray ${id}`, async () => (await straysUnder(db, bucket, id)).length > 0),
    all,
    gone: async (newest) => {
      const editions = await all();
      const retracted = editions.filter(({ retraction }) => retraction !== null).length;
      return await recallLong(`gone ${newest.id} ${editions.length} ${retracted}`, () => goneTopics(db, newest));
    },
    versions: (entry) => ask(`versions ${entry.id}`, () => versionsOf(db, entry)),
    downloads: (until) => recallLong(`downloads ${until}`, () => readDownloads(db, until)),
    lastCheck: (entry) => ask(`last check ${entry.id}`, () => lastCheckOf(db, entry)),
  };
}

/** On record, or without a record since the database was lost before there were any. */
async function isAnythingThere(db: D1Database, bucket: R2Bucket): Promise<boolean> {
  return (await isAnyPublished(bucket)) || (await findStrays(db, bucket, new Set())).length > 0;
}

/** A database that does not answer keeps nobody from what is on record. */
async function editionAnywhere(db: D1Database, bucket: R2Bucket, id: string): Promise<EditionEntry | null> {
  try {
    const known = await editionById(db, id);
    if (known !== null) return known;
  } catch (failure) {
    const onRecord = await entryOnRecord(bucket, id);
    if (onRecord === null) throw failure;
    return onRecord;
  }
  return await entryOnRecord(bucket, id);
}
