/**
 * The timeline at its narrowest: events on neighbouring days at the end of a long span, with as many earlier ones before
 * the break as a sheet can hold. However they fall, each dot is seen, carries its number and stands within the page.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { editionOf } from "../support/edition.ts";
import { layoutComplaints } from "../support/page-complaints.ts";
import { nameOf, pageOf, sheetsOf } from "../support/sheets.ts";
import { event, smallLibrary } from "../support/small.ts";

const EARLIER = ["1994", "2014", "2019-05", "2022-02-24", "2024-06-16", "2025-01-20"];
/** Forty-five days are the most that the line spans after its break. */
const LATE = ["2025-07-05", "2025-08-17", "2025-08-18", "2025-08-19"];
const BUNCHED = ["2025-08-18", "2025-08-18", "2025-08-18", "2025-08-18", "2025-08-19", "2025-08-19"];

const TABLE: Readonly<Record<string, readonly string[]>> = {
  "one day": ["2025-08-18"],
  "one day, many events": BUNCHED,
  "years only": EARLIER.slice(0, 4),
  "neighbouring days at the end of a long span": LATE,
  "the same after earlier events": [...EARLIER.slice(0, 3), ...LATE],
  "the same after many earlier events": [...EARLIER.slice(0, 5), ...LATE],
};

for (const [name, dates] of Object.entries(TABLE)) {
  test(`${name}: every dot can be seen`, () => {
    const events = dates.map((date, i) => event(`e-${i}`, date));
    const library = smallLibrary({ events });
    const complaints = sheetsOf(library).flatMap((sheet) =>
      layoutComplaints(pageOf(editionOf(library), sheet), sheet.template).map(
        (complaint) => `${nameOf(sheet)}: ${complaint}`,
      ),
    );
    assert.deepEqual(complaints, []);
  });
}
