/**
 * What has changed since the edition before is told wherever it concerns a sheet, in every language and format, and on
 * the page of changes whole; why an edition was corrected stands on everything it prints. What is told gives way before
 * anything that is said, and where nothing was before, nothing is told.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as v from "valibot";
import { composeAll } from "../../src/compose/compose-all.ts";
import { composeBriefing } from "../../src/compose/compose-briefing.ts";
import { composeChanges } from "../../src/compose/compose-changes.ts";
import { fill } from "../../src/compose/wording/format-words.ts";
import { WORD_FORMATS } from "../../src/formats/formats.ts";
import type { Briefing, Part } from "../../src/model/briefing.ts";
import { correctionNoteSchema } from "../../src/model/correction-note.ts";
import { inLanguage, type Localized } from "../../src/model/localized.ts";
import { type Topic, topicsOf } from "../../src/model/topic.ts";
import type { Words } from "../../src/model/words.ts";
import { writeContents } from "../../src/pages/write-contents.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { TEMPLATES } from "../../templates/templates.ts";
import { CORRECTION, LONGEST, newsIn, SETTLED, SINCE, WITHDRAWN } from "../support/changes.ts";
import { compareLibraries } from "../support/comparison.ts";
import { compose, sectionText } from "../support/compose.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { formatComplaints, READERS, wordsOfHtml } from "../support/format-words.ts";
import { complaintsAbout } from "../support/page-complaints.ts";
import { nameOf, pageOf, sheetsOf } from "../support/sheets.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { isAbout, itemsIn } from "../support/tally.ts";

const { earlier, edition, fresh, changed, opened } = newsIn(HARBOUR);
const SHEETS = sheetsOf(HARBOUR);
const ON_A4 = SHEETS.filter(({ paper }) => paper === "a4");
/** With news of every kind and as much to correct as there can be. */
const CORRECTED = { ...edition, correction: LONGEST };
const PRINTED = SHEETS.map((sheet) => ({ sheet, page: pageOf(CORRECTED, sheet) }));
const languages = Object.entries(LANGUAGES) as (readonly [string, Words])[];

/** What must be told on a topic's sheets, as kinds and identifiers. */
function expectedOn(topic: Topic): readonly string[] {
  const before = earlier.statements.filter(({ id }) => [WITHDRAWN.cited, WITHDRAWN.uncited, changed.id].includes(id));
  const dispute = (id: string) => [...HARBOUR.disputes, ...earlier.disputes].find((each) => each.id === id);
  const spoken = [...HARBOUR.statements, ...before];
  const concerns = (id: string): boolean =>
    topic.kind === "issue"
      ? dispute(id)?.issue === topic.id
      : (dispute(id)?.sides ?? []).some((side) =>
          side.statements.some((one) => spoken.some((each) => each.id === one && isAbout(each, topic))),
        );
  return [
    ...(isAbout(fresh, topic) ? [`new ${fresh.id}`] : []),
    ...(isAbout(changed, topic) ? [`changed ${changed.id}`] : []),
    ...before.flatMap(({ id, ...was }) =>
      id !== changed.id && isAbout({ id, ...was }, topic) ? [`withdrawn ${id}`] : [],
    ),
    ...(concerns(opened) ? [`opened ${opened}`] : []),
    ...(concerns(SETTLED) ? [`settled ${SETTLED}`] : []),
    ...(topic.kind === "overview" ? ["gone gone-article"] : []),
  ].toSorted();
}

const toldIn = (briefing: Briefing): readonly string[] =>
  itemsIn(briefing, "changes")
    .map(({ change, entryChange }) => `${(change ?? entryChange)?.kind} ${(change ?? entryChange)?.id}`)
    .toSorted();

/** The words that must be found for something told: its own, and what happened to it. */
function phrasesFor(told: string, language: string, words: Words): readonly string[] {
  const [kind = "", id] = told.split(" ");
  // It says what the article is; and of what changed how it came to be so.
  if (kind === "gone") return [`${words.changes.entries.gone}: ${words.changes.of.articles}: `];
  const name = kind === "changed" ? words.changes.manners.correction : words.changes.kinds[kind as "new"];
  const entries = [...HARBOUR.statements, ...HARBOUR.disputes, ...earlier.statements, ...earlier.disputes];
  const entry = entries.find((each) => each.id === id) as { text?: Localized; title?: Localized } | undefined;
  const text = inLanguage(entry?.text ?? entry?.title ?? {}, language).text;
  return [name, text];
}

const flat = (words: readonly string[]): string => words.join(" ").replace(/[\u00a0\u202f]/g, " ");
const partsIn = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => [part, ...(part.kind === "group" ? partsIn(part.parts) : [])]);

