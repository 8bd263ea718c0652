/**
 * Whether what a text says can have come from what it cites, as far as that can be told without understanding it. In: the
 * cited texts of a library and the texts of its articles. Out: what an editor should look at, by path: words in quotation
 * marks that no cited paragraph has, numbers and years that none has, an article called by its kind where several of that
 * kind are cited, and long stretches taken over word for word.
 */

import type { Article, Library } from "../../src/model/library.ts";
import { doubt, type Finding, mistake } from "../../src/model/parsing/finding.ts";
import { QUOTATION_MARKS } from "../../src/model/parsing/quotation-marks.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { type CitedText, citedTexts } from "./cited-texts.ts";
import { folded, wordsIn } from "./paragraphs.ts";
import type { ArticleText } from "./read-articles.ts";

/** So many words in a row are nobody's own. */
export const COPIED = 13;

export function checkWords(library: Library, texts: ReadonlyMap<string, ArticleText>): Finding[] {
  const articles = new Map(library.articles.map((article) => [article.id, article]));
  const copied = copiesOf(texts);
  return citedTexts(library).flatMap(({ path, text, citations }) => {
    const cited = citations.flatMap(({ article, paragraph }) => texts.get(article)?.paragraphs[paragraph - 1] ?? []);
    if (cited.length < citations.length) return [];
    const known = citations.flatMap(({ article }) => articles.get(article) ?? []);
    return Object.entries(text).flatMap(([language, words]) => [
      ...(known.some((article) => article.language === language)
        ? checkQuoted([...path, "text", language], words, language, cited)
        : []),
      ...checkNumbers([...path, "text", language], words, [...cited, ...known.map(({ date }) => date ?? "")]),
      ...checkNames([...path, "text", language], words, language, new Set(known)),
      ...copied(words).map((run) =>
        mistake([...path, "text", language], `has ${COPIED} words in a row of a source: ${run}`),
      ),
    ]);
  });
}

/** In the language of an article, what stands in quotation marks was said or written in these words. */
function checkQuoted(path: CitedText["path"], text: string, language: string, cited: readonly string[]): Finding[] {
  const pairs = QUOTATION_MARKS[language] ?? [];
  const sources = cited.map(folded);
  return pairs.flatMap(([open, close]) =>
    [...text.matchAll(new RegExp(`${open}([^${open}${close}]+)${close}`, "gu"))].flatMap(
      ([, words = ""]): Finding[] => {
        const quoted = folded(words).replace(/[.,;:!?]$/, "");
        if (sources.some((source) => source.includes(quoted))) return [];
        return [mistake(path, `quotes “${words}”, which no cited paragraph has in these words`)];
      },
    ),
  );
}

/** Numbers of digits; how they are grouped differs by language. */
function checkNumbers(path: CitedText["path"], text: string, cited: readonly string[]): Finding[] {
  const there = new Set(cited.flatMap(numbersIn));
  return [...new Set(numbersIn(text))]
    .filter((number) => !there.has(number))
    .map((number) => doubt(path, `says ${number}, which stands in no cited paragraph; cite the one that has it`));
}

function numbersIn(text: string): readonly string[] {
  const joined = folded(text).replace(/(\d)[ .,](?=\d{3}(?!\d))/g, "$1");
  return (joined.match(/\d+/g) ?? []).map((number) => String(Number(number)));
}

/** "The essay" is nobody's name where two are cited. */
function checkNames(path: CitedText["path"], text: string, language: string, cited: ReadonlySet<Article>): Finding[] {
  const kinds = LANGUAGES[language]?.articleKinds;
  if (kinds === undefined) return [];
  return [...Map.groupBy(cited, ({ kind }) => kind)].flatMap(([kind, own]): Finding[] => {
    const called = new RegExp(`(?<!\\p{L})${kinds[kind]}(?!\\p{L})`, "iu");
    const shorts = own.flatMap(({ short }) => short?.[language] ?? []);
    const bare = shorts.reduce((rest, short) => rest.replaceAll(short, ""), text);
    if (own.length < 2 || !called.test(bare)) return [];
    return [
      doubt(path, `says “${kinds[kind]}” where ${own.length} are cited; use the short name of the one that is meant`),
    ];
  });
}

/** Tells stretches of a text that some article has word for word. */
export function copiesOf(texts: ReadonlyMap<string, ArticleText>): (text: string) => readonly string[] {
  const rows = new Set([...texts.values()].flatMap(({ paragraphs }) => rowsIn(paragraphs.join(" "))));
  return (text) =>
    rowsIn(text)
      .filter((row) => rows.has(row))
      .slice(0, 1);
}

function rowsIn(text: string): readonly string[] {
  const words = wordsIn(folded(text).toLowerCase());
  return words.slice(COPIED - 1).map((_, i) => words.slice(i, i + COPIED).join(" "));
}
