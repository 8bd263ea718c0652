/**
 * An edition: the library frozen at a moment and named by its ISO week, with what is new in it. In: a library, a time
 * and a time zone's calendar day, all handed in. Out: the value everything printed is a pure function of. It knows no
 * clock and no store.
 */
import type { Changes } from "./changes.ts";
import type { Library } from "./library.ts";
import type { Localized } from "./localized.ts";

export interface Edition {
  /** ISO 8601 week such as `2026-W47`; a correction of it is `2026-W47.2`, the next `2026-W47.3`. */
  readonly id: string;
  /** Time of issue, ISO 8601 in UTC. */
  readonly issued: string;
  /** The date of the newest source, as precise as the source is; null where no source is dated. */
  readonly asOf: string | null;
  /** Origin of every URL printed, without a slash at its end. */
  readonly site: string;
  /** Names the program and the templates that set its files. */
  readonly program: string;
  /** SHA-256 of the library's JSON, hexadecimal. */
  readonly hash: string;
  /** Against the edition before it; null for the first of all. */
  readonly changes: Changes | null;
  /** Against the edition that it corrects; null where it corrects none. */
  readonly corrected: Changes | null;
  readonly correction: Correction | null;
  /** Whether its preview cards are made with it; editions older than these have none. */
  readonly cards: boolean;
  readonly library: Library;
}

/** Why a week has another revision. Printed on every sheet of it. */
export interface Correction {
  /** The edition that this one replaces. */
  readonly corrects: string;
  /** Calendar day `YYYY-MM-DD`. */
  readonly on: string;
  readonly note: Localized;
}

/** Why an edition is no longer to be read. */
export interface Retraction {
  /** Calendar day `YYYY-MM-DD`. */
  readonly on: string;
  readonly reason: Localized;
}

/** The week and the revision that an edition's name holds; null where it is not such a name. */
export function parseEditionId(id: string): { readonly week: string; readonly revision: number } | null {
  const [, week, revision] = /^(\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3]))(?:\.([2-9]|[1-9]\d{1,2}))?$/.exec(id) ?? [];
  return week === undefined ? null : { week, revision: Number(revision ?? 1) };
}

export function editionId(week: string, revision: number): string {
  return revision === 1 ? week : `${week}.${revision}`;
}

/** The newest date of any article; partial dates compare as text, so `2025-08` is older than `2025-08-01`. */
export function newestSource(library: Library): string | null {
  return library.articles.reduce<string | null>(
    (newest, { date }) => (date !== null && (newest === null || date > newest) ? date : newest),
    null,
  );
}

/** The ISO 8601 week of a calendar day `YYYY-MM-DD`: the week of its Thursday, named by that Thursday's year. */
export function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = date.getUTCDay() || 7;
  date.setUTCDate(date.getUTCDate() + 4 - weekday);
  const year = date.getUTCFullYear();
  const week = Math.ceil(((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(week).padStart(2, "0")}`;
}
