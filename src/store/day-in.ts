/**
 * The calendar day of a moment where the reader's weeks are counted. In: a moment, ISO 8601 in UTC, and a time zone. Out:
 * the day, `YYYY-MM-DD`. It knows no clock.
 */

/** Formatters are made once a zone, for making one costs more than answering a request. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();
/** The days of the few moments that all pages of a week are about. */
const DAYS = new Map<string, string>();
const ROOM = 256;

export function dayIn(timeZone: string, moment: string): string {
  const key = `${timeZone} ${moment}`;
  const known = DAYS.get(key);
  if (known !== undefined) return known;
  const day = format(timeZone, moment);
  if (DAYS.size >= ROOM) DAYS.clear();
  DAYS.set(key, day);
  return day;
}

function format(timeZone: string, moment: string): string {
  let written = FORMATS.get(timeZone);
  if (written === undefined) {
    written = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    FORMATS.set(timeZone, written);
  }
  const parts = new Map(written.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
}
