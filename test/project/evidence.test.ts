/**
 * Citations held against the texts they cite: every slip that a citation, a quotation or a text can have is told at its
 * place, and nothing is said of a library that has none. The texts are invented.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { checkArticles, checkQuotes } from "../../scripts/evidence/check-quotes.ts";
import { checkWords } from "../../scripts/evidence/check-words.ts";
import { readArticles } from "../../scripts/evidence/read-articles.ts";
import type { Citation, Library, Statement } from "../../src/model/library.ts";
import { pathText } from "../../src/model/parsing/finding.ts";
import { parseLibrary } from "../../src/model/parsing/parse-library.ts";
import { ROOT } from "../support/edition-facts.ts";
import { LEAN } from "../support/fixtures.ts";

const DIR = join(ROOT, "test/fixtures/articles");
const TEXTS = readArticles(DIR, LEAN.articles);

function told(library: Library): readonly string[] {
  const findings = [
    ...checkArticles(library, TEXTS),
    ...checkQuotes(library, TEXTS, false),
    ...checkWords(library, TEXTS),
  ];
  return findings.map(({ path, reason, severity }) => `${severity} ${pathText(path)}: ${reason}`);
}

const [ON, OFF] = LEAN.statements as [Statement, Statement];

/** The library with its first statement otherwise. */
const withFirst = (change: Partial<Statement>): Library => ({
  ...LEAN,
  statements: LEAN.statements.map((each) => (each === ON ? { ...ON, ...change } : each)),
});
const cited = (change: Partial<Citation>): Library =>
  withFirst({ citations: ON.citations.map((citation) => ({ ...citation, ...change })) });
const says = (language: string, words: string): Library => withFirst({ text: { ...ON.text, [language]: words } });
const article = (change: object): Library => ({
  ...LEAN,
  articles: LEAN.articles.map((each, i) => (i === 0 ? { ...each, ...change } : each)),
});

const AT = "statements\\[keepers-light-on\\]";
const SLIPS: Readonly<Record<string, readonly [library: Library, told: string]>> = {
  "another text": [article({ sha256: "0".repeat(64) }), "error articles\\[light-report\\]\\.sha256: is not that of"],
  "a wrong count": [article({ paragraphs: 7 }), "error articles\\[light-report\\]\\.paragraphs: is 7, .* has 6"],
  "another paragraph": [cited({ sha256: "0".repeat(64) }), `error ${AT}\\.citations\\[0\\]\\.sha256: is not that of`],
  "words of another paragraph": [cited({ quote: "zählt 31 Boote" }), `error ${AT}.*does not stand in light-report ¶2`],
  "words joined over a gap": [cited({ quote: "ab dem Herbst jede Nacht" }), `error ${AT}.*does not stand`],
  "words that are there twice": [cited({ quote: "er", sha256: undefined as never }), `error ${AT}.*more than once`],
  "two words": [cited({ quote: "jede Nacht" }), `warning ${AT}.*has 2 words`],
  "nine words and no reason": [
    cited({ quote: "dass er ab dem Herbst brennt, und zwar jede" }),
    `warning ${AT}.*has 9 words; shorten it to 8`,
  ],
  "thirteen words": [
    cited({
      quote: "trafen sich die Turmwärter am Fuß des Turms. „Wir wollen, dass er ab",
      quoteReason: "It is said so.",
    }),
    `warning ${AT}.*has 13 words; 12 are the most`,
  ],
  "words in quotation marks that nobody said": [
    says("de", "Das Feuer soll wieder brennen, sagt Borg, und zwar „immer und ewig“."),
    `error ${AT}\\.text\\.de: quotes “immer und ewig”`,
  ],
  "a number that no paragraph has": [
    says("en", "From autumn the light should burn for 14 hours, says Borg."),
    `warning ${AT}\\.text\\.en: says 14,`,
  ],
  "thirteen words taken over": [
    says(
      "de",
      "Im Winter hatte der Verein noch das Gegenteil beschlossen: Am Dienstag trafen sich die Turmwärter am Fuß des Turms. Wir wollen, dass er ab dem Herbst brennt.",
    ),
    `error ${AT}\\.text\\.de: has 13 words in a row`,
  ],
};

