/**
 * Editions that follow the pressed one, for tests of what readers see of several: the same with a topic less, and a
 * correction of the first. In: the stores of a test's Worker. Out: the edition issued there, none of its files made yet.
 */
import type { Library } from "../../src/model/library.ts";
import { EDITION_FACTS } from "./edition-facts.ts";
import { HARBOUR } from "./fixtures.ts";
import { issueEdition } from "./issue.ts";
import type { TestWorker } from "./worker.ts";

type Stores = Pick<TestWorker, "LIBRARY" | "SHEETS">;

/** One page of each make that pages are made of. */
export const PAGES: readonly string[] = ["", "council", "closing", "overview", "council/all"];
/** What the correction says; not in every language. */
export const CORRECTION = {
  de: "Ein Zitat stand bei der <falschen> Quelle.",
  en: "A quotation stood at the <wrong> source.",
} as const;

export const PRESSED = { id: EDITION_FACTS.id, library: HARBOUR };
export const MONDAYS = {
  "2026-W48": "2026-11-23T05:00:00.000Z",
  "2026-W49": "2026-11-30T05:00:00.000Z",
} as const;

export function withoutFerry(library: Library): Library {
  const without = <T extends { readonly issue: string }>(all: readonly T[]) =>
    all.filter(({ issue }) => issue !== "ferry");
  return {
    ...library,
    issues: library.issues.filter(({ id }) => id !== "ferry"),
    statements: without(library.statements),
    disputes: without(library.disputes),
  };
}

export async function issueWithoutFerry(stores: Stores, id: keyof typeof MONDAYS): Promise<void> {
  await issueEdition(stores, { id, issued: MONDAYS[id], library: withoutFerry(HARBOUR), before: PRESSED });
}

/** `2026-W47.2`, which takes back a statement and the disputes. */
export async function issueCorrection(stores: Stores): Promise<void> {
  await issueEdition(stores, {
    id: `${PRESSED.id}.2`,
    issued: "2026-11-25T09:00:00.000Z",
    library: { ...HARBOUR, statements: HARBOUR.statements.slice(1), disputes: [] },
    before: PRESSED,
    correction: { corrects: PRESSED.id, on: "2026-11-25", note: CORRECTION },
  });
}
