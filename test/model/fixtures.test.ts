/**
 * That the invented libraries are what other tests take them for: sound, with every value that the model allows, and with
 * the particular cases that tests look for. Values are read off the schemas, so that a new one must be put in there first.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSeeds } from "../../scripts/read-seeds.ts";
import { type Library, librarySchema } from "../../src/model/library.ts";
import { KINDS } from "../../src/model/parsing/parse-shape.ts";
import { editionOf } from "../support/edition.ts";
import { FIXTURES, type FixtureName, folderOf, HARBOUR, ISLAND, LEAN } from "../support/fixtures.ts";
import { missingValues, type ValueSchema } from "../support/missing-values.ts";
import { nameOf, pageOf, sheetsOf } from "../support/sheets.ts";

const { statements, disputes, events, articles } = HARBOUR;

/** The entries whose translations are missing on purpose, by path. */
const UNTRANSLATED: Readonly<Record<FixtureName, RegExp>> = {
  harbour: /^statements\[[a-z-]+\]\.text\.(en|uk)$/,
  island: /\.(en|uk)$/,
  lean: /^$/,
};

for (const name of Object.keys(FIXTURES) as FixtureName[]) {
  test(`${name} is sound, and lacks only the translations that it is meant to lack`, async () => {
    const { warnings } = await loadSeeds(folderOf(name));
    const others = warnings.filter(
      ({ field, reason }) => !/translated/.test(reason) || !UNTRANSLATED[name].test(field),
    );
    assert.deepEqual(others, []);
    assert.equal(warnings.length > 0, name !== "lean");
  });
}

const SCHEMA = librarySchema as unknown as ValueSchema;
/** Kinds of articles are words and marks are drawings, and the compiler asks for each; there are more than entries here. */
const missing = (schema: ValueSchema, values: readonly unknown[]): readonly string[] =>
  missingValues(schema, values).filter((path) => !/^(articles\.kind|actors\.mark)/.test(path));

test("the harbour has every value that the model allows", () => {
  // A library has one subject, so its values are spread over all three.
  const { subject, ...rest } = SCHEMA.entries ?? {};
  assert.deepEqual(missing({ ...SCHEMA, entries: rest }, [HARBOUR]), []);
  assert.deepEqual(
    missingValues(
      subject as ValueSchema,
      Object.values(FIXTURES).map((library) => library.subject),
    ),
    [],
  );
});

test("a value that no entry has is named", () => {
  const without = {
    ...HARBOUR,
    statements: statements.filter(({ kind }) => kind !== "offer").map((each) => ({ ...each, supersedes: null })),
    aliases: [],
  };
  assert.deepEqual(
    missing(SCHEMA, [without]).filter((path) => !path.startsWith("subject")),
    ["statements.kind: offer", "statements.supersedes: anything but null", "aliases: any"],
  );
});

const LENGTHS = [4, 7, 10];
const DATES: Readonly<Record<string, readonly (string | null)[]>> = {
  "when something was said": statements.map(({ asOf }) => asOf),
  "when an article appeared": articles.map(({ date }) => date),
  "when something happened": events.map(({ date }) => date),
};
for (const [what, dates] of Object.entries(DATES)) {
  test(`${what} is known to the day, the month or the year`, () => {
    const found = new Set(dates.flatMap((date) => (date === null ? [] : [date.length])));
    assert.deepEqual(
      [...found].sort((a, b) => a - b),
      LENGTHS,
    );
  });
}

const DAY = 86_400_000;
const superseded = new Set(statements.map((each) => each.supersedes));
const days = events.flatMap(({ date }) => (date.length === 10 ? [Date.parse(date) / DAY] : []));
const inDisputes = disputes.map(({ sides }) => sides.flatMap((side) => side.statements));
const answersOf = (actor: string, issue: string): readonly string[] =>
  statements.flatMap((each) =>
    each.actor === actor && each.issue === issue && !superseded.has(each.id) && each.answer !== null
      ? [each.answer.value]
      : [],
  );
const pairs = HARBOUR.actors.flatMap((actor) => HARBOUR.issues.map((issue) => [actor.id, issue.id] as const));
const says = (actor: string, issue: string): boolean => statements.some((s) => s.actor === actor && s.issue === issue);
const words = (language: string): string =>
  [...statements, ...events].map(({ text }) => text[language] ?? "").join("\n");

