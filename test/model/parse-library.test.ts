/** What a library is refused for: every kind of mistake, made in a copy of the seeds, told with its path and what to do. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { readSeeds } from "../../scripts/read-seeds.ts";
import { lookAlikes } from "../../src/model/parsing/look-alikes.ts";
import { parseLibrary } from "../../src/model/parsing/parse-library.ts";
import { BadLibrary, type Problem } from "../../src/model/problem.ts";
import { ROOT } from "../support/worker.ts";

// biome-ignore lint/suspicious/noExplicitAny: the tests break the library in ways its type forbids.
type Broken = any;
const { input } = await readSeeds(join(ROOT, "seeds"));
const LANGUAGES = ["de", "en", "uk"];

function problemsOf(damage: (library: Broken) => void): readonly Problem[] {
  const library = structuredClone(input);
  damage(library);
  try {
    return parseLibrary(library, () => ({ file: "x.yaml" }), LANGUAGES).warnings;
  } catch (error) {
    assert.ok(error instanceof BadLibrary, String(error));
    return error.problems;
  }
}

test("the seeds are sound and need no translation", () => {
  assert.deepEqual(
    problemsOf(() => {}),
    [],
  );
});

const statement = (library: Broken, wanted: (s: Broken) => boolean = () => true) => library.statements.find(wanted);

const MISTAKES: Readonly<Record<string, [damage: (library: Broken) => void, field: RegExp, reason: RegExp]>> = {
  "unknown actor": [
    (l) => {
      l.statements[0].actor = "minsk";
    },
    /^statements\[0\]\.actor$/,
    /minsk.*kyiv, europe/,
  ],
  "unknown issue": [
    (l) => {
      l.statements[0].issue = "weather";
    },
    /^statements\[0\]\.issue$/,
    /not among issues/,
  ],
  "unknown speaker": [
    (l) => {
      l.statements[0].speaker = "nobody";
    },
    /^statements\[0\]\.speaker$/,
    /not among speakers/,
  ],
  "unknown article": [
    (l) => {
      l.statements[0].citations[0].article = "no-such";
    },
    /^statements\[0\]\.citations\[0\]\.article$/,
    /not among articles/,
  ],
  "no citation": [
    (l) => {
      l.statements[0].citations = [];
    },
    /^statements\[0\]\.citations$/,
    /at least one citation/,
  ],
  "citation twice": [
    (l) => {
      l.statements[0].citations.push(l.statements[0].citations[0]);
    },
    /citations\[\d\]$/,
    /twice/,
  ],
  "paragraph beyond": [
    (l) => {
      l.statements[0].citations[0].paragraph = 999;
    },
    /^statements\[0\]\.citations\[0\]\.paragraph$/,
    /999, but .* has \d+ paragraphs/,
  ],
  "paragraph beyond, in a standfirst": [
    (l) => {
      l.actors[1].standfirst.citations[0].paragraph = 999;
    },
    /^actors\[1\]\.standfirst\.citations\[0\]\.paragraph$/,
    /999/,
  ],
  "paragraph 0": [
    (l) => {
      l.statements[0].citations[0].paragraph = 0;
    },
    /paragraph$/,
    /counted from 1/,
  ],
  "identifier twice": [
    (l) => {
      l.statements.push(structuredClone(l.statements[0]));
    },
    /^statements\[\d+\]\.id$/,
    /used twice/,
  ],
  "issue named like an actor": [
    (l) => {
      l.issues.push({ ...l.issues[0], id: "kyiv" });
    },
    /^issues\[\d\]\.id$/,
    /also an actor/,
  ],
  "reserved name": [
    (l) => {
      l.issues.push({ ...l.issues[0], id: "health" });
    },
    /^issues\[\d\]\.id$/,
    /reserved/,
  ],
  "named like the page of changes": [
    (l) => {
      l.issues.push({ ...l.issues[0], id: "changes" });
    },
    /^issues\[\d\]\.id$/,
    /changes is reserved for a URL of its own; choose another name/,
  ],
  "named like a language": [
    (l) => {
      l.issues.push({ ...l.issues[0], id: "uk" });
    },
    /^issues\[\d\]\.id$/,
    /reserved/,
  ],
  "assessment with a speaker": [
    (l) => {
      statement(l, (s) => s.kind === "assessment").speaker = l.speakers[0].id;
    },
    /speaker$/,
    /author of the article/,
  ],
  "assessment with an answer": [
    (l) => {
      Object.assign(
        statement(l, (s) => s.kind === "assessment"),
        { answer: { value: "yes", gloss: { de: "Ja" } } },
      );
    },
    /answer$/,
    /cannot answer/,
  ],
  "replaces an unknown statement": [
    (l) => {
      l.statements[0].supersedes = "no-such";
    },
    /supersedes$/,
    /not among statements/,
  ],
  "replaces another actor's": [
    (l) => {
      l.statements[0].supersedes = statement(l, (s) => s.actor !== l.statements[0].actor).id;
    },
    /supersedes$/,
    /only one of kyiv/,
  ],
  "replaces itself": [
    (l) => {
      l.statements[0].supersedes = l.statements[0].id;
    },
    /supersedes$/,
    /circle/,
  ],
  "dispute on another issue": [
    (l) => {
      l.disputes[0].sides[0].statements[0] = statement(l, (s) => s.issue !== l.disputes[0].issue).id;
    },
    /^disputes\[0\]\.sides\[0\]\.statements\[0\]$/,
    /takes its statements from there/,
  ],
  "dispute of a statement with itself": [
    (l) => {
      for (const side of l.disputes[0].sides) side.statements = [l.disputes[0].sides[0].statements[0]];
    },
    /^disputes\[0\]\.sides$/,
    /disagree with itself/,
  ],
  "dispute with one side": [
    (l) => {
      l.disputes[0].sides.length = 1;
    },
    /^disputes\[0\]\.sides$/,
    /two sides/,
  ],
  "event on an unknown issue": [
    (l) => {
      l.events[0].issues = ["weather"];
    },
    /^events\[0\]\.issues\[0\]$/,
    /not among issues/,
  ],
  "a review without a reviewer": [
    (l) => {
      l.subject.authorship = { writtenBy: "machine", reviewedBy: null, reviewedOn: "2026-11-20" };
    },
    /^subject\.authorship\.reviewedOn$/,
    /fill both or neither/,
  ],
  "a field misspelt": [
    (l) => {
      l.statements[0].speeker = null;
    },
    /^statements\[0\]\.speeker$/,
    /not a field here.*speaker/,
  ],
  "a field missing": [
    (l) => {
      delete l.statements[0].asOf;
    },
    /^statements\[0\]\.asOf$/,
    /is missing/,
  ],
  "text over its cap": [
    (l) => {
      l.statements[0].text.de = "Wort ".repeat(100).trim();
    },
    /^statements\[0\]\.text\.de$/,
    /499 characters; shorten it to 420/,
  ],
  "empty text": [
    (l) => {
      l.statements[0].text.de = "";
    },
    /text\.de$/,
    /must not be empty/,
  ],
  "a number where text belongs": [
    (l) => {
      l.statements[0].text.de = 5;
    },
    /text\.de$/,
    /must be text/,
  ],
  "not a date": [
    (l) => {
      l.events[0].date = "2025-13-01";
    },
    /^events\[0\]\.date$/,
    /must be a date/,
  ],
  "not a day": [
    (l) => {
      l.events[0].date = "2025-02-30";
    },
    /^events\[0\]\.date$/,
    /calendar/,
  ],
  "a Latin letter in a Ukrainian word": [
    (l) => {
      l.statements[0].text.uk = "Київ i Москва";
    },
    /text\.uk$/,
    /i \(U\+0069, Latin\)/,
  ],
  "a Cyrillic letter in a German word": [
    (l) => {
      l.statements[0].text.de = "Waffenru\u043de";
    },
    /text\.de$/,
    /U\+043D, Cyrillic/,
  ],
  "a letter no face has": [
    (l) => {
      l.statements[0].text.de = "Ein Satz 😀.";
    },
    /text\.de$/,
    /U\+1F600/,
  ],
  "an invisible character": [
    (l) => {
      l.statements[0].text.de = "Ein\u200bSatz.";
    },
    /text\.de$/,
    /U\+200B/,
  ],
  "letters in two parts": [
    (l) => {
      l.statements[0].text.de = "Fu\u0308nf.";
    },
    /text\.de$/,
    /NFC/,
  ],
  "a space at the end": [
    (l) => {
      l.statements[0].text.de = "Satz. ";
    },
    /text\.de$/,
    /space/,
  ],
  "five actors": [
    (l) => {
      l.actors.push({ ...l.actors[0], id: "beijing" });
    },
    /^actors$/,
    /at most 4/,
  ],
  "no subject": [
    (l) => {
      delete l.subject;
    },
    /^subject$/,
    /missing/,
  ],
  "a kind nobody knows": [
    (l) => {
      l.opinions = [];
    },
    /^opinions$/,
    /not a field here/,
  ],
};

for (const [name, [damage, field, reason]] of Object.entries(MISTAKES)) {
  test(`refused: ${name}`, () => {
    const problems = problemsOf(damage);
    const found = problems.find((problem) => field.test(problem.field) && reason.test(problem.reason));
    assert.ok(found, problems.map(({ field, reason }) => `${field}: ${reason}`).join("\n") || "no problem found");
    assert.equal(found.severity, "error");
    assert.equal(problems.length, 1, problems.map(({ field, reason }) => `${field}: ${reason}`).join("\n"));
  });
}

test("statements that replace one another in a circle are each told", () => {
  const problems = problemsOf((l) => {
    const [a, b] = l.statements.filter((s: Broken) => s.actor === "kyiv" && s.supersedes === null);
    a.supersedes = b.id;
    b.supersedes = a.id;
  });
  assert.equal(problems.length, 2);
  assert.match(problems[0]?.reason ?? "", /circle/);
});

test("a missing translation is a warning", () => {
  const problems = problemsOf((l) => {
    delete l.statements[0].text.uk;
  });
  assert.equal(problems.length, 1);
  assert.equal(problems[0]?.severity, "warning");
  assert.equal(problems[0]?.field, "statements[0].text.uk");
});

test("whatever the input, an answer and never a crash", () => {
  for (const value of [
    null,
    undefined,
    5,
    "x",
    [],
    {},
    { statements: {} },
    { statements: [null, 1, []] },
    { actors: [{ id: {} }] },
  ]) {
    assert.throws(() => parseLibrary(value, () => ({ file: "x" }), LANGUAGES), BadLibrary);
  }
});

test("look-alike letters", () => {
  const at = "\u0430";
  for (const text of [
    `K${at}tze`,
    "Kıev",
    "Ηello world",
    "\u0441\u043e\u0440 und Katze",
    "Москва i Київ",
    "Путін o Трамп",
  ])
    assert.equal(lookAlikes(text).length, 1, text);
  for (const text of [
    "Größe",
    "Київ",
    "здоров’я",
    "НАТО (NATO)",
    "соцмережа X",
    "Selenskyj (Зеленський)",
    "5 °C",
    "об’єкт A4",
  ])
    assert.deepEqual(lookAlikes(text), [], text);
});