test("of a library whose citations hold nothing is said", () => {
  assert.deepEqual(told(LEAN), []);
});

for (const [name, [library, expected]] of Object.entries(SLIPS))
  test(`${name}: it is told, and where`, () => {
    assert.match(told(library).join("\n"), new RegExp(expected, "m"));
  });

test("two quotations of a paragraph may not touch, nor all of them be too much of an article", () => {
  const two = [
    { ...ON.citations[0], quote: "dass er ab dem Herbst brennt" },
    { article: "light-report", paragraph: 2, quote: "und zwar jede Nacht" },
  ] as Citation[];
  const touching = {
    ...LEAN,
    statements: LEAN.statements.map((each, i) => ({ ...each, citations: [two[i] ?? OFF.citations[0]] as Citation[] })),
  };
  assert.match(told(touching).join("\n"), /touches the other quotation of light-report ¶2/);
  const short = new Map([...TEXTS].map(([id, text]) => [id, { ...text, paragraphs: text.paragraphs.slice(0, 1) }]));
  assert.match(
    checkQuotes(LEAN, short, false)
      .map(({ reason }) => reason)
      .join("\n"),
    /^5 of its 30 words are quoted; 4 \(15 %\) are the most$/m,
  );
});

test("spaces, dashes and quotation marks may be written otherwise, words may not", () => {
  const { sha256: _, ...bare } = ON.citations[0] as Citation;
  const first = (quote: string): Library =>
    withFirst({ citations: [{ ...bare, paragraph: 1, quote }], text: { en: "Boats go out." } });
  assert.deepEqual(told(first("erst seit diesem\u00a0Frühjahr fahren")), []);
  assert.match(told(first("erst seit diesem frühjahr fahren")).join("\n"), /does not stand/);
});

test("the essay is nobody's name where two are cited", () => {
  const essays = { ...LEAN, articles: LEAN.articles.map((each) => ({ ...each, kind: "essay" as const })) };
  const both = {
    ...essays,
    statements: [
      { ...ON, text: { de: "Der Essay sagt es." }, citations: [...ON.citations, ...OFF.citations] },
      ...LEAN.statements.slice(1),
    ],
  };
  assert.match(told(both).join("\n"), /text\.de: says “Essay” where 2 are cited/);
  const named = {
    ...both,
    statements: both.statements.map((each, i) =>
      i === 0 ? { ...each, text: { de: "Der Essay vom Kap sagt es." } } : each,
    ),
    articles: essays.articles.map((each, i) => (i === 0 ? { ...each, short: { de: "Essay vom Kap" } } : each)),
  };
  assert.doesNotMatch(told(named).join("\n"), /where 2 are cited/);
});

test("an article is printed as an entry to fill in, with what citations need", () => {
  const file = join(DIR, "000_report.txt");
  const { stdout } = spawnSync(process.execPath, [join(ROOT, "scripts/article.ts"), file], { encoding: "utf8" });
  const [report] = LEAN.articles;
  assert.ok(stdout.includes(`sha256: ${report?.sha256}`), stdout);
  assert.ok(stdout.includes(`paragraphs: ${report?.paragraphs}`));
  assert.ok(stdout.includes(`# ¶2 ${ON.citations[0]?.sha256}`));
  const none = spawnSync(process.execPath, [join(ROOT, "scripts/article.ts"), "nowhere.txt"], { encoding: "utf8" });
  assert.deepEqual([none.status, none.stderr], [1, "nowhere.txt: write the file of an article's text.\n"]);
});

test("two articles of one short name are told, and so is nothing else of a library that has short names", () => {
  const alike = { ...LEAN, articles: LEAN.articles.map((each) => ({ ...each, short: { de: "Kolumne" } })) };
  const reasons = ({ warnings }: ReturnType<typeof parseLibrary>) => warnings.map(({ reason }) => reason);
  const where = () => ({ file: "seeds" });
  assert.match(reasons(parseLibrary(alike, where)).join("\n"), /^is the short name of another article too/m);
  assert.deepEqual(reasons(parseLibrary(LEAN, where)), []);
});
