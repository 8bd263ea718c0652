/**
 * The names of things: every address that Einblatt prints, the names that downloads are saved under, and the weeks that
 * name editions, at the turns of years where the week's year and the day's differ.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { type Address, ARCHIVE, fileName, urlOf } from "../../src/model/address.ts";
import { isoWeek, newestSource } from "../../src/model/edition.ts";
import { dayIn } from "../../src/store/day-in.ts";
import { smallLibrary } from "../support/small.ts";

test("every kind of address", () => {
  const table: readonly (readonly [Address, string])[] = [
    [{ language: "de" }, "/de/"],
    [{ language: "de", topic: "kyiv" }, "/de/kyiv"],
    [{ language: "de", topic: "kyiv", ending: "pdf" }, "/de/kyiv.pdf"],
    [{ language: "uk", topic: "kyiv", below: "all" }, "/uk/kyiv/all"],
    [{ language: "uk", topic: "kyiv", below: "all", ending: "md" }, "/uk/kyiv/all.md"],
    [{ language: "en", edition: "2026-W47" }, "/2026-W47/en/"],
    [{ language: "en", edition: "2026-W47", topic: "ceasefire", ending: "json" }, "/2026-W47/en/ceasefire.json"],
    [{ language: "en", edition: "2026-W47", topic: "ceasefire", below: "all" }, "/2026-W47/en/ceasefire/all"],
    [{ language: "en", edition: "2026-W47.2", topic: "kyiv" }, "/2026-W47.2/en/kyiv"],
    [{}, "/"],
    [{ topic: "kyiv", ending: "pdf" }, "/kyiv.pdf"],
    [{ edition: "2026-W47.2" }, "/2026-W47.2/"],
    [{ topic: ARCHIVE }, "/editions"],
    [{ topic: ARCHIVE, ending: "json" }, "/editions.json"],
    [{ topic: ARCHIVE, language: "uk" }, "/uk/editions"],
    [{ language: "de", topic: "kyiv", template: "overview" }, "/de/kyiv?template=overview"],
    [{ language: "de", topic: "kyiv", download: false }, "/de/kyiv"],
    [{ language: "de", topic: "changes", since: "2026-W40", anchor: "x" }, "/de/changes?since=2026-W40#x"],
    [
      { download: true, paper: "letter", template: "overview", ending: "pdf", topic: "kyiv", language: "de" },
      "/de/kyiv.pdf?template=overview&paper=letter&dl=1",
    ],
  ];
  for (const [address, path] of table)
    assert.equal(urlOf("https://einblatt.example", address), `https://einblatt.example${path}`);
});

test("a file is saved under a name that explains itself", () => {
  assert.equal(
    fileName({ topic: "kyiv", edition: "2026-W47", language: "de", ending: "pdf" }),
    "einblatt-kyiv-2026-W47-de.pdf",
  );
});

test("weeks at the turn of the year belong to the year of their Thursday", () => {
  const table: Readonly<Record<string, string>> = {
    "2020-12-28": "2020-W53",
    "2020-12-31": "2020-W53",
    "2021-01-01": "2020-W53",
    "2021-01-03": "2020-W53",
    "2021-01-04": "2021-W01",
    "2024-12-29": "2024-W52",
    "2024-12-30": "2025-W01",
    "2025-01-01": "2025-W01",
    "2026-11-16": "2026-W47",
    "2026-11-22": "2026-W47",
    "2026-11-23": "2026-W48",
    "2026-12-31": "2026-W53",
    "2027-01-03": "2026-W53",
    "2024-02-29": "2024-W09",
  };
  for (const [day, week] of Object.entries(table)) assert.equal(isoWeek(day), week, day);
});

test("the day of a moment is that of the reader's clock, summer and winter", () => {
  const table: readonly (readonly [zone: string, moment: string, day: string])[] = [
    ["Europe/Berlin", "2026-11-15T22:59:59.999Z", "2026-11-15"],
    ["Europe/Berlin", "2026-11-15T23:00:00.000Z", "2026-11-16"],
    ["Europe/Berlin", "2026-06-30T22:00:00.000Z", "2026-07-01"],
    ["America/New_York", "2026-01-01T04:59:00.000Z", "2025-12-31"],
    ["UTC", "2026-11-15T23:00:00.000Z", "2026-11-15"],
  ];
  for (const [zone, moment, day] of table) assert.equal(dayIn(zone, moment), day, `${moment} in ${zone}`);
});

test("a week has seven days, begins on Monday and sorts as text", async () => {
  await fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (days) => {
      const dayAt = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10);
      // The first of January 1970 was a Thursday, so day 4 was a Monday.
      const monday = days - ((((days - 4) % 7) + 7) % 7);
      const weeks = new Set(Array.from({ length: 7 }, (_, i) => isoWeek(dayAt(monday + i))));
      assert.deepEqual([...weeks], [isoWeek(dayAt(days))]);
      assert.ok(isoWeek(dayAt(monday - 1)) < isoWeek(dayAt(monday)));
    }),
    { seed: 1 },
  );
});

test("the newest source is the newest date that any article has", () => {
  assert.equal(newestSource(smallLibrary({})), "2025-08-18");
  assert.equal(newestSource(smallLibrary({ articles: [] })), null);
});
