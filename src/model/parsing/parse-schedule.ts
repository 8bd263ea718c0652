/**
 * When an edition is due, as somebody writes it. In: a text such as `Monday 06:00 Europe/Berlin`. Out: weekday, time and
 * time zone, or null where it is no schedule. It reads no clock and counts no weeks; `press/schedule.ts` does.
 */

export interface Schedule {
  /** 0 is Sunday, as `Date` counts. */
  readonly weekday: number;
  /** `HH:MM` on the clocks of the zone. */
  readonly time: string;
  /** An IANA name such as `Europe/Berlin`. */
  readonly timeZone: string;
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

export function parseSchedule(text: string): Schedule | null {
  const [, day = "", time = "", timeZone = ""] =
    /^(\w{3,})\s+([01]\d:[0-5]\d|2[0-3]:[0-5]\d)\s+(\S+)$/.exec(text) ?? [];
  const weekday = WEEKDAYS.findIndex((name) => day !== "" && name.startsWith(day.toLowerCase()));
  return weekday < 0 || !isTimeZone(timeZone) ? null : { weekday, time, timeZone };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
