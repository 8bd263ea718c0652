/**
 * Quotation marks, apostrophes, dashes and dots: each language's own pass, every other is refused with what to type
 * instead.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readSeeds } from "../../scripts/read-seeds.ts";
import { parseLibrary } from "../../src/model/parsing/parse-library.ts";
import { punctuationFaults } from "../../src/model/parsing/punctuation.ts";
import { ALL_MARKS, QUOTATION_MARKS } from "../../src/model/parsing/quotation-marks.ts";
import { BadLibrary } from "../../src/model/problem.ts";
import { inRepertoire } from "../../src/model/repertoire.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { folderOf } from "../support/fixtures.ts";

const SOUND: Readonly<Record<string, readonly string[]>> = {
  de: [
    "Er sagte: „Das ist ‚klassisch‘ genug.“",
    "Die »Koalition der ›Willigen‹« tagt",
    "Grass’ Wort, so geht’s",
    "Sicherheits- und Gebietsfragen – und mehr …",
  ],
  en: [
    "He said: “This is ‘classic’ enough.”",
    "the actors’ and Trump’s words",
    "‘It isn’t over’",
    "a well-known line – F-16s … and so on",
    "a Boeing 737-800 of −5 °C, in 2022–2024, on 2025-08-15 and from 4–5",
    "see https://xn--berblick-55a.example/o'brien--x, xn--p1ai and bücher.xn--p1ai/a--b",
    "R&D; AT&T; SÃO PAULO and ESPAÑA",
  ],
  uk: ["Він сказав: «Це „класика“, а не об’єкт»", "п’ять – це Донецьк-Луганськ…", "здоров\u02bcя"],
  // A language without a table is held to what holds for all.
  fr: ["« Oui » – c’est “fini” …"],
};

const FAULTY: Readonly<Record<string, readonly (readonly [text: string, advice: RegExp])[]>> = {
  de: [
    ['"Ja"', /straight quotation marks; write „…“/],
    ["“Ja”", /de does not use: ” \(U\+201D\); write „…“/],
    ["“Ja“", /“ without its other half/],
    ["„Ja", /„ without its other half/],
    ["„Ja »nein“«", /“ without its other half/],
    ["‚Ja’", /‚ without its other half/],
    ["so geht's", /apostrophe; write ’/],
  ],
  en: [
    ["„Yes“", /en does not use: „ \(U\+201E\)/],
    ["«Yes»", /en does not use: « .*, » /],
    ["”Yes”", /” without its other half/],
    ["‘Yes", /‘ without its other half/],
    ["'Yes'", /straight quotation marks; write “…”/],
    ["Trump's plan", /apostrophe; write ’/],
    ["the actors' plan", /’ for an apostrophe/],
  ],
  uk: [
    ["“Так”", /uk does not use: ” /],
    ["‚Так‘", /uk does not use/],
    ["»Так«", /» without its other half/],
    ["п'ять", /apostrophe; write ’/],
    ["п`ять", /apostrophe; write ’/],
  ],
  fr: [['"Oui"', /straight quotation marks; write those of the language/]],
};

/** Faults in any language. */
const ANYWHERE: readonly (readonly [text: string, advice: RegExp])[] = [
  ["one - two", /hyphen where a dash belongs; write –/],
  ["- one", /hyphen where a dash belongs/],
  ["one -- two", /hyphens in a row; write –/],
  ["one--two", /hyphens in a row/],
  ["one...", /three dots; write …/],
  ["one  two", /two spaces/],
  ["one \u00a0two", /two spaces/],
  ["one\u2009 two", /two spaces/],
  ["прем′єр", /prime .* apostrophe; write ’/],
  ["at -5 °C", /hyphen for a minus; write −/],
  ["in 2022-2024", /hyphen for “to” between numbers; write –/],
  ["for 4-5 years", /between numbers; write –/],
  ["one &amp; two", /HTML/],
  ["one&nbsp;two", /HTML/],
  ["&#228;hnlich", /HTML/],
  ["fÃ¼r", /wrong encoding/],
  ["one â€“ two", /wrong encoding/],
  ["Ð£ÐºÑ€Ð°Ñ—Ð½Ð°", /wrong encoding/],
];

for (const language of Object.keys(LANGUAGES)) {
  test(`${language}: its own marks are sound`, () => {
    const pairs = QUOTATION_MARKS[language] ?? [];
    assert.ok(pairs.length > 0, "name the language's marks in src/model/parsing/quotation-marks.ts");
    for (const [open, close] of pairs) {
      assert.deepEqual(punctuationFaults(`${open}x${close}`, language), []);
      for (const mark of [open, close]) {
        assert.ok(inRepertoire(mark.codePointAt(0) ?? 0), `${mark} cannot be printed`);
        assert.ok(ALL_MARKS.includes(mark) || mark === "’", `${mark} is not known as a quotation mark`);
      }
    }
  });

  test(`${language}: the words of the sheet itself are sound`, () => {
    const walk = (value: unknown, path: string): readonly string[] => {
      if (typeof value === "string") return punctuationFaults(value, language).map((fault) => `${path} ${fault}`);
      return Object.entries(value as object).flatMap(([key, inner]) => walk(inner, `${path}.${key}`));
    };
    assert.deepEqual(walk(LANGUAGES[language], "words"), []);
  });
}

for (const language of new Set([...Object.keys(SOUND), ...Object.keys(LANGUAGES)])) {
  test(`${language}: sound sentences pass and faulty ones are told, each once`, () => {
    for (const text of SOUND[language] ?? assert.fail(`write sound sentences in ${language} above`)) {
      assert.deepEqual(punctuationFaults(text, language), [], text);
    }
    for (const [text, advice] of [...(FAULTY[language] ?? assert.fail("and faulty ones")), ...ANYWHERE]) {
      const faults = punctuationFaults(text, language);
      assert.equal(faults.length, 1, `${text}: ${faults.join("; ") || "no fault"}`);
      assert.match(faults[0] ?? "", advice);
    }
  });
}

test("names outside of any language are held to what holds for all", () => {
  assert.deepEqual(punctuationFaults("Conor O’Brien “jW” «X»", null), []);
  assert.equal(punctuationFaults("Conor O'Brien", null).length, 1);
});

// biome-ignore lint/suspicious/noExplicitAny: the test breaks the library in ways its type forbids.
type Broken = any;

test("a library is refused with file, field and what to do", async () => {
  const { input, where } = await readSeeds(folderOf("harbour"));
  const broken: Broken = structuredClone(input);
  broken.statements[0].text.de = 'Er sagt "Nein" ...';
  broken.events[0].text.en = "«No»";
  broken.articles[0].author = "Conor O'Brien";
  broken.articles[0].file = "Conor's  article -- final.txt";
  let told: readonly string[] = [];
  try {
    parseLibrary(broken, where, Object.keys(LANGUAGES));
  } catch (error) {
    assert.ok(error instanceof BadLibrary);
    told = error.problems.map(({ file, field, reason }) => `${file.split("/").at(-1)} ${field} ${reason}`);
  }
  assert.equal(told.length, 4, told.join("\n"));
  assert.match(told.join("\n"), /articles\.yaml articles\[agency-hearing\]\.author has a straight apostrophe/);
  assert.match(
    told.join("\n"),
    /\.yaml statements\[council-closing-plan\]\.text\.de has straight quotation marks; write „…“/,
  );
  assert.match(told.join("\n"), /\.yaml statements\[council-closing-plan\]\.text\.de has three dots/);
  assert.match(
    told.join("\n"),
    /events\.yaml events\[harbour-opened\]\.text\.en has quotation marks that en does not use/,
  );
});
