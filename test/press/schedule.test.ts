/** When an edition is due: week by week, across both changes of the clock, and at the edges of years. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseSchedule, type Schedule } from "../../src/model/parsing/parse-schedule.ts";
import { slotAfter, slotReached } from "../../src/press/schedule.ts";
import { dayIn } from "../../src/store/day-in.ts";

function parsed(text: string): Schedule {
  return parseSchedule(text) ?? assert.fail(`${text} is a schedule`);
}

const MONDAY = parsed("Monday 06:00 Europe/Berlin");

test("six o'clock in Berlin is five in UTC in winter and four in summer", () => {
  const table: readonly (readonly [moment: string, week: string, at: string])[] = [
    ["2026-03-29T23:59:00Z", "2026-W13", "2026-03-23T05:00:00.000Z"],
    ["2026-03-30T03:59:59Z", "2026-W13", "2026-03-23T05:00:00.000Z"],
    ["2026-03-30T04:00:00Z", "2026-W14", "2026-03-30T04:00:00.000Z"],
    ["2026-10-26T04:59:59Z", "2026-W43", "2026-10-19T04:00:00.000Z"],
    ["2026-10-26T05:00:00Z", "2026-W44", "2026-10-26T05:00:00.000Z"],
    ["2027-01-03T23:30:00Z", "2026-W53", "2026-12-28T05:00:00.000Z"],
    ["2027-01-04T05:00:00Z", "2027-W01", "2027-01-04T05:00:00.000Z"],
  ];
  for (const [moment, week, at] of table) {
    const slot = slotReached(MONDAY, new Date(moment));
    assert.deepEqual([slot.week, slot.at.toISOString()], [week, at], moment);
  }
});

test("a time that the clocks skip comes after the jump, one that they show twice comes once", () => {
  const night = parsed("Sun 02:30 Europe/Berlin");
  assert.equal(slotReached(night, new Date("2026-03-29T12:00:00Z")).at.toISOString(), "2026-03-29T01:30:00.000Z");
  assert.equal(slotReached(night, new Date("2026-10-25T12:00:00Z")).at.toISOString(), "2026-10-25T00:30:00.000Z");
});

test("whenever one asks, the slot is the last one reached, and slots are a week of the calendar apart", () => {
  const zones = ["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "UTC"];
  const days = ["Mon", "Tuesday", "wed", "Thursday", "FRI", "Saturday", "Sunday"];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...days),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) }),
      (zone, day, hour, minute, at) => {
        const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        const schedule = parsed(`${day} ${time} ${zone}`);
        const slot = slotReached(schedule, new Date(at));
        const next = slotAfter(schedule, slot);
        assert.ok(slot.at.getTime() <= at && at < next.at.getTime());
        assert.equal(
          Date.parse(dayIn(zone, next.at.toISOString())) - Date.parse(dayIn(zone, slot.at.toISOString())),
          7 * 86_400_000,
        );
        assert.deepEqual(slotReached(schedule, slot.at), slot);
        assert.notEqual(slot.week, next.week);
      },
    ),
    { numRuns: 500 },
  );
});
