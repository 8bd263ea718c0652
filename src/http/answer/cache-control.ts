/**
 * For how long an answer may be kept. In: nothing. Out: a value of `Cache-Control` for each kind of address. None is for
 * ever: a correction is told on a pinned page, and a retraction has to reach its readers.
 */

/** Addresses that name no edition: old within the hour in which a new one is issued. */
export const CURRENT = "public, max-age=300, stale-while-revalidate=3600";

/**
 * Addresses that name one: what they answer stays as it is, but for those two, which nobody may miss for longer than a
 * day.
 */
export const PINNED = "public, max-age=86400";

/** Where an address leads that is each reader's own: caches that know no `Vary` must not keep it for others. */
export const OWN_READER = "private, max-age=300";
