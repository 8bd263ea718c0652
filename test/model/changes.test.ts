/** What is told as a change between two libraries, and what differs without being one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changedAspects } from "../../src/compose/wording/changed-aspects.ts";
import type { Changes } from "../../src/model/changes.ts";
import type { Library } from "../../src/model/library.ts";
import { sameWords } from "../../src/model/same-words.ts";
import { compareLibraries } from "../support/comparison.ts";
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
