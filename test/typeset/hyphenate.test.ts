/**
 * Hyphenation: known words, the words that must stay whole, and agreement with the package the
 * patterns come from, on thousands of words made of the patterns' own letters.
 */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { hyphenationFor } from "../../src/typeset/text/hyphenations.ts";

const require = createRequire(import.meta.url);

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

type Trie = { readonly [letter: string]: number | Trie | [Trie, number] };
type Table = [levels: number[][], trie: Trie, exceptions?: Record<string, number[]>];
const createHyphenator = require("hyphen") as (table: unknown, options: object) => (word: string) => string;

for (const [language, name, left, right] of [
  ["de", "de-1996", 2, 3],
  ["en", "en-gb", 2, 3],
  ["uk", "uk", 2, 2],
] as const) {
  test(`${language} agrees with the package, exceptions and minima aside`, () => {
    const table = require(`hyphen/patterns/${name}.js`) as Table;
    const theirs = createHyphenator(table.slice(0, 2), { hyphenChar: "|", minWordLength: 1 });
    const pieces = lettersOf(table[1]);
    let seed = 7;
    const draw = (): string => {
      seed = (seed * 48271) % 0x7fffffff;
      return pieces[seed % pieces.length] as string;
    };
    for (let n = 0; n < 10_000; n++) {
      const word = (draw() + draw() + draw()).replaceAll(".", "").replace(/^'+|'+$/g, "");
      if (word.length < 2 || table[2]?.[word]) continue;
      const places: number[] = [];
      let at = 0;
      for (const part of theirs(word).split("|").slice(0, -1)) {
        at += part.length;
        places.push(at);
      }
      assert.deepEqual(
        hyphenationFor(language).hyphenate(word),
        places.filter((place) => place >= left && place <= word.length - right),
        word,
      );
    }
  });
}

/** The letters of every pattern of a table. */
function lettersOf(trie: Trie, before = ""): string[] {
  return Object.entries(trie).flatMap(([letter, node]) => {
    if (letter === "-") return [];
    const text = before + letter;
    if (typeof node === "number") return [text];
    return Array.isArray(node) ? [text, ...lettersOf(node[0], text)] : lettersOf(node, text);
  });
}
