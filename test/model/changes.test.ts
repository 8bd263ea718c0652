/** What is told as a change between two libraries, and what differs without being one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changesAbout } from "../../src/compose/choice/rank-changes.ts";
import { composeChanges } from "../../src/compose/compose-changes.ts";
import { indexLibrary } from "../../src/compose/context/library-index.ts";
import { changedAspects } from "../../src/compose/wording/changed-aspects.ts";
import { mannerIn } from "../../src/compose/wording/manner.ts";
import { type Changes, countChanges, tellsNothing } from "../../src/model/changes.ts";
import { entriesOf } from "../../src/model/entries.ts";
import type { Library } from "../../src/model/library.ts";
import { sameWords } from "../../src/model/same-words.ts";
import { compareLibraries } from "../support/comparison.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";

// biome-ignore lint/suspicious/noExplicitAny: the test edits a library as editors do.
type Edited = any;

function changesBy(edit: (library: Edited) => void, before: Library = HARBOUR): Changes {
  const after = structuredClone(before) as Edited;
  edit(after);
  return compareLibraries("2026-W01", before, after as Library);
}

const told = ({ statements, disputes }: Changes): readonly string[] =>
  [...statements, ...disputes].map(({ kind, id }) => `${kind} ${id}`);

const [FIRST] = HARBOUR.statements;
const ID = FIRST?.id ?? "";

test("a topic that was renamed, with its old name in the aliases, changes no statement and settles no dispute", () => {
  for (const [kind, field] of [
    ["issues", "issue"],
    ["actors", "actor"],
  ] as const) {
    const old = HARBOUR[kind][0]?.id ?? "";
    const rename = (library: Edited): void => {
      library[kind][0].id = "named-anew";
      for (const statement of library.statements) if (statement[field] === old) statement[field] = "named-anew";
      for (const dispute of library.disputes) if (dispute[field] === old) dispute[field] = "named-anew";
      library.aliases = [...(library.aliases ?? []), { id: old, topic: "named-anew" }];
    };
    assert.deepEqual(told(changesBy(rename)), [], kind);
    // What is changed besides is told, and what it was before is told under the new name.
    const { statements } = changesBy((library) => {
      rename(library);
      library.statements[0].text.en = "Another text.";
    });
    assert.deepEqual(
      statements.map(({ kind: change, id }) => [change, id]),
      [["changed", ID]],
    );
    const [change] = statements;
    assert.ok(change?.kind === "changed");
    const now = { ...change.before, text: { ...change.before.text, en: "Another text." } };
    assert.deepEqual(changedAspects(change.before, now, "en"), ["text"]);
  }
});

test("another comma, quotation mark or space is no change, in any language", () => {
  for (const language of ["de", "en", "uk"]) {
    const changes = changesBy((library) => {
      const text = library.statements[0].text;
      text[language] = `„${text[language].replace(/ /u, "\u00a0").replace(/\.$/, "")}“ …`;
    });
    assert.deepEqual(told(changes), [], language);
  }
});

/** What readers are told of, whichever it is: the edit of a statement, and the respect in which it changed. */
const EDITS: Readonly<Record<string, readonly [edit: (statement: Edited) => void, aspect: string]>> = {
  "a word": [(statement) => (statement.text.en += " Indeed"), "text"],
  "a number": [(statement) => (statement.text.en = statement.text.en.replace(/\.?$/, " by 1.5.")), "text"],
  "a word in another language": [(statement) => (statement.text.de += " Ja"), "translation"],
  "a translation less": [(statement) => delete statement.text.uk, "translation"],
  "a source": [(statement) => (statement.citations[0].paragraph += 1), "citations"],
  "a date": [(statement) => (statement.asOf = "2020"), "asOf"],
  "an answer": [
    (statement) => (statement.answer = { value: "unclear", gloss: { de: "Offen", en: "Open", uk: "Ні" } }),
    "answer",
  ],
};

for (const [name, [edit, aspect]] of Object.entries(EDITS)) {
  test(`${name} is a change, and told as one of ${aspect}`, () => {
    const [change, ...others] = changesBy(({ statements }) => edit(statements[0])).statements;
    assert.deepEqual(others, []);
    assert.ok(change?.kind === "changed" && change.id === ID);
    const now = structuredClone(FIRST) as Edited;
    edit(now);
    assert.deepEqual(changedAspects(change.before, now, "en"), [aspect]);
  });
}

test("a statement's place among those left out is no change", () => {
  assert.deepEqual(
    told(changesBy(({ statements }) => (statements[0].priority = statements[0].priority === 5 ? 1 : 5))),
    [],
  );
});

test("signs within a number count, and so do letters, figures and signs that are no punctuation", () => {
  for (const [one, other] of [
    ["1.5 km", "15 km"],
    ["1,5", "1.5"],
    ["5 %", "5 €"],
    ["−5", "5"],
    ["Ja", "ja"],
  ] as const)
    assert.equal(sameWords(one, other), false, `${one} ${other}`);
  for (const [one, other] of [
    ["Ja, nein", "Ja – nein!"],
    ["„Ja“", "»Ja«"],
    ["2025 , 3", "2025, 3"],
  ] as const)
    assert.equal(sameWords(one, other), true, `${one} ${other}`);
});

const others = ({ entries = [] }: Changes): readonly string[] =>
  entries.map(({ of, kind, id }) => `${kind} ${of} ${id}`);

