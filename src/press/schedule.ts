/**
 * When an edition is due. In: a schedule such as Monday 06:00 in Berlin, and a moment. Out: the slot that was last
 * reached and the one to come, right across both changes of the clock. It reads no clock; who asks says what time it is.
 */

import { isoWeek } from "../model/edition.ts";
import type { Schedule } from "../model/parsing/parse-schedule.ts";
import { dayIn } from "../store/day-in.ts";

export interface Slot {
  /** The ISO week that its edition is named by. */
  readonly week: string;
  readonly at: Date;
}

const DAY = 86_400_000;

/** The slot last reached at a moment: at six sharp it is today's. */
export function slotReached(schedule: Schedule, moment: Date): Slot {
  const today = Date.parse(dayIn(schedule.timeZone, moment.toISOString()));
  const back = (new Date(today).getUTCDay() - schedule.weekday + 7) % 7;
  const slot = slotOn(schedule, today - back * DAY);
  return slot.at <= moment ? slot : slotOn(schedule, today - (back + 7) * DAY);
}

export function slotAfter(schedule: Schedule, { at }: Slot): Slot {
  return slotOn(schedule, Date.parse(dayIn(schedule.timeZone, at.toISOString())) + 7 * DAY);
}

/** `day` is midnight in UTC of the calendar day. */
function slotOn({ time, timeZone }: Schedule, day: number): Slot {
  const date = new Date(day).toISOString().slice(0, 10);
  return { week: isoWeek(date), at: momentOf(Date.parse(`${date}T${time}:00Z`), timeZone) };
}

/**
 * The moment at which the clocks of a zone show a time. Where they show it twice, the first; where they skip it, as long
 * after the jump as the time lies within the gap, which is what iCalendar (RFC 5545, 3.3.5) and Temporal do.
 */
function momentOf(clock: number, timeZone: string): Date {
  const before = clock - offsetIn(timeZone, clock - DAY);
  const after = clock - offsetIn(timeZone, clock + DAY);
  const matching = [before, after].filter((at) => clockIn(timeZone, new Date(at)) === clock);
  return new Date(matching.length === 0 ? before : Math.min(...matching));
}

function offsetIn(timeZone: string, at: number): number {
  return clockIn(timeZone, new Date(at)) - at;
}

/** What the clocks of a zone show, as if it were UTC, in milliseconds. */
function clockIn(timeZone: string, moment: Date): number {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = format.formatToParts(moment);
  const [year, month, day, hour, minute, second] = (["year", "month", "day", "hour", "minute", "second"] as const).map(
    (type) => Number(parts.find((part) => part.type === type)?.value),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) + (moment.getTime() % 1000);
}
