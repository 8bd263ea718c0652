/**
 * A site with a history, for tests of feeds: three weeks that brought something and one that did not, a correction and a
 * retraction. In: the stores of a test's Worker. Out: the history, either pressed as it would be or, in a tenth of the
 * time, issued without files and recorded. A text in it is hostile.
 */
import assert from "node:assert/strict";
import type { Correction } from "../../src/model/edition.ts";
import type { Library } from "../../src/model/library.ts";
import { runPress } from "../../src/press/press.ts";
import { issueEdition, recordEdition, retractEdition } from "./issue.ts";
import { contextOf, load, type Stores, stepsThatRetry } from "./press.ts";
import { smallLibrary, statement } from "./small.ts";

const HOSTILE = "<script>alert(1)</script> & ]]> stays text.";
export const everywhere = (text: string) => ({ de: text, en: text, uk: text });
const NOTE = { de: "Die <Quelle> war falsch.", en: "The <source> was wrong." };
const REASON = { de: "Gefälscht & alt." };

export const first = statement("first");
export const second = statement("second", { actor: "moscow", issue: "territory", text: everywhere(HOSTILE) });
const mended = { ...second, text: everywhere("Mended.") };
const third = statement("third", { issue: "territory" });
export const WEEK_1 = smallLibrary({ statements: [first] });
const WEEK_2 = { ...WEEK_1, statements: [first, second] };
/** Nothing that a reader is told of. */
const WEEK_3 = { ...WEEK_2, statements: [{ ...first, priority: 4 }, second] };
const MENDED = { ...WEEK_3, statements: [{ ...first, priority: 4 }, mended] };
export const WEEK_4 = { ...MENDED, statements: [{ ...first, priority: 4 }, mended, third] };

const WEEKS: readonly (readonly [id: string, time: string, library: Library])[] = [
  ["2026-W47", "2026-11-16T05:00:00.000Z", WEEK_1],
  ["2026-W48", "2026-11-23T05:00:00.000Z", WEEK_2],
  ["2026-W49", "2026-11-30T05:00:00.000Z", WEEK_3],
  ["2026-W50", "2026-12-07T05:00:00.000Z", WEEK_4],
];
const CORRECTED_AT = "2026-12-02T09:00:00.000Z";
const RETRACTED_AT = "2026-12-09T09:00:00.000Z";

export async function pressHistory(stores: Stores): Promise<void> {
  const { context } = contextOf(stores);
  const order = async (input: object): Promise<string> =>
    await runPress(context, crypto.randomUUID(), input, new Date(CORRECTED_AT), stepsThatRetry(0));
  for (const [id, time, library] of WEEKS) {
    if (id === "2026-W50") {
      await load(stores, MENDED);
      assert.equal(await order({ kind: "correct", edition: "2026-W48", note: NOTE, entries: ["second"] }), "issued");
    }
    await load(stores, library);
    assert.equal(await order({ kind: "issue", time, anyway: true }), "issued");
  }
  const retraction = { kind: "retract", edition: "2026-W50", reason: REASON, time: RETRACTED_AT };
  assert.equal(await order(retraction), "retracted");
}

/** The feeds are the same as of a history that was pressed; `test/http/feeds.deep.test.ts` compares them. */
export async function recordHistory(stores: Stores): Promise<void> {
  const issue = async (id: string, issued: string, library: Library, more: object): Promise<void> => {
    await issueEdition(stores, { id, issued, library, ...more });
    await recordEdition(stores, id);
  };
  for (const [n, [id, time, library]] of WEEKS.entries()) {
    const [last, , wrong] = WEEKS[n - 1] ?? [];
    await issue(id, time, library, last === undefined ? {} : { before: { id: last, library: wrong } });
  }
  const correction: Correction = { corrects: "2026-W48", on: CORRECTED_AT.slice(0, 10), note: NOTE };
  const before = { id: "2026-W47", library: WEEK_1 };
  const library = { ...WEEK_2, statements: [first, mended] };
  await issue("2026-W48.2", CORRECTED_AT, library, { correction, wrong: WEEK_2, before });
  await retractEdition(stores, "2026-W50", { on: RETRACTED_AT.slice(0, 10), reason: REASON });
}

/** Whose item is in which feed, the newest first; everything is in that of the overview, and in that without a topic. */
export const FEEDS: Readonly<Record<string, readonly string[]>> = {
  "": ["2026-W50#retracted", "2026-W48.2", "2026-W48", "2026-W47"],
  overview: ["2026-W50#retracted", "2026-W48.2", "2026-W48", "2026-W47"],
  kyiv: ["2026-W50#retracted", "2026-W48.2", "2026-W47"],
  // What the second week's correction mended is a change from the third, which was issued before that.
  moscow: ["2026-W50#retracted", "2026-W48.2", "2026-W48", "2026-W47"],
  ceasefire: ["2026-W48.2", "2026-W47"],
  territory: ["2026-W50#retracted", "2026-W48.2", "2026-W48", "2026-W47"],
};
