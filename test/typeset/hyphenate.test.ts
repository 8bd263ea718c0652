/**
 * Hyphenation: known words, the words that must stay whole, and agreement with the package the
 * patterns come from, on words made of the patterns' own letters; on more of them in the deep tier.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { hyphenationFor } from "../../src/typeset/text/hyphenations.ts";
import { HARBOUR, ISLAND, LEAN } from "../support/fixtures.ts";
import { disagreements, PACKAGES, vowelless } from "../support/hyphenation.ts";

function broken(language: string, word: string): string {
  let from = 0;
  const parts: string[] = [];
  for (const place of hyphenationFor(language).hyphenate(word)) {
    parts.push(word.slice(from, place));
    from = place;
  }
  return [...parts, word.slice(from)].join("|");
}

function check(language: string, ...expected: string[]): void {
  for (const word of expected) assert.equal(broken(language, word.replaceAll("|", "")), word);
}

test("German words", () => {
  check("de", "Si|cher|heits|ga|ran|tien", "Waf|fen|still|stand", "Ver|hand|lungs|for|mat", "Au|ßen|mi|nis|te|rium");
  check("de", "Ukrai|ne|krieg", "Straße", "Ehe", "aber", "Eu|ro|päer", "ÄRGER", "Är|ger");
});

test("a German word has no syllable without a vowel", () => {
  check("de", "Krim|an|ne|xion", "Krim|krieg", "Krim|brü|cke", "Krim|ta|ta|ren", "Ab|rüs|tungs|ver|trag");
  const words = [...new Set(JSON.stringify([HARBOUR, ISLAND, LEAN]).match(/\p{L}{4,}/gu) ?? [])];
  const nouns = words.filter((word) => /^[A-ZÄÖÜ][a-zäöüß]*[aeiouäöü][a-zäöüß]*$/.test(word));
  const compounds = nouns.flatMap((first) => nouns.map((second) => first + second.toLowerCase()));
  assert.ok(compounds.length > 10_000);
  for (const word of [...words, ...compounds]) {
    assert.deepEqual(vowelless(word, hyphenationFor("de").hyphenate(word)), [], broken("de", word));
  }
});

test("English words, exceptions among them", () => {
  check("en", "ne|go|ti|ation", "se|cur|ity", "in|ter|na|tional", "cease|fire", "peace");
  check("en", "uni|ver|sity", "Uni|ver|sit|ies", "ma|nu|script", "re|ci|pro|city", "how|ever");
});

test("Ukrainian words, whichever the apostrophe", () => {
  check("uk", "без|пе|ка", "га|ран|тії", "пе|ре|го|во|ри", "Укра|ї|на", "те|ри|то|рія");
  for (const mark of ["'", "’", "ʼ"]) check("uk", `об${mark}|єкт`, `під${mark}|їзд`, `пе|ре|мир${mark}я`);
});

test("parts of a word and quotes around it count for themselves", () => {
  check("de", "EU-Au|ßen|mi|nis|ter", "„Ver|hand|lun|gen“", "Mi|nis|ter,", "(Waf|fen|still|stand)");
  check("en", "Rus|sia’s", "se|cur|ity-guar|an|tees");
});

test("numbers, addresses and abbreviations stay whole", () => {
  check(
    "de",
    "2025er-Haushalt",
    "https://beispiel.de/verhandlungen",
    "www.beispiel.de",
    "redaktion@beispiel.de",
    "z.B.",
  );
  check("de", "UKRAINE", "NATO-Mit|glied|schaft", "BürgerInnen", "", "-", "\u0000", "😀😀😀😀😀😀");
  check("uk", "МАГАТЕ", "ЗСУ", "security", "НАТО-країна".replace("країна", "кра|ї|на"));
});

test("a language without a table never hyphenates, a region changes nothing", () => {
  check("fr", "gouvernement");
  check("", "Verhandlungen");
  check("de-AT", "Ver|hand|lun|gen");
});

test("a word of any length is taken", () => {
  const word = "verhandlungen".repeat(100);
  assert.ok(hyphenationFor("de").hyphenate(word).length > 200);
  check("de", "Ver|hand|lun|gen");
});

for (const language of Object.keys(PACKAGES)) {
  test(`${language} agrees with the package, exceptions and minima aside`, () => {
    assert.deepEqual(disagreements(language, 2_000), []);
  });
}