test("a question turned round, a title, a moved event, a source and a speaker are changes, each with what was before", () => {
  const [issue, actor, speaker] = [HARBOUR.issues[0]?.id, HARBOUR.actors[0]?.id, HARBOUR.speakers[0]?.id];
  const [event, article] = [HARBOUR.events[0], HARBOUR.articles[0]];
  const cases: readonly (readonly [edit: (library: Edited) => void, told: string])[] = [
    [(library) => (library.issues[0].question.en = "Should it stay open?"), `changed issues ${issue}`],
    [(library) => (library.issues[0].standfirst.text.uk = "Інакше."), `changed issues ${issue}`],
    [(library) => (library.actors[0].name.de = "Der Rat der Stadt"), `changed actors ${actor}`],
    [(library) => (library.subject.title.en = "Another title"), "changed subject subject"],
    [(library) => (library.speakers[0].office.en = "Former mayor"), `changed speakers ${speaker}`],
    [(library) => (library.events[0].date = "1888"), `changed events ${event?.id}`],
    [(library) => library.events.push({ ...event, id: "fresh" }), "new events fresh"],
    [(library) => library.events.shift(), `gone events ${event?.id}`],
    [(library) => library.articles.push({ ...article, id: "fresh" }), "new articles fresh"],
    [(library) => (library.articles[0].author = "Somebody Else"), `changed articles ${article?.id}`],
  ];
  for (const [edit, expected] of cases) {
    const changes = changesBy(edit);
    assert.deepEqual(others(changes), [expected]);
    assert.deepEqual(told(changes), []);
    assert.ok(!tellsNothing(changes));
    const [change] = changes.entries ?? [];
    const before = entriesOf(HARBOUR);
    assert.deepEqual(
      change?.before ?? null,
      [...before].find((each) => each.kind === change?.of && each.id === change?.id)?.value ?? null,
    );
  }
});

test("a dispute told otherwise is revised, not settled and opened", () => {
  const changes = changesBy((library) => {
    library.disputes[0].sides[0].text.en = "It says something else.";
  });
  assert.deepEqual(told(changes), [`revised ${HARBOUR.disputes[0]?.id}`]);
});

test("evidence, order, priorities and commas are printed with the next edition and make none", () => {
  const silent: readonly ((library: Edited) => void)[] = [
    (library) =>
      Object.assign(library.statements[0].citations[0], { quote: "three words here", sha256: "0".repeat(64) }),
    (library) =>
      Object.assign(library.articles[0], {
        url: "https://a.example/",
        archived: "https://b.example/",
        accessed: "2026-01-01",
        short: { de: "Bericht" },
      }),
    (library) => library.statements.reverse(),
    (library) => library.issues.reverse(),
    (library) => (library.events[0].priority = 5),
    (library) => (library.subject.standfirst.text.en = `“${library.subject.standfirst.text.en.replace(",", "")}”`),
  ];
  for (const edit of silent) {
    const changes = changesBy(edit);
    assert.ok(tellsNothing(changes), JSON.stringify(changes));
    assert.deepEqual(countChanges(changes), {
      since: "2026-W01",
      new: 0,
      changed: 0,
      withdrawn: 0,
      opened: 0,
      settled: 0,
    });
  }
});

test("a topic that was renamed is not told as gone and new, nor are its speakers and events", () => {
  const old = HARBOUR.issues[0]?.id ?? "";
  const changes = changesBy((library) => {
    library.issues[0].id = "named-anew";
    for (const each of [...library.statements, ...library.disputes]) if (each.issue === old) each.issue = "named-anew";
    for (const event of library.events)
      event.issues = event.issues.map((id: string) => (id === old ? "named-anew" : id));
    library.aliases = [...(library.aliases ?? []), { id: old, topic: "named-anew" }];
  });
  assert.ok(tellsNothing(changes), JSON.stringify(changes));
});

test("an issue that was taken off takes its statements along in one line, on the page and on the sheet", () => {
  const gone = HARBOUR.issues[0]?.id ?? "";
  const without = (all: readonly { readonly issue: string }[]) => all.filter(({ issue }) => issue !== gone);
  const after = {
    ...HARBOUR,
    issues: HARBOUR.issues.slice(1),
    statements: without(HARBOUR.statements),
    disputes: without(HARBOUR.disputes),
    events: HARBOUR.events.map((event) => ({ ...event, issues: event.issues.filter((id) => id !== gone) })),
    aliases: [],
  } as unknown as Library;
  const changes = compareLibraries("2026-W01", HARBOUR, after);
  const about = changesAbout(changes, { id: "overview", kind: "overview" }, indexLibrary(after));
  const taken = HARBOUR.statements.length - after.statements.length;
  assert.ok(taken > 1);
  assert.equal(about.filter(({ kind }) => kind === "withdrawn").length, 0);
  const [line] = about.filter((change) => change.kind === "entry" && change.change.kind === "gone");
  assert.ok(line?.kind === "entry" && line.statements === taken);
  const page = composeChanges({ ...editionOf(after), changes }, changes, "en");
  const text = JSON.stringify(page.sections);
  assert.match(text, new RegExp(`Taken off: Issue \\(with ${taken} statements\\): `));
});

test("how a statement came to be new or changed follows from the data", () => {
  const [first, second] = HARBOUR.statements;
  assert.ok(first !== undefined && second !== undefined);
  const other = HARBOUR.articles.find(({ id }) => !first.citations.some(({ article }) => article === id))?.id ?? "";
  const words = { ...first, text: { ...first.text, en: "Other words." } };
  assert.deepEqual(mannerIn({ kind: "changed", before: first, now: words }), { how: "correction" });
  const cited = { ...words, citations: [...first.citations, { article: other, paragraph: 1 }] };
  assert.deepEqual(mannerIn({ kind: "changed", before: first, now: cited }), { how: "source" });
  assert.deepEqual(mannerIn({ kind: "new", now: { ...first, supersedes: second.id } }), { how: "position" });
  assert.deepEqual(mannerIn({ kind: "new", now: { ...first, supersedes: null } }), {});
});
