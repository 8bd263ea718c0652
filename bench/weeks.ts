/**
 * The library of another week: the same facts with the words of every text turned and the number in every title. In: a
 * library and a number. Out: a library. No two weeks have a text of it in common, so nothing that sets them can keep
 * one from the last; lengths and letters stay, so that all weeks are the same work. What is printed besides, such as
 * labels and the facts, is as always.
 */
import type { Edition } from "../src/model/edition.ts";
import { newestSource } from "../src/model/edition.ts";
import type { Library } from "../src/model/library.ts";
import type { Localized } from "../src/model/localized.ts";

export function editionOf(library: Library, week: number): Edition {
  return {
    id: `${2026 + Math.floor(week / 52)}-W${String((week % 52) + 1).padStart(2, "0")}`,
    issued: "2026-11-16T05:00:00.000Z",
    asOf: newestSource(library),
    site: "https://example.org",
    program: "",
    changes: null,
    corrected: null,
    correction: null,
    cards: true,
    hash: String(week),
    library: week === 0 ? library : libraryOf(library, week),
  };
}

function libraryOf(library: Library, week: number): Library {
  const turned = (text: Localized): Localized => mapped(text, (words) => turn(words, week));
  const numbered = (text: Localized): Localized => mapped(text, (words) => `${words} ${week}`);
  return {
    ...library,
    issues: library.issues.map((issue) => ({
      ...issue,
      title: numbered(issue.title),
      question: turned(issue.question),
      standfirst: { ...issue.standfirst, text: turned(issue.standfirst.text) },
    })),
    articles: library.articles.map((article) => ({
      ...article,
      viewpoint: article.viewpoint === null ? null : turned(article.viewpoint),
    })),
    statements: library.statements.map((statement) => ({
      ...statement,
      text: turned(statement.text),
      answer: statement.answer === null ? null : { ...statement.answer, gloss: turned(statement.answer.gloss) },
    })),
    disputes: library.disputes.map((dispute) => ({
      ...dispute,
      note: turned(dispute.note),
      title: turned(dispute.title),
      sides: dispute.sides.map((side) => ({ ...side, text: turned(side.text) })),
    })),
  };
}

function mapped(text: Localized, change: (words: string) => string): Localized {
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, change(words)]));
}

/** The same words, another one first, and the week as a word of its own so that short texts differ too. */
function turn(text: string, week: number): string {
  const words = text.split(" ");
  const first = week % words.length;
  return [...words.slice(first), ...words.slice(0, first), String(week)].join(" ");
}
