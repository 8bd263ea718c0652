/**
 * What a library is refused for: every kind of mistake, made in a copy of a sound library, told with its path and what to
 * do. In: a library as it is read from files.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSeeds } from "../../scripts/parse-seeds.ts";
import { readSeeds } from "../../scripts/read-seeds.ts";
import { lookAlikes } from "../../src/model/parsing/look-alikes.ts";
import { parseLibrary } from "../../src/model/parsing/parse-library.ts";
import { BadLibrary, type Problem } from "../../src/model/problem.ts";
import { folderOf } from "../support/fixtures.ts";

// biome-ignore lint/suspicious/noExplicitAny: the tests break the library in ways its type forbids.
type Broken = any;
type Damage = (library: Broken) => void;
const LANGUAGES = ["de", "en", "uk"];

const { input } = (await readSeeds(folderOf("harbour"))) as { input: Broken };
const named = JSON.stringify([input.disputes, input.statements.map((each: Broken) => each.supersedes)]);
const translated = input.statements.filter(({ text }: Broken) => LANGUAGES.every((language) => language in text));
// The first one is named by nothing, so that damage to it is one mistake and not several.
const first = translated.find(({ id, supersedes }: Broken) => supersedes === null && !named.includes(`"${id}"`));
const SOUND = { ...input, statements: [first, ...translated.filter((each: Broken) => each !== first)] };

function problemsOf(damage: Damage): readonly Problem[] {
  const library = structuredClone(SOUND);
  damage(library);
  try {
    return parseLibrary(library, () => ({ file: "x.yaml" }), LANGUAGES).warnings;
  } catch (error) {
    assert.ok(error instanceof BadLibrary, String(error));
    return error.problems;
  }
}

test("what is sound and translated is taken without a word", () => {
  assert.deepEqual(
    problemsOf(() => {}),
    [],
  );
});

/** Damage to one value; its path is told as it reads in a problem. */
function put(path: string, value: unknown): Damage {
  return (library) => {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
    const last = keys.pop() ?? "";
    keys.reduce((at, key) => at[key], library)[last] = value;
  };
}

const another = (list: "actors" | "issues", id: string): Damage => {
  return (library) => library[list].push({ ...library[list][0], id });
};
const indexOf = (wanted: (statement: Broken) => boolean): number => SOUND.statements.findIndex(wanted);
const idOf = (wanted: (statement: Broken) => boolean): string => SOUND.statements[indexOf(wanted)].id;
const assessment = `statements[${indexOf(({ kind }) => kind === "assessment")}]`;

/** What is done to the library, where the mistake is told, and a word of the advice. */
type Mistake = readonly [damage: Damage, field: string, reason: RegExp];

/** A value that is put where the mistake is told. */
const at = (field: string, value: unknown, reason: RegExp): Mistake => [put(field, value), field, reason];

