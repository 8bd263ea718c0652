/**
 * What a library can say beside who holds what: findings of nobody's side, several speakers, a voice within an actor, dates
 * that were inferred, words that are translated, events of several days, entries that stay.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { composeAll } from "../../src/compose/compose-all.ts";
import { composeBriefing } from "../../src/compose/compose-briefing.ts";
import { markShape as drawnOnWeb } from "../../src/formats/html/shapes.ts";
import type { Briefing, Group } from "../../src/model/briefing.ts";
import { type Library, MARKS } from "../../src/model/library.ts";
import { parseLibrary } from "../../src/model/parsing/parse-library.ts";
import { BadLibrary } from "../../src/model/problem.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { markShape } from "../../src/typeset/boxes/marks.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { templatesFor } from "../../templates/templates.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { itemsIn } from "../support/tally.ts";

const EDITION = editionOf(HARBOUR);
const FINDING = HARBOUR.statements.find(({ kind }) => kind === "finding");
const JOINT = HARBOUR.statements.find(({ jointSpeakers }) => jointSpeakers !== undefined);

const groupsIn = ({ sections }: Briefing): readonly Group[] =>
  sections.flatMap(({ parts }) => parts.filter((part) => part.kind === "group"));
const leadOf = (briefing: Briefing, id: string | undefined): string => {
  const item = itemsIn(briefing, "statements").find(({ statement }) => statement === id);
  return item?.parts[0]?.runs.map(({ text }) => text).join("") ?? "";
};
const textOf = (briefing: Briefing): string => JSON.stringify(briefing.sections);

test("a finding stands behind all sides, as its source's, and on no actor's sheet", () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const issue = composeAll(EDITION, { id: "housing", kind: "issue" }, language);
    const last = groupsIn(issue)
      .filter(({ anchor }) => anchor.startsWith("positions-"))
      .at(-1);
    assert.equal(last?.anchor, "positions-findings-");
    assert.ok(JSON.stringify(last).includes(words.findings));
    assert.match(leadOf(issue, FINDING?.id), new RegExp(`^${words.kinds.finding} .*Tolvane`));
  }
  for (const topic of topicsOf(HARBOUR).filter(({ kind }) => kind === "actor"))
    assert.ok(!textOf(composeAll(EDITION, topic, "en")).includes(`statement-${FINDING?.id}`), topic.id);
});

test("who says it together is named, and the part of the actor that holds it", () => {
  const briefing = composeAll(EDITION, { id: "council", kind: "actor" }, "en");
  // Whoever speaks of another actor is named as reporting.
  assert.match(
    leadOf(briefing, JOINT?.id),
    /^Position, Building department, Tilda Norvik, according to Levin Asmark, /,
  );
});

test("an inferred date says so, and a told one does not", () => {
  const [inferred, told] = ["inferred", "told"].map((how) => HARBOUR.statements.find(({ dated }) => dated === how));
  const briefing = composeAll(EDITION, { id: "housing", kind: "issue" }, "en");
  assert.match(leadOf(briefing, inferred?.id), /\(inferred\)$/);
  assert.doesNotMatch(leadOf(briefing, told?.id), /\(inferred\)/);
  assert.match(textOf(briefing), /3\sNov\s1954\s–\s5\sNov\s1954 \(inferred\): /);
});

test("translated words are owned up to, in the languages they are translated into and where they are printed", () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const printed = textOf(composeAll(EDITION, { id: "housing", kind: "issue" }, language)).includes(words.translated);
    assert.equal(printed, JOINT?.translated?.includes(language), language);
    assert.ok(!textOf(composeAll(EDITION, { id: "ferry", kind: "issue" }, language)).includes(words.translated));
  }
});

test("what is pinned is the last to give way", () => {
  const [template] = templatesFor("issue");
  assert.ok(template !== undefined);
  const last = HARBOUR.statements
    .filter(({ issue }) => issue === "closing")
    .toSorted((a, b) => b.priority - a.priority)[0];
  const only = (library: Library): readonly (string | undefined)[] =>
    itemsIn(
      composeBriefing(editionOf(library), {
        topic: { id: "closing", kind: "issue" },
        language: "de",
        template,
        limits: { ...template.limits, statements: 4, disputes: 0, notes: 0 },
      }),
      "statements",
    ).map(({ statement }) => statement);
  assert.ok(!only(HARBOUR).includes(last?.id));
  const pinned = HARBOUR.statements.map((each) => (each === last ? { ...each, pinned: true } : each));
  assert.ok(only({ ...HARBOUR, statements: pinned }).includes(last?.id));
});

test("every mark is drawn, on paper and on the web, and no two alike", () => {
  const onPaper = MARKS.map((mark) => JSON.stringify(markShape(mark, 0, 0, 10, "#000000").path));
  assert.equal(new Set(onPaper).size, MARKS.length);
  const onWeb = MARKS.map((mark) => drawnOnWeb(mark).replaceAll(mark, ""));
  assert.equal(new Set(onWeb).size, MARKS.length);
  for (const path of onPaper)
    for (const number of path.match(/-?\d+(\.\d+)?/g) ?? [])
      assert.ok(Number(number) >= -0.01 && Number(number) <= 10.01, path);
});

// biome-ignore lint/suspicious/noExplicitAny: the test edits a library as editors do.
type Edited = any;

const SLIPS: Readonly<Record<string, readonly [edit: (library: Edited) => void, told: RegExp]>> = {
  "a finding with an actor": [
    ({ statements }) => Object.assign(statements.at(-1), { actor: "council" }),
    /actor: must be null: a finding is on nobody's side/,
  ],
  "a position of nobody": [({ statements }) => (statements[0].actor = null), /actor: must name an actor/],
  "a finding that answers": [
    ({ statements }) => (statements.at(-1).answer = statements[0].answer),
    /answer: must be null: a finding is the author's/,
  ],
  "a speaker twice": [
    ({ statements }) => (statements[0].jointSpeakers = [statements[0].speaker]),
    /jointSpeakers\[0\]: names norvik twice/,
  ],
  "speakers without a first": [
    ({ statements }) => Object.assign(statements[0], { speaker: null, jointSpeakers: ["asmark"] }),
    /jointSpeakers: names speakers where speaker is null/,
  ],
  "an unknown speaker": [({ statements }) => (statements[0].jointSpeakers = ["nobody"]), /names nobody, which is not/],
  "a way to know no date": [
    ({ statements }) => Object.assign(statements[0], { asOf: null, dated: "inferred" }),
    /dated: says how a date is known, but asOf is null/,
  ],
  "an event that ends before it begins": [({ events }) => (events[0].until = "1886"), /until: is 1886, not after 1887/],
};

for (const [name, [edit, told]] of Object.entries(SLIPS))
  test(`${name} is refused in a sentence`, () => {
    const library = structuredClone(HARBOUR) as Edited;
    library.statements.sort((a: Edited, b: Edited) => Number(a.kind === "finding") - Number(b.kind === "finding"));
    edit(library);
    assert.throws(
      () => parseLibrary(library, () => ({ file: "seeds" })),
      (error) =>
        error instanceof BadLibrary &&
        told.test(`${error.problems.map(({ field, reason }) => `${field}: ${reason}`).join("\n")}`),
    );
  });

test("two actors of one mark are told, and print all the same", () => {
  const library = { ...HARBOUR, actors: HARBOUR.actors.map((actor) => ({ ...actor, mark: "star" as const })) };
  const { warnings } = parseLibrary(library, () => ({ file: "seeds" }));
  assert.equal(warnings.filter(({ reason }) => /^is star, as of council; choose another$/.test(reason)).length, 3);
});
