/**
 * An edition for tests, always of the same moment. In: a library. Out: the edition frozen from it. It reads no
 * library from files, so that tests which make their own depend on none.
 */
import { type Edition, newestSource } from "../../src/model/edition.ts";
import type { Library } from "../../src/model/library.ts";

export const SITE = "https://einblatt.example";

/** Of Thursday, 19 November 2026. */
export function editionOf(library: Library): Edition {
  return {
    id: "2026-W47",
    issued: "2026-11-19T05:00:00.000Z",
    asOf: newestSource(library),
    site: SITE,
    program: "0123456789abcdef",
    changes: null,
    corrected: null,
    correction: null,
    cards: true,
    hash: "0".repeat(64),
    library,
  };
}
