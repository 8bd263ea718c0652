/**
 * Where words are divided, beside the package that the patterns come from. In: a language and how many words, made of the
 * patterns' own letters, are to be divided by both. Out: those on which they disagree, exceptions and minima aside.
 */
import { createRequire } from "node:module";
import { hyphenationFor } from "../../src/typeset/text/hyphenations.ts";

const require = createRequire(import.meta.url);

type Trie = { readonly [letter: string]: number | Trie | [Trie, number] };
type Table = [levels: number[][], trie: Trie, exceptions?: Record<string, number[]>];
const createHyphenator = require("hyphen") as (table: unknown, options: object) => (word: string) => string;

/** The package's table for each language, and how many letters we leave at least on either side. */
export const PACKAGES: Readonly<Record<string, readonly [table: string, left: number, right: number]>> = {
  de: ["de-1996", 2, 3],
  en: ["en-gb", 2, 3],
  uk: ["uk", 2, 2],
};

export function disagreements(language: string, count: number): readonly string[] {
  const [name, left, right] = PACKAGES[language] ?? ["", 0, 0];
  const table = require(`hyphen/patterns/${name}.js`) as Table;
  const theirs = createHyphenator(table.slice(0, 2), { hyphenChar: "|", minWordLength: 1 });
  const pieces = lettersOf(table[1]);
  let seed = 7;
  const draw = (): string => {
    seed = (seed * 48271) % 0x7fffffff;
    return pieces[seed % pieces.length] as string;
  };
  return Array.from({ length: count }, () =>
    (draw() + draw() + draw()).replaceAll(".", "").replace(/^'+|'+$/g, ""),
  ).flatMap((word) => {
    if (word.length < 2 || table[2]?.[word]) return [];
    const places: number[] = [];
    let at = 0;
    for (const part of theirs(word).split("|").slice(0, -1)) {
      at += part.length;
      if (at >= left && at <= word.length - right) places.push(at);
    }
    const ours = hyphenationFor(language).hyphenate(word);
    // In German no place stays that leaves a syllable without a vowel.
    if (language === "de" && vowelless(word, places).length > 0) {
      const kept = ours.every((place) => places.includes(place)) && vowelless(word, ours).length === 0;
      return kept ? [] : [`${word}: divided at ${ours.join()}`];
    }
    return ours.join() === places.join()
      ? []
      : [`${word}: divided at ${ours.join()}, by the package at ${places.join()}`];
  });
}

/** The parts of a divided word that no mouth can say. */
export function vowelless(word: string, places: readonly number[]): readonly string[] {
  const parts = [0, ...places].map((from, i) => word.slice(from, places[i]));
  return parts.length === 1 ? [] : parts.filter((part) => !/[aeiouyäöüàáâãåæèéêëíîïóôõøœúû]/i.test(part));
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
