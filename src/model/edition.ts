/**
 * An edition: the library frozen at a moment and named by its ISO week. In: a library, a time and a time zone's
 * calendar day, both handed in. Out: the value everything printed is a pure function of. It knows no clock and no store.
 */
import type { Library } from "./library.ts";

export interface Edition {
  /** ISO 8601 week, such as `2026-W47`. */
  readonly id: string;
  /** Time of issue, ISO 8601 in UTC. */
  readonly issued: string;
  /** The date of the newest source, as precise as the source is; null where no source is dated. */
  readonly asOf: string | null;
  /** Origin of every URL printed, without a slash at its end. */
  readonly site: string;
  /** SHA-256 of the library's JSON, hexadecimal. */
  readonly hash: string;
  readonly library: Library;
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
