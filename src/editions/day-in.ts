/**
 * The calendar day of a moment where the reader's weeks are counted. In: a moment, ISO 8601 in UTC, and a time zone. Out:
 * the day, `YYYY-MM-DD`. It knows no clock.
 */

/** Formatters are made once a zone, for making one costs more than answering a request. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

export function dayIn(timeZone: string, moment: string): string {
  let format = FORMATS.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    FORMATS.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
}
