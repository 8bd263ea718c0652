/**
 * What a sheet says of what it prints: who holds a statement and since when, whose an assessment is, in which language a
 * text is where a translation is missing, how many are left out, and who wrote it all. Each rule on a library of a few
 * lines of its own.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Library } from "../../src/model/library.ts";
import type { Words } from "../../src/model/words.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { compose, sectionText, textOf } from "../support/compose.ts";
import { answer, event, smallLibrary, statement } from "../support/small.ts";
import { itemsIn } from "../support/tally.ts";

/** The line above a statement's words, whatever spaces hold its dates together. */
function leadOf(briefing: Briefing, id: string): string {
  const item = itemsIn(briefing, "statements").find((each) => each.statement === id);
  return textOf((item?.parts ?? []).slice(0, 1)).replace(/\s/g, " ");
}

/** Wording may change; what is tested is which words stand where. */
const WORDS = LANGUAGES.en as Words;

test("a statement that was replaced says so, and the one that replaced it does not", () => {
  const briefing = compose({
    statements: [
      statement("old", { asOf: "2025-08-15" }),
      statement("new", { asOf: "2025-08-16", supersedes: "old", kind: "demand" }),
    ],
  });
  assert.equal(leadOf(briefing, "old"), `${WORDS.kinds.position} (${WORDS.superseded}), 15 Aug 2025`);
  assert.equal(leadOf(briefing, "new"), `${WORDS.kinds.demand}, 16 Aug 2025`);
});

test("a replaced answer no longer counts as an answer", () => {
  const old = statement("old", { answer: answer("yes", "At first"), asOf: "2025-08-15", priority: 1 });
  const newer = statement("new", {
    answer: answer("no", "By now"),
    asOf: "2025-08-16",
    supersedes: "old",
    priority: 5,
  });
  const text = sectionText(compose({ statements: [old, newer] }), "positions");
  assert.match(text, /No: By now/);
  assert.doesNotMatch(text, /At first/);
});

test("an assessment names its author, or the number of the source that does not", () => {
  const statements = [
    statement("named", { kind: "assessment" }),
    statement("unnamed", { kind: "assessment", citations: [{ article: "unsigned", paragraph: 3 }] }),
  ];
  const briefing = compose({ statements });
  assert.equal(
    leadOf(briefing, "named"),
    `${WORDS.kinds.assessment} ${WORDS.authorNamed.replace("{author}", "Ada Autor")}`,
  );
  assert.equal(
    leadOf(briefing, "unnamed"),
    `${WORDS.kinds.assessment} ${WORDS.authorUnnamed.replace("{source}", "2")}`,
  );
});

test("a speaker is named where one is known", () => {
  const statements = [statement("said", { speaker: "speaker", asOf: "2025-08" })];
  assert.match(leadOf(compose({ statements }), "said"), /^Position, (.* )?Sonja Sprecher, Aug 2025$/);
});

test("who speaks of another actor is named as the one who says so", () => {
  const speakers = [{ ...smallLibrary({}).speakers[0], actor: "moscow" }] as Library["speakers"];
  const statements = [
    statement("own", { actor: "moscow", speaker: "speaker" }),
    statement("of-another", { speaker: "speaker" }),
  ];
  const briefing = compose({ speakers, statements });
  assert.equal(leadOf(briefing, "own"), `${WORDS.kinds.position}, Sonja Sprecher`);
  assert.equal(
    leadOf(briefing, "of-another"),
    `${WORDS.kinds.position}, ${WORDS.accordingTo.replace("{name}", "Sonja Sprecher")}`,
  );
});

test("a missing translation is shown in its own language and marked with it", () => {
  const briefing = compose({ statements: [statement("half", { text: { de: "Nur deutsch." } })] }, { language: "uk" });
  const [item] = itemsIn(briefing, "statements");
  const run = item?.parts.flatMap(({ runs }) => runs).find(({ text }) => text.includes("Nur deutsch."));
  assert.equal(run?.lang, "de");
  assert.equal(run?.text, "[de] Nur deutsch.");
  const marked = JSON.stringify(briefing).match(/"lang":/g) ?? [];
  assert.equal(marked.length, 1, "what is translated is not marked");
});

test("numbers take the form that the language wants", () => {
  const forms: readonly (readonly [language: string, n: number, phrase: string])[] = [
    ["uk", 1, "1 твердження"],
    ["uk", 2, "2 твердження"],
    ["uk", 5, "5 тверджень"],
    ["uk", 11, "11 тверджень"],
    ["uk", 21, "21 твердження"],
    ["uk", 25, "25 тверджень"],
    ["de", 1, "1 Aussage"],
    ["de", 2, "2 Aussagen"],
    ["en", 1, "1 statement"],
    ["en", 21, "21 statements"],
  ];
  for (const [language, n, phrase] of forms) {
    const statements = Array.from({ length: n }, (_, i) => statement(`s-${i}`));
    const limits = { statements: 0, disputes: 0, notes: 0, events: 0, changes: 0, answers: 8, viewpoints: 1 };
    const text = sectionText(compose({ statements }, { language, limits }), "omitted");
    assert.match(text, new RegExp(`: ${phrase.replaceAll(" ", "\\s")}\\.`), `${language} ${n}: ${text}`);
  }
});

test("a date is no more precise than it is known", () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    de: ["15. Aug. 2025: ", "Aug. 2025: ", "2025: "],
    en: ["15 Aug 2025: ", "Aug 2025: ", "2025: "],
    uk: ["15 серп. 2025: ", "08.2025: ", "2025: "],
  };
  const events = [event("year", "2025"), event("month", "2025-08"), event("day", "2025-08-15")];
  for (const language of Object.keys(LANGUAGES)) {
    const items = itemsIn(compose({ events }, { language }), "events");
    const dates = new Map(items.map(({ anchor, parts }) => [anchor, parts[0]?.runs[0]?.text.replace(/\s/g, " ")]));
    assert.deepEqual(
      ["day", "month", "year"].map((id) => dates.get(`event-${id}`)),
      expected[language],
    );
  }
});

test("the sheet says who wrote it and that nobody reviewed it, until somebody has", () => {
  assert.ok(sectionText(compose({}), "colophon").startsWith(`${WORDS.byMachine} ${WORDS.unreviewed} `));
  const { subject } = smallLibrary({});
  const authorship = { writtenBy: "machine" as const, reviewedBy: "Rita Redakteurin", reviewedOn: "2026-11-18" };
  const reviewed = sectionText(compose({ subject: { ...subject, authorship } }), "colophon");
  assert.match(reviewed, /Rita Redakteurin, 18\sNovember\s2026/);
  assert.ok(!reviewed.includes(WORDS.unreviewed));
  const undated = { ...authorship, reviewedOn: null };
  assert.match(
    sectionText(compose({ subject: { ...subject, authorship: undated } }), "colophon"),
    / Rita Redakteurin\. /,
  );
});
