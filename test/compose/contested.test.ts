/**
 * Where the articles disagree the sheet says so whole, with the sources of every side. No sheet of any topic may print only
 * one side of a dispute, no statement stands without a citation, and every number printed leads to the article it stands
 * for.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { composeAll } from "../../src/compose/compose-all.ts";
import { letterOf } from "../../src/compose/context/numbering.ts";
import type { Briefing, ListItem, Run } from "../../src/model/briefing.ts";
import type { Citation, Dispute } from "../../src/model/library.ts";
import { inLanguage } from "../../src/model/localized.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { templatesFor } from "../../templates/templates.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { nameOf, pageOf, type Sheet, sheetsOf } from "../support/sheets.ts";
import { itemsIn } from "../support/tally.ts";
import { byOwner, printed, visible } from "../support/words.ts";

const EDITION = editionOf(HARBOUR);
/** Every sheet, and those that readers get who ask for nothing special. */
const PRINTED = sheetsOf(HARBOUR).map((sheet) => ({ sheet, page: pageOf(EDITION, sheet) }));
const OWN = PRINTED.filter(({ sheet: { topic, template } }) => templatesFor(topic.kind)[0] === template);
const STATEMENTS = new Map(HARBOUR.statements.map((statement) => [statement.id, statement]));

const textIn = (parts: ListItem["parts"]): string =>
  parts.map(({ runs }) => runs.map(({ text }) => text).join("")).join(" ");
const runsIn = (item: ListItem): readonly Run[] => item.parts.flatMap(({ runs }) => runs);
/** Citations and flags, without the spaces between them. */
const spoken = (item: ListItem, wanted: Run["voice"]): readonly Run[] =>
  runsIn(item).filter(({ voice, text }) => voice === wanted && text.trim() !== "");
const citationsIn = (item: ListItem): readonly Run[] => spoken(item, "citation");

function citationsOf(dispute: Dispute): readonly Citation[] {
  return dispute.sides.flatMap(({ statements }) => statements.flatMap((id) => STATEMENTS.get(id)?.citations ?? []));
}

/** The item that prints a dispute, found by its title. */
function itemOf(briefing: Briefing, dispute: Dispute): ListItem | undefined {
  const title = inLanguage(dispute.title, briefing.language).text;
  return itemsIn(briefing, "disputes").find((item) => runsIn(item).some(({ text }) => text === title));
}

/** Which articles each number can stand for, as the items tell that the library has citations for. */
function articlesByNumber(briefing: Briefing): ReadonlyMap<number, ReadonlySet<string>> {
  const articles = new Map<number, Set<string>>();
  const learn = (runs: readonly Run[], citations: readonly Citation[]): void => {
    const places = (all: readonly (number | undefined)[]): readonly (number | undefined)[] => [...new Set(all)].sort();
    const printed = runs.map(({ text }) => text.split("¶").map(Number));
    assert.deepEqual(
      places(printed.map(([, place]) => place)),
      places(citations.map(({ paragraph }) => paragraph)),
      "every citation of the library is printed, and no other",
    );
    runs.forEach((run, i) => {
      const [number = 0, place] = printed[i] ?? [];
      assert.deepEqual(run.target, { source: number });
      const possible = new Set(citations.filter(({ paragraph }) => paragraph === place).map(({ article }) => article));
      articles.set(number, articles.get(number)?.intersection(possible) ?? possible);
    });
  };
  for (const item of itemsIn(briefing, "statements")) {
    learn(citationsIn(item), STATEMENTS.get(item.statement ?? "")?.citations ?? []);
  }
  for (const item of itemsIn(briefing, "events")) {
    learn(citationsIn(item), HARBOUR.events.find(({ id }) => item.anchor === `event-${id}`)?.citations ?? []);
  }
  return articles;
}

test("a dispute on the sheet is printed whole: what it is, the words of every side, and every article involved", () => {
  const told = new Set<Dispute>();
  for (const { sheet, page } of PRINTED) {
    for (const dispute of HARBOUR.disputes) {
      const item = itemOf(page.briefing, dispute);
      if (item === undefined) continue;
      told.add(dispute);
      const name = `${dispute.id} on ${nameOf(sheet)}`;
      const said = visible(textIn(item.parts));
      assert.ok(said.includes(LANGUAGES[sheet.language]?.disputeKinds[dispute.kind] ?? "-"), name);
      for (const side of dispute.sides)
        assert.ok(said.includes(visible(inLanguage(side.text, sheet.language).text)), name);
      const shown = item.parts.map((part) => printed(byOwner(page).get(part) ?? [])).join(" ");
      assert.equal(shown, said, `${name}: all of it is on the page`);
      const involved = new Set(citationsOf(dispute).map(({ article }) => article));
      const numbers = new Set(citationsIn(item).map(({ text }) => text.split("¶")[0]));
      assert.equal(numbers.size, involved.size, `${name} cites every article involved`);
    }
  }
  assert.equal(told.size, HARBOUR.disputes.length, "each is on some sheet");
});