const MISTAKES: Readonly<Record<string, Mistake>> = {
  "Ukraine's code of a country for its language": at(
    "issues[0].title.ua",
    "Закриття",
    /is not a language of the sheets \(de, en, uk\).*for Ukrainian write uk/,
  ),
  "three letters for a language": at("statements[0].text.eng", "Closing", /for English write en$/),
  "a language that there is not": at(
    "actors[0].standfirst.text.no",
    "Rådet",
    /is not a language of the sheets \(de, en, uk\).*write one of these/,
  ),
  "unknown actor": at("statements[0].actor", "minsk", /minsk.*council, residents/),
  "unknown issue": at("statements[0].issue", "weather", /not among issues/),
  "unknown speaker": at("statements[0].speaker", "nobody", /not among speakers/),
  "unknown article": at("statements[0].citations[0].article", "no-such", /not among articles/),
  "no citation": at("statements[0].citations", [], /at least one citation/),
  "citation twice": [
    ({ statements: [{ citations }] }) => citations.push(citations[0]),
    `statements[0].citations[${first.citations.length}]`,
    /twice/,
  ],
  "paragraph beyond": at("statements[0].citations[0].paragraph", 999, /999, but .* has \d+ paragraphs/),
  "paragraph beyond, in a standfirst": at("actors[1].standfirst.citations[0].paragraph", 999, /999/),
  "paragraph 0": at("statements[0].citations[0].paragraph", 0, /counted from 1/),
  "identifier twice": [
    ({ statements }) => statements.push(structuredClone(statements[0])),
    `statements[${SOUND.statements.length}].id`,
    /used twice/,
  ],
  "issue named like an actor": [another("issues", "council"), "issues[3].id", /also an actor/],
  "reserved name": [another("issues", "health"), "issues[3].id", /reserved/],
  "named like the page of changes": [
    another("issues", "changes"),
    "issues[3].id",
    /changes is reserved for a URL of its own; choose another name/,
  ],
  "named like a language": [another("issues", "uk"), "issues[3].id", /reserved/],
  "assessment with a speaker": at(`${assessment}.speaker`, SOUND.speakers[0].id, /author of the article/),
  "assessment with an answer": at(`${assessment}.answer`, { value: "yes", gloss: { de: "Ja" } }, /cannot answer/),
  "replaces an unknown statement": at("statements[0].supersedes", "no-such", /not among statements/),
  "replaces another actor's": at(
    "statements[0].supersedes",
    idOf(({ actor }) => actor !== first.actor),
    /only one of council/,
  ),
  "replaces itself": at("statements[0].supersedes", first.id, /circle/),
  "dispute on another issue": at(
    "disputes[0].sides[0].statements[0]",
    idOf(({ issue }) => issue !== SOUND.disputes[0].issue),
    /takes its statements from there/,
  ),
  "dispute of a statement with itself": [
    ({ disputes: [{ sides }] }) => {
      for (const side of sides) side.statements = [sides[0].statements[0]];
    },
    "disputes[0].sides",
    /disagree with itself/,
  ],
  "dispute with one side": at("disputes[0].sides", SOUND.disputes[0].sides.slice(0, 1), /two sides/),
  "event on an unknown issue": [put("events[0].issues", ["weather"]), "events[0].issues[0]", /not among issues/],
  "a review without a reviewer": [
    put("subject.authorship", { writtenBy: "machine", reviewedBy: null, reviewedOn: "2026-11-20" }),
    "subject.authorship.reviewedOn",
    /fill both or neither/,
  ],
  "a field misspelt": at("statements[0].speeker", null, /not a field here.*speaker/),
  "a field missing": [({ statements }) => delete statements[0].asOf, "statements[0].asOf", /is missing/],
  "text over its cap": at("statements[0].text.de", "Wort ".repeat(100).trim(), /499 characters; shorten it to 420/),
  "empty text": at("statements[0].text.de", "", /must not be empty/),
  "a number where text belongs": at("statements[0].text.de", 5, /must be text/),
  "not a date": at("events[0].date", "2025-13-01", /must be a date/),
  "not a day": at("events[0].date", "2025-02-30", /calendar/),
  "a Latin letter in a Ukrainian word": at("statements[0].text.uk", "Київ i Москва", /i \(U\+0069, Latin\)/),
  "a Cyrillic letter in a German word": at("statements[0].text.de", "Waffenru\u043de", /U\+043D, Cyrillic/),
  "a letter no face has": at("statements[0].text.de", "Ein Satz 😀.", /U\+1F600/),
  "a letter of another alphabet": at("statements[0].text.de", "Der Satz שלום.", /ש \(U\+05E9\): transliterate/),
  "a Greek word": at("statements[0].text.de", "Die Stadt Αθήνα.", /Α \(U\+0391\): transliterate/),
  "a Georgian word": at("statements[0].text.de", "Die Stadt თბილისი.", /თ \(U\+10D7\): transliterate/),
  "a Vietnamese letter": at("statements[0].text.en", "The talks of Huế.", /ế \(U\+1EBF\): write e/),
  "a Kazakh letter": at("statements[0].text.uk", "Місто Қарағанди.", /Қ \(U\+049A\): write К; ғ \(U\+0493\): write г/),
  "a stress mark": at("statements[0].text.uk", "За́мок стоїть.", /U\+0301: leave the stress mark out/),
  "a sign in disguise": at("statements[0].text.de", "Bei 300 \u212a.", /\(U\+212A\): write K \(U\+004B\)/),
  "the Ohm sign": at("statements[0].text.de", "Bei 300 \u2126.", /\(U\+2126\): transliterate/),
  "a Latin capital for a Ukrainian word": at("statements[0].text.uk", "Так. I він.", /I \(U\+0049, Latin\)/),
  "a Cyrillic abbreviation without quotation marks": at(
    "statements[0].text.de",
    "Die Führung der \u0421\u0421\u0421\u0420.",
    /quotation marks/,
  ),
  "two apostrophes in one library": [
    ({ statements }) => {
      statements[0].text.uk = "Його здоров\u02bcя.";
      statements[1].text.uk = "Його здоров’я.";
    },
    "statements[0].text.uk",
    /U\+02BC.* write ’/,
  ],
  "an invisible character": at("statements[0].text.de", "Ein\u200bSatz.", /U\+200B/),
  "letters in two parts": at("statements[0].text.de", "Fu\u0308nf.", /NFC/),
  "a space at the end": at("statements[0].text.de", "Satz. ", /space/),
  "five actors": [another("actors", "beijing"), "actors", /at most 4/],
  "no subject": [(library) => delete library.subject, "subject", /missing/],
  "a kind nobody knows": at("opinions", [], /not a field here/),
};