const CASES: Readonly<Record<string, boolean>> = {
  "eight topics": pairs.length === 12,
  "all priorities": [1, 2, 3, 4, 5].every((p) => statements.some(({ priority }) => priority === p)),
  "a contested answer": pairs.some((pair) => new Set(answersOf(...pair)).size > 1),
  "an actor who speaks but does not answer": pairs.some((pair) => says(...pair) && answersOf(...pair).length === 0),
  "an actor who says nothing": pairs.some((pair) => !says(...pair)),
  "a statement of several sources": statements.some((s) => new Set(s.citations.map((c) => c.article)).size > 1),
  "a speaker who speaks of another actor": statements.some(
    (s) => s.speaker !== null && HARBOUR.speakers.find(({ id }) => id === s.speaker)?.actor !== s.actor,
  ),
  "an assessment of a named author": assessmentsBy((author) => author !== null),
  "an assessment of an author who is not named": assessmentsBy((author) => author === null),
  "a statement in two disputes": statements.some((s) => inDisputes.filter((ids) => ids.includes(s.id)).length > 1),
  "a dispute with three sides": disputes.some(({ sides }) => sides.length > 2),
  "an issue without a dispute": HARBOUR.issues.some(({ id }) => disputes.every(({ issue }) => issue !== id)),
  "an event on no issue": events.some(({ issues }) => issues.length === 0),
  "an event on several issues": events.some(({ issues }) => issues.length > 1),
  "events on days that follow one another": days.some((day) => days.includes(day + 1)),
  "an event long before the others": Math.max(...days) - Math.min(...days) > 1000,
  "old names of an actor and of an issue": [HARBOUR.actors, HARBOUR.issues].every((topics) =>
    HARBOUR.aliases?.some(({ topic }) => topics.some(({ id }) => id === topic)),
  ),
  "a long statement": statements.some(({ text }) => (text.de?.length ?? 0) > 400),
  "quotations in quotations": /„[^“]*‚/.test(words("de")) && /“[^”]*‘/.test(words("en")) && /«[^»]*„/.test(words("uk")),
  "both kinds of German marks": /»[^«]*«/.test(words("de")),
  "abbreviations that hold together": /z\. B\. .*d\. h\. /s.test(words("de")),
  "numbers with units": /\d Mio\. €/.test(words("de")) && /\d{2} \d{3} Tonnen/.test(words("de")),
  "days with their months": ["de", "en", "uk"].every((l) => /\d{1,2}\.? \p{L}+ 2026/u.test(words(l))),
  "letters that ligatures join, and a joint they may not cover": /Schifffahrt/.test(words("de")),
  "a word that must be divided": /\p{L}{35,}/u.test(words("de")),
};

function assessmentsBy(wanted: (author: string | null) => boolean): boolean {
  return statements.some(({ kind, citations: [first] }) => {
    const article = articles.find(({ id }) => id === first?.article);
    return kind === "assessment" && article !== undefined && wanted(article.author);
  });
}

for (const [what, there] of Object.entries(CASES)) test(`the harbour has ${what}`, () => assert.ok(there));

const count = (library: Library): Readonly<Record<string, number>> =>
  Object.fromEntries(KINDS.map((kind) => [kind, library[kind]?.length ?? 0]));

test("the lean library has of every kind as few as can be", () => {
  const wanted = { actors: 1, issues: 1, articles: 2, speakers: 1, statements: 3, disputes: 1, events: 1, aliases: 1 };
  assert.deepEqual(count(LEAN), wanted);
  assert.ok(LEAN.statements.some(({ supersedes }) => supersedes !== null));
});

test("the island speaks German alone, and has neither events nor old names", () => {
  assert.doesNotMatch(JSON.stringify(ISLAND), /"(en|uk)":/);
  const { actors, issues, disputes: contradictions, events: happened, aliases } = count(ISLAND);
  assert.deepEqual(
    { actors, issues, contradictions, happened, aliases },
    {
      actors: 2,
      issues: 2,
      contradictions: 1,
      happened: 0,
      aliases: 0,
    },
  );
});

const sheets = sheetsOf(HARBOUR).filter(({ template }) => template.id === "positions");
for (const sheet of sheets.filter(({ topic }) => topic.id === "closing" || topic.id === "ferry")) {
  const full = sheet.topic.id === "closing";
  test(`${nameOf(sheet)} ${full ? "cannot print every statement" : "has room for everything"}`, () => {
    const { tally, sections } = pageOf(editionOf(HARBOUR), sheet).briefing;
    assert.equal(tally.statements.shown < tally.statements.total, full);
    assert.equal(
      Object.values(tally).some(({ shown, total }) => shown < total),
      full,
    );
    const [plot] = sections.flatMap(({ parts }) => parts.filter((part) => part.kind === "timeline"));
    assert.ok(full || plot?.dots.some(({ day }) => day === null), "its line of days is broken");
  });
}
