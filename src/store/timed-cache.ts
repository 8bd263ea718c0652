/**
 * What an isolate remembers for a few seconds, so that a file of the store is not preceded by the same questions to the
 * database each time. In: a clock. Out: a cache that answers or looks. Nothing depends on it being right or there: it
 * forgets by itself, knows nothing of other isolates, and is never told of a change.
 */

/** Keeps an answer for some milliseconds; not at all where they are 0. */
export interface TimedCache {
  get<T>(key: string, milliseconds: number, look: () => Promise<T>): Promise<T>;
}

interface Remembered {
  readonly value: unknown;
  readonly until: number;
}

/**
 * More than a reader or a search engine asks for within seconds; then the oldest goes, as what is over does, for it may
 * be large.
 */
const ROOM = 512;

export function timedCacheOf(now: () => number): TimedCache {
  const kept = new Map<string, Remembered>();
  return {
    async get<T>(key: string, milliseconds: number, look: () => Promise<T>): Promise<T> {
      const found = kept.get(key);
      if (found !== undefined && found.until > now()) return found.value as T;
      // Only what has come is kept, for a promise of one request may not be awaited in another.
      const value = await look();
      if (milliseconds > 0) {
        for (const [old, { until }] of kept) {
          if (until <= now() || kept.size >= ROOM) kept.delete(old);
        }
        kept.set(key, { value, until: now() + milliseconds });
      }
      return value;
    },
  };
}