test("every difference that concerns a topic is told on its sheets, and no other, in every format", () => {
  const none = { statements: 0, disputes: 0, notes: 0, events: 0, answers: 0, viewpoints: 0 };
  for (const { topic, language, template } of ON_A4) {
    const limits = { ...none, changes: Math.max(template.limits.changes, 10) };
    const briefing = composeBriefing(edition, { topic, language, template, limits });
    const expected = expectedOn(topic);
    assert.deepEqual(toldIn(briefing), expected, `${topic.id} ${template.id}`);
    for (const [ending, { writeWords }] of Object.entries(WORD_FORMATS)) {
      const written = READERS[ending as keyof typeof READERS](writeWords(briefing));
      for (const told of expected)
        for (const phrase of phrasesFor(told, language, LANGUAGES[language] as Words))
          assert.ok(flat(written).includes(phrase), `${topic.id} ${ending} ${language}: ${phrase}`);
    }
  }
  assert.ok(
    topicsOf(HARBOUR).some((topic) => expectedOn(topic).length === 7),
    "some sheet tells of everything",
  );
  assert.ok(
    topicsOf(HARBOUR).some((topic) => expectedOn(topic).length === 0),
    "some sheet has nothing to tell",
  );
});

test("the page of all tells every difference on its topic; a topic without one says so", () => {
  for (const topic of topicsOf(HARBOUR)) {
    for (const [language, words] of languages) {
      const briefing = composeAll(edition, topic, language);
      assert.deepEqual(toldIn(briefing), expectedOn(topic), topic.id);
      const nothing = fill(words.changes.nothing, { id: SINCE });
      assert.equal(sectionText(briefing, "changes") === nothing, expectedOn(topic).length === 0, topic.id);
    }
  }
});

test("the page of changes has them all, with what was said before, in every language and format", () => {
  for (const [language, words] of languages) {
    const briefing = composeChanges(edition, edition.changes, language);
    assert.deepEqual(toldIn(briefing), expectedOn({ id: "overview", kind: "overview" }));
    const before = earlier.statements.find(({ id }) => id === changed.id);
    const phrases = [
      ...toldIn(briefing).flatMap((told) => phrasesFor(told, language, words)),
      `${words.changes.before} ${inLanguage(before?.text ?? {}, language).text}`,
      fill(words.changes.compared, { id: SINCE, list: "" }).split(":")[0] ?? "",
    ];
    for (const [ending, { writeWords }] of Object.entries(WORD_FORMATS)) {
      const written = flat(READERS[ending as keyof typeof READERS](writeWords(briefing)));
      for (const phrase of phrases) assert.ok(written.includes(phrase), `${ending} ${language}: ${phrase}`);
    }
    assert.deepEqual(formatComplaints(briefing), []);
  }
});

test("the first edition and one without news say so on the page of changes", () => {
  for (const [language, words] of languages) {
    const first = composeChanges(editionOf(HARBOUR), null, language);
    assert.equal(first.summary, words.changes.first);
    const same = composeChanges(editionOf(HARBOUR), compareLibraries(SINCE, HARBOUR, HARBOUR), language);
    assert.equal(same.summary, fill(words.changes.unchanged, { id: SINCE }));
    for (const briefing of [first, same]) assert.deepEqual(toldIn(briefing), []);
  }
});

test("every sheet with news and the longest correction is sound and counts what it leaves out", () => {
  const complaints = PRINTED.flatMap(({ sheet, page }) =>
    complaintsAbout(page, sheet, CORRECTED).map((complaint) => `${nameOf(sheet)}: ${complaint}`),
  );
  assert.deepEqual(complaints, []);
});

test("changes give way first, and what is left of them is a line with their number and their address", () => {
  for (const { id, concessions } of TEMPLATES) assert.deepEqual(concessions[0], { reduce: "changes", to: 0 }, id);
  let gaveWay = 0;
  for (const {
    sheet,
    page: { briefing },
  } of PRINTED) {
    const { shown, total } = briefing.tally.changes;
    if (total === 0 || shown > 0) continue;
    gaveWay += 1;
    const text = sectionText(briefing, "changes");
    assert.ok(text.includes(SINCE) && text.includes("2026-W47"), nameOf(sheet));
    const runs = partsIn(briefing.sections.flatMap(({ parts }) => parts)).flatMap((part) =>
      "runs" in part ? part.runs : [],
    );
    assert.ok(
      runs.some(({ href }) => href !== undefined && href === briefing.links.changes),
      nameOf(sheet),
    );
  }
  assert.ok(gaveWay > 0, "some sheet is full");
});

test("what is new or changed is marked where it stands", () => {
  const library = smallLibrary({ statements: [statement("old"), statement("fresh"), statement("other")] });
  const before = { ...library, statements: [statement("old"), statement("other", { asOf: "2025-08-01" })] };
  const marked = { ...editionOf(library), changes: compareLibraries(SINCE, before, library) };
  const briefing = composeAll(marked, { id: "kyiv", kind: "actor" }, "en");
  const leads = itemsIn(briefing, "statements").map(({ statement: id, parts }) => [id, parts[0]?.runs[0]?.text]);
  assert.deepEqual(Object.fromEntries(leads), { old: "Position", fresh: "New: ", other: "Changed: " });
});

