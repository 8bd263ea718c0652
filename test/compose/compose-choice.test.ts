/**
 * What gets on a sheet when not all can: which answer stands in the matrix and that others differ, who gives way first, and
 * that what is shown and what is left out add up. Each rule on a few lines of its own.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { manyTopics } from "../../bench/many-topics.ts";
import { composeAll } from "../../src/compose/compose-all.ts";
import { composeBriefing } from "../../src/compose/compose-briefing.ts";
import type { Library } from "../../src/model/library.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { templatesFor } from "../../templates/templates.ts";
import { compareLibraries } from "../support/comparison.ts";
import { compose, sectionText, shownIn } from "../support/compose.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { answer, dispute, event, smallLibrary, statement } from "../support/small.ts";

test("answers that differ are contested, equal ones are not, and none is not stated", () => {
  const yes = statement("yes", { answer: answer("yes", "Says one"), priority: 1 });
  const no = statement("no", { answer: answer("no", "Says another"), citations: [{ article: "other", paragraph: 2 }] });
  const same = statement("same", { answer: answer("yes", "Says a third") });
  const cellOf = (statements: Library["statements"]) => {
    const matrix = compose({ statements }, { template: "overview" }).sections.find(({ kind }) => kind === "matrix");
    const table = matrix?.parts.find((part) => part.kind === "table");
    const cells = table?.rows[1]?.cells.slice(1) ?? [];
    return cells.map(({ answer: found, runs }) => [found, runs.map(({ text }) => text).join("")] as const);
  };
  assert.deepEqual(
    cellOf([yes, no]).map(([found]) => found),
    [
      { value: "yes", contested: true },
      { value: "not-stated", contested: false },
    ],
  );
  assert.match(cellOf([yes, no])[0]?.[1] ?? "", /^Yes: Says one\s\d¶1 .*: No\s\d¶2$/);
  assert.deepEqual(cellOf([yes, same])[0]?.[0], { value: "yes", contested: false });
});

test("a limit takes from every group in turn, the less important first", () => {
  const of = (actor: string, n: number) =>
    Array.from({ length: n }, (_, i) => statement(`${actor}-${i}`, { actor, priority: Math.min(5, i + 1) }));
  const statements = [...of("kyiv", 6), ...of("moscow", 2)];
  const limited = (n: number) =>
    shownIn(
      compose(
        { statements },
        { limits: { statements: n, disputes: 0, notes: 0, events: 0, changes: 0, answers: 8, viewpoints: 1 } },
      ),
    );
  assert.deepEqual(limited(2), ["kyiv-0", "moscow-0"]);
  assert.deepEqual(limited(4), ["kyiv-0", "kyiv-1", "moscow-0", "moscow-1"]);
  assert.deepEqual(limited(6), ["kyiv-0", "kyiv-1", "kyiv-2", "kyiv-3", "moscow-0", "moscow-1"]);
  for (let n = 1; n <= 8; n++) {
    const more = new Set(limited(n));
    assert.ok(
      limited(n - 1).every((id) => more.has(id)),
      `what ${n - 1} show, ${n} show too`,
    );
  }
});

test("equal in importance, the disputed, the newer and the better reported go first", () => {
  const first = (statements: Library["statements"], disputes: Library["disputes"] = []) =>
    shownIn(
      compose(
        { statements, disputes },
        { limits: { statements: 1, disputes: 1, notes: 0, events: 0, changes: 0, answers: 8, viewpoints: 1 } },
      ),
    )[0];
  const [plain, other] = [statement("plain"), statement("other")];
  assert.equal(first([plain, other], [dispute("d", [["other"], ["plain-too"]])]), "other");
  assert.equal(
    first([statement("older", { asOf: "2025-08-14" }), statement("newer", { asOf: "2025-08-15" })]),
    "newer",
  );
  const twice = [
    { article: "signed", paragraph: 1 },
    { article: "other", paragraph: 1 },
  ];
  assert.equal(first([plain, statement("twice", { citations: twice })]), "twice");
});

test("what is shown and what is left out add up, and the page of all leaves nothing out", () => {
  const statements = Array.from({ length: 30 }, (_, i) => statement(`s-${i}`, { actor: i % 3 ? "kyiv" : "moscow" }));
  const events = Array.from({ length: 12 }, (_, i) => event(`e-${i}`, `2025-08-${String(i + 1).padStart(2, "0")}`));
  const disputes = [dispute("d", [["s-0"], ["s-1"]]), dispute("e", [["s-2"], ["s-3"]], { kind: "change" })];
  const { tally } = compose(
    { statements, events, disputes },
    { limits: { statements: 7, disputes: 1, notes: 0, events: 3, changes: 0, answers: 8, viewpoints: 1 } },
  );
  assert.deepEqual(tally, {
    statements: { shown: 7, total: 30 },
    disputes: { shown: 1, total: 2 },
    notes: { shown: 0, total: 1 },
    events: { shown: 3, total: 12 },
    changes: { shown: 0, total: 0 },
    answers: { shown: 2, total: 2 },
    viewpoints: { shown: 0, total: 0 },
  });
  const library = smallLibrary({ statements, events, disputes });
  for (const topic of topicsOf(library)) {
    const all = composeAll(editionOf(library), topic, "en");
    for (const { shown, total } of Object.values(all.tally)) assert.equal(shown, total, topic.id);
    assert.equal(sectionText(all, "omitted"), "");
  }
});

test("a sheet looks at its own issue, statements and news, however many topics stand beside it", () => {
  const looksWith = (topics: number): number => {
    let looks = 0;
    const watched = <T extends object>(entries: readonly T[]): readonly T[] =>
      entries.map(
        (entry) =>
          new Proxy(entry, {
            get: (target, key) => {
              looks += 1;
              return Reflect.get(target, key) as unknown;
            },
          }),
      );
    const library = manyTopics(HARBOUR, topics);
    const text = { de: "Früher.", en: "Earlier.", uk: "Раніше." };
    const before = { ...library, statements: library.statements.map((each) => ({ ...each, text })) };
    const { since, statements } = compareLibraries("2026-W46", before, library);
    const edition = {
      ...editionOf({ ...library, statements: watched(library.statements), issues: watched(library.issues) }),
      changes: { since, statements: watched(statements), disputes: [] },
    };
    const [other, topic] = topicsOf(library).filter(({ kind }) => kind === "issue");
    const [template] = templatesFor("issue");
    assert.ok(other !== undefined && topic !== undefined && template !== undefined);
    composeBriefing(edition, { topic: other, language: "de", template });
    composeAll(edition, other, "de");
    looks = 0;
    composeBriefing(edition, { topic, language: "de", template });
    composeAll(edition, topic, "de");
    return looks;
  };
  const few = looksWith(20);
  assert.ok(few > 0);
  assert.equal(looksWith(80), few);
});
