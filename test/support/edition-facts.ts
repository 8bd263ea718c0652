/**
 * What every edition of the tests has in common: where the site is, when it was issued, with which settings. In: nothing.
 * Out: constants. A test that is about one of them brings its own.
 */
import { join } from "node:path";
import { PROGRAM } from "../../generated/program.ts";

export const ROOT = join(import.meta.dirname, "..", "..");
export const MIGRATIONS = join(ROOT, "migrations");
export const SITE = "http://localhost:8787";
/** A Thursday in week 47 of 2026. */
export const ISSUED = "2026-11-19T05:00:00.000Z";
export const EDITION_FACTS = {
  id: "2026-W47",
  issued: ISSUED,
  timeZone: "Europe/Berlin",
  site: SITE,
  program: PROGRAM.name,
  changes: null,
  correction: null,
  corrected: null,
} as const;
/** The index of editions is not remembered and downloads are not counted, unless a test is about that. */
export const SETTINGS = {
  PUBLIC_URL: SITE,
  SCHEDULE: "Monday 06:00 Europe/Berlin",
  ANNOUNCE_TO: "",
  INDEX_SECONDS: "0",
  COUNTS: "off",
} as const;