test("only in what it differs a changed statement is said to be changed", () => {
  const cases = [
    [{ asOf: "2025-08-01" }, "Corrected (date): "],
    [{ citations: [{ article: "other", paragraph: 3 }] }, "With a new source (citations): "],
    [{ text: { de: "Anders.", en: "Text of it.", uk: "Text of it." } }, "Corrected (translation): "],
    [{ text: { de: "Text of it.", en: "Differs." }, kind: "demand" }, "Corrected (wording, kind of statement): "],
    [{ answer: { value: "no", gloss: { en: "Not at all" } } }, "Corrected (answer): "],
    [{ issue: "territory" }, "Corrected (issue): "],
  ] as const;
  const library = smallLibrary({ statements: [statement("it")] });
  for (const [was, label] of cases) {
    const before = { ...library, statements: [statement("it", was)] };
    const changes = compareLibraries(SINCE, before, library);
    const item = itemsIn(composeChanges({ ...editionOf(library), changes }, changes, "en"), "changes")[0];
    assert.equal(item?.parts[0]?.runs[0]?.text, label);
  }
  // What moved to another issue is told on the sheets of both.
  const moved = compareLibraries(SINCE, { ...library, statements: [statement("it", { issue: "territory" })] }, library);
  for (const id of ["ceasefire", "territory"]) {
    const briefing = composeAll({ ...editionOf(library), changes: moved }, { id, kind: "issue" }, "en");
    assert.deepEqual(toldIn(briefing), ["changed it"], id);
  }
});

test("what is withdrawn cites what is still there, and nothing that is gone", () => {
  for (const [language] of languages) {
    const items = itemsIn(composeChanges(edition, edition.changes, language), "changes");
    const cited = (id: string) =>
      items.find(({ change }) => change?.id === id)?.parts.flatMap(({ runs }) => runs.filter(({ target }) => target));
    assert.equal(cited(WITHDRAWN.cited)?.length, changed.citations.length);
    assert.deepEqual(cited(WITHDRAWN.uncited), []);
  }
});

test("an assessment whose source is gone is still nobody's but its author's", () => {
  const library = smallLibrary({});
  const was = statement("gone", { kind: "assessment", citations: [{ article: "lost", paragraph: 1 }] });
  const changes = compareLibraries(SINCE, { ...library, statements: [was] }, library);
  const [item] = itemsIn(composeChanges({ ...editionOf(library), changes }, changes, "en"), "changes");
  const lead = item?.parts[0]?.runs.map(({ text }) => text).join("");
  assert.equal(lead, "Taken off: Name of kyiv, Assessment in one of the sources");
});

test("before the first edition nothing is told, marked or counted", () => {
  const briefing = compose({ statements: [statement("one")] });
  assert.equal(briefing.since, null);
  assert.ok(briefing.sections.every(({ kind }) => kind !== "changes"));
  const json = WORD_FORMATS.json.writeWords(briefing);
  for (const key of ["since", "changes", "corrects"]) assert.ok(!json.includes(`"${key}"`), key);
});

test("why an edition was corrected stands on everything it prints, with what it replaces", () => {
  for (const [language, words] of languages) {
    const note = inLanguage(LONGEST.note, language).text;
    const briefings = [
      ...PRINTED.filter(({ sheet }) => sheet.language === language).map(({ page }) => page.briefing),
      ...topicsOf(HARBOUR).map((topic) => composeAll(CORRECTED, topic, language)),
      composeChanges(CORRECTED, CORRECTED.changes, language),
    ];
    for (const briefing of briefings) {
      assert.equal(briefing.corrects, SINCE);
      const text = sectionText(briefing, "masthead");
      for (const phrase of [note, fill(words.replaces, { id: SINCE })])
        assert.ok(text.includes(phrase), briefing.topic);
    }
    const contents = flat(wordsOfHtml(writeContents(CORRECTED, language)));
    assert.ok(contents.includes(note.replaceAll("'", "&#39;")), language);
  }
});

test("the contents say how much is new since which edition", () => {
  const page = flat(wordsOfHtml(writeContents(edition, "en")));
  assert.ok(
    page.includes(
      "Since edition 2026-W46: 1 new, 1 changed, 2 taken off, 1 dispute opened, 1 dispute settled, 1 more change.",
    ),
  );
  assert.ok(!flat(wordsOfHtml(writeContents(editionOf(HARBOUR), "en"))).includes("Since edition"));
});

test("a note on a correction is held to its length and to the signs that statements are held to", () => {
  const bad = (note: unknown) =>
    v
      .safeParse(correctionNoteSchema, note)
      .issues?.map(({ message }) => message)
      .join();
  assert.ok(v.is(correctionNoteSchema, CORRECTION.note));
  assert.match(bad({}) ?? "", /at least one language/);
  assert.match(bad({ en: "x".repeat(241) }) ?? "", /shorten it to 240/);
  assert.match(bad({ en: 'The "demand" was not theirs.' }) ?? "", /straight quotation marks/);
  assert.match(bad({ de: "Gemeint war Kyjiw - nicht Moskau." }) ?? "", /dash/);
  assert.match(bad({ de: "\u{1F600}" }) ?? "", /no typeface/);
});
