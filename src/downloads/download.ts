/**
 * What is known of downloads: sums of what was fetched on a day and by what kind of caller. In: downloads with their
 * moments. Out: sums, and which days may be shown. Of whoever downloads there is nothing here to know.
 */

/** Told apart by nothing but the name that a program gives itself. */
export const CALLERS = ["readers", "robots", "scanners"] as const;
export type Caller = (typeof CALLERS)[number];

export interface Download {
  /** The edition's name. */
  readonly edition: string;
  /** `kyiv`, or `changes`. */
  readonly topic: string;
  readonly ending: string;
}

export interface DownloadSum extends Download {
  /** Calendar day `YYYY-MM-DD` in UTC. */
  readonly day: string;
  readonly caller: Caller;
  /** 1 or more. */
  readonly count: number;
}

export type CallerCounts = Readonly<Record<Caller, number>>;

/** What is shown of all editions: whole days only. */
export interface Downloads {
  /** The first day with a download and the last that is over, `YYYY-MM-DD` in UTC. */
  readonly since: string;
  readonly until: string;
  /** Of the last `DAYS_SHOWN` days those on which there was something to count, oldest first. */
  readonly days: readonly (CallerCounts & { readonly day: string })[];
  /** By the edition's name; an edition of which nothing was counted is not there. */
  readonly editions: Readonly<Record<string, EditionDownloads>>;
}

export interface EditionDownloads extends CallerCounts {
  /** Readers alone: where they are not enough, robots are no help. */
  readonly topics: Readonly<Record<string, number>>;
  readonly endings: Readonly<Record<string, number>>;
}

export const DAYS_SHOWN = 28;

/**
 * So long after its end a day is shown: by then whoever counted in it has written down what was counted, and the day
 * changes no more. In milliseconds.
 */
const SETTLING = 3_600_000;
const DAY = 86_400_000;

/** `moment` in milliseconds since 1970. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The last day that may be shown. */
export function lastWholeDay(now: number): string {
  return dayOf(now - SETTLING - DAY);
}

/** The first of the days that are shown one by one, where `until` is the last. */
export function firstDayShown(until: string): string {
  return dayOf(Date.parse(until) - (DAYS_SHOWN - 1) * DAY);
}

/** Equal ones become one with their counts added. */
export function sumUp(downloads: readonly Omit<DownloadSum, "count">[]): readonly DownloadSum[] {
  const sums = new Map<string, DownloadSum>();
  for (const { edition, topic, ending, day, caller } of downloads) {
    const key = [edition, topic, ending, day, caller].join(" ");
    sums.set(key, { edition, topic, ending, day, caller, count: (sums.get(key)?.count ?? 0) + 1 });
  }
  return [...sums.values()];
}