for (const [name, [damage, field, reason]] of Object.entries(MISTAKES)) {
  test(`refused: ${name}`, () => {
    const problems = problemsOf(damage);
    const told = problems.map((problem) => `${problem.field}: ${problem.reason}`).join("\n") || "no problem found";
    const found = problems.find((problem) => problem.field === field && reason.test(problem.reason));
    assert.ok(found, told);
    assert.equal(found.severity, "error");
    assert.equal(problems.length, 1, told);
  });
}

test("statements that replace one another in a circle are each told", () => {
  const problems = problemsOf(({ statements }) => {
    const [a, b] = statements.filter(
      ({ actor, issue, supersedes }: Broken) => actor === first.actor && issue === first.issue && supersedes === null,
    );
    a.supersedes = b.id;
    b.supersedes = a.id;
  });
  assert.equal(problems.length, 2);
  assert.match(problems[0]?.reason ?? "", /circle/);
});

test("a missing translation is a warning", () => {
  const problems = problemsOf(({ statements }) => delete statements[0].text.uk);
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
    "Sie\u017fer",
    "I він",
    "Він знав. A вона – ні",
    "\u0421\u0421\u0421\u0420 und Katze",
    "„\u0441\u043e\u0440“ und Katze",
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
    "Diyarbakır und Ilıcak, Əliyev und Məmmədov",
    "Die „\u0421\u0421\u0421\u0420“ und „\u0422\u0421\u041a Одеса“ im Krieg",
    "Це план B для міста",
  ])
    assert.deepEqual(lookAlikes(text), [], text);
});

test("a text under the code of a country is told with its file and line, with what to write", () => {
  const text = '- id: ceasefire\n  title:\n    de: "Waffenruhe"\n    ua: "Припинення вогню"\n';
  const standfirst =
    '  question: { de: "Ja?" }\n  standfirst: { text: { de: "Ja." }, citations: [{ article: a, paragraph: 1 }] }\n';
  const seeds = { folder: "seeds", files: [{ path: "issues.yaml", text: text + standfirst }], unread: [] };
  assert.throws(
    () => parseSeeds(seeds),
    (error) => {
      assert.ok(error instanceof BadLibrary);
      const told = error.problems.find(({ field }) => field === "issues[ceasefire].title.ua");
      assert.deepEqual([told?.file, told?.line], ["seeds/issues.yaml", 4]);
      assert.match(told?.reason ?? "", /\(de, en, uk\).*for Ukrainian write uk$/);
      return true;
    },
  );
});

test("a library that lies in the database is not refused by rules that became stricter since, and what cannot be printed is", () => {
  const stored = (text: string) => {
    const library = structuredClone(SOUND);
    library.statements[0].text.de = text;
    return () => parseLibrary(library, () => ({ file: "D1 table statements" })).library;
  };
  for (const text of ["Von 2022-2024.", "Die СССР sagt es.", "AT&amp;T sagt es.", 'Er sagt "ja".']) {
    assert.notDeepEqual(problemsOf(put("statements[0].text.de", text)), [], text);
    assert.doesNotThrow(stored(text), text);
  }
  assert.throws(stored("Das sagt 領土."), BadLibrary);
});