test("a statement carries the letter of each dispute it is part of, the same on every sheet, and each leads to the dispute", () => {
  for (const {
    sheet,
    page: { briefing },
  } of PRINTED) {
    const printed = new Set(itemsIn(briefing, "disputes").map(({ label }) => label));
    assert.equal(printed.size, itemsIn(briefing, "disputes").length, `${nameOf(sheet)}: one letter a dispute`);
    for (const [i, dispute] of HARBOUR.disputes.entries()) {
      const item = itemOf(briefing, dispute);
      assert.ok(item === undefined || item.label === letterOf(i), `${nameOf(sheet)}: ${item?.label}`);
    }
    for (const item of itemsIn(briefing, "statements")) {
      const signs = spoken(item, "flag").filter(({ text }) => text.startsWith("≠"));
      const due = HARBOUR.disputes.flatMap(({ sides }, i) =>
        sides.some(({ statements }) => statements.includes(item.statement ?? "")) ? [letterOf(i)] : [],
      );
      assert.deepEqual(
        signs.map(({ text }) => text),
        due.map((letter) => `≠${letter}`),
        `${nameOf(sheet)}: ${item.anchor}`,
      );
      for (const [i, { href, target }] of signs.entries()) {
        const letter = due[i] ?? "";
        assert.deepEqual(target, { dispute: letter });
        if (printed.has(letter)) assert.equal(href, undefined);
        else assert.ok(href?.endsWith(`/all#dispute-${letter}`), href);
      }
    }
  }
});

test("where a letter leads that is not on the sheet, there is its dispute", () => {
  for (const [i, { id, issue }] of HARBOUR.disputes.entries()) {
    const all = composeAll(EDITION, { kind: "issue", id: issue }, "de");
    const item = itemsIn(all, "disputes").find(({ anchor }) => anchor === `dispute-${letterOf(i)}`);
    assert.ok(item !== undefined, id);
  }
});

test("a sheet that prints one side of a dispute says that there is another", () => {
  for (const {
    sheet,
    page: { briefing },
  } of OWN) {
    for (const item of itemsIn(briefing, "statements")) {
      const disputed = HARBOUR.disputes.some(({ sides }) =>
        sides.some(({ statements }) => statements.includes(item.statement ?? "")),
      );
      assert.equal(spoken(item, "flag").length > 0, disputed, `${nameOf(sheet)}: ${item.anchor}`);
    }
  }
});

test("every statement, event and dispute on every sheet is cited", () => {
  for (const {
    sheet,
    page: { briefing },
  } of PRINTED) {
    for (const style of ["statements", "events", "disputes"]) {
      for (const item of itemsIn(briefing, style)) {
        assert.ok(citationsIn(item).length > 0, `${nameOf(sheet)}: ${item.anchor} has no citation`);
      }
    }
    assert.ok(
      [...articlesByNumber(briefing).values()].every((articles) => articles.size === 1),
      `${nameOf(sheet)}: a number is used for two articles`,
    );
  }
});

test("sources are numbered by the library, the same on every sheet, and each that is cited has its entry", () => {
  for (const {
    sheet,
    page: { briefing },
  } of PRINTED) {
    const citations = [...JSON.stringify(briefing.sections).matchAll(/"text":"(\d+)¶\d+"/g)];
    const order = [...new Set(citations.map(([, number]) => Number(number)))].sort((a, b) => a - b);
    const entries = itemsIn(briefing, "sources");
    assert.deepEqual(
      entries.map(({ label }) => label),
      order.map(String),
      nameOf(sheet),
    );
    for (const number of order) {
      const entry = entries.find(({ label }) => label === String(number));
      describes(sheet, entry, HARBOUR.articles[number - 1]?.id ?? "");
    }
    for (const [number, ids] of articlesByNumber(briefing)) assert.ok(ids.has(HARBOUR.articles[number - 1]?.id ?? ""));
  }
});

/** The entry says of the article what the text says of itself, and what it argues for. */
function describes({ language, ...sheet }: Sheet, entry: ListItem | undefined, id: string): void {
  const article = HARBOUR.articles.find((each) => each.id === id);
  const text = textIn(entry?.parts ?? []);
  assert.ok(article !== undefined);
  for (const fact of [article.outlet, article.author]) assert.ok(fact === null || text.includes(fact), text);
  assert.ok(
    text.includes(LANGUAGES[language]?.articleKinds[article.kind] ?? "-"),
    `${nameOf({ language, ...sheet })}: ${text}`,
  );
  for (const fact of [article.date === null ? article.dating : null, article.viewpoint]) {
    assert.ok(fact === null || text.includes(inLanguage(fact, language).text), text);
  }
}

test("that no contradiction was found is said only where nothing is disputed, no answers differ and none has changed", () => {
  const quiet = { ...HARBOUR, disputes: [] };
  const alike = {
    ...quiet,
    statements: quiet.statements.map((statement) => ({
      ...statement,
      supersedes: null,
      answer: statement.answer === null ? null : { ...statement.answer, value: "yes" as const },
    })),
  };
  const [older, newer] = alike.statements.filter(
    ({ issue, actor }, _, all) => all[0]?.issue === issue && all[0]?.actor === actor,
  );
  const changed = {
    ...alike,
    statements: alike.statements.map((each) =>
      each.id === newer?.id ? { ...each, supersedes: older?.id ?? "" } : each,
    ),
  };
  const sentences = new Set(Object.values(LANGUAGES).map(({ noDisputes }) => noDisputes));
  const said = (library: typeof HARBOUR): ReadonlySet<string> =>
    new Set(
      sheetsOf(library).flatMap((sheet) => {
        const page = pageOf(editionOf(library), sheet);
        const words = page.briefing.sections
          .flatMap(({ parts }) => parts)
          .flatMap((part) => ("runs" in part ? part.runs : []));
        return words.some(({ text }) => sentences.has(text)) ? [sheet.topic.id] : [];
      }),
    );
  const topics = (library: typeof HARBOUR) => new Set(sheetsOf(library).map(({ topic }) => topic.id));
  assert.deepEqual(said(HARBOUR).intersection(new Set(HARBOUR.disputes.map(({ issue }) => issue))), new Set());
  assert.deepEqual(said(alike), topics(alike));
  assert.ok(!said(quiet).has("overview") && said(quiet).size < topics(quiet).size);
  assert.deepEqual(topics(changed).difference(said(changed)), new Set(["overview", older?.actor, older?.issue]));
});
