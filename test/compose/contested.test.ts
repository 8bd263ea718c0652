/**
 * Where the articles disagree the sheet says so, with the sources of every side. The disputes that matter most are named
 * here one by one; beyond them no sheet of any topic may print only one side of a dispute, no statement stands without a
 * citation, and every number printed leads to the article it stands for.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Briefing, ListItem, Run } from "../../src/model/briefing.ts";
import type { Citation, Dispute } from "../../src/model/library.ts";
import { inLanguage } from "../../src/model/localized.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { editionOf } from "../support/edition.ts";
import { nameOf, ownSheetsOf, pageOf, SEEDS, type Sheet, sheetsOf } from "../support/sheets.ts";
import { itemsIn } from "../support/tally.ts";
import { byOwner, printed, visible } from "../support/words.ts";

const EDITION = editionOf(SEEDS);
const STATEMENTS = new Map(SEEDS.statements.map((statement) => [statement.id, statement]));

/** What the readers must not miss, by the dispute that says it and the actor it is about. */
const MUST_SHOW = [
  { topic: "ceasefire", dispute: "washington-ceasefire-dropped", actor: "washington", kind: "change" },
  { topic: "ceasefire", dispute: "kyiv-wants-a-ceasefire", actor: "kyiv", kind: "contradiction" },
  { topic: "territory", dispute: "moscow-territorial-line", actor: "moscow", kind: "contradiction" },
  { topic: "security-guarantees", dispute: "washington-gives-guarantees", actor: "washington", kind: "contradiction" },
] as const;

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
    learn(citationsIn(item), SEEDS.events.find(({ id }) => item.anchor === `event-${id}`)?.citations ?? []);
  }
  return articles;
}

for (const { topic, dispute: id, actor, kind } of MUST_SHOW) {
  test(`${topic} shows ${id}, in every language and on both papers`, () => {
    const dispute = SEEDS.disputes.find((each) => each.id === id);
    assert.ok(dispute !== undefined, `the seeds have the dispute ${id}`);
    assert.equal(dispute.kind, kind);
    assert.ok(dispute.sides.some(({ statements }) => statements.some((each) => STATEMENTS.get(each)?.actor === actor)));
    const involved = new Set(citationsOf(dispute).map(({ article }) => article));
    assert.ok(involved.size >= 2, "the sides rest on different articles");
    for (const sheet of ownSheetsOf(SEEDS).filter((each) => each.topic.id === topic)) {
      const page = pageOf(EDITION, sheet);
      const item = itemOf(page.briefing, dispute);
      assert.ok(item !== undefined, nameOf(sheet));
      assert.match(textIn(item.parts), new RegExp(LANGUAGES[sheet.language]?.disputeKinds[kind] ?? "-"), nameOf(sheet));
      const said = visible(textIn(item.parts));
      for (const side of dispute.sides)
        assert.ok(said.includes(visible(inLanguage(side.text, sheet.language).text)), nameOf(sheet));
      const shown = item.parts.map((part) => printed(byOwner(page).get(part) ?? [])).join(" ");
      assert.equal(shown, visible(said), `${nameOf(sheet)}: all of it is on the page`);
      const numbers = new Set(citationsIn(item).map(({ text }) => text.split("¶")[0]));
      assert.equal(numbers.size, involved.size, `${nameOf(sheet)} cites every article involved`);
    }
  });
}

test("a statement in a dispute on the sheet carries its flag, and flags lead to disputes on the sheet", () => {
  for (const sheet of sheetsOf(SEEDS)) {
    const { briefing } = pageOf(EDITION, sheet);
    const disputes = new Map(
      SEEDS.disputes.flatMap((dispute) => {
        const item = itemOf(briefing, dispute);
        return item === undefined ? [] : [[item.label ?? "", dispute] as const];
      }),
    );
    assert.equal(disputes.size, itemsIn(briefing, "disputes").length, `${nameOf(sheet)}: one letter a dispute`);
    for (const item of itemsIn(briefing, "statements")) {
      const flags = spoken(item, "flag").map(({ text }) => text);
      const due = [...disputes].filter(([, { sides }]) =>
        sides.some(({ statements }) => statements.includes(item.statement ?? "")),
      );
      const elsewhere = SEEDS.disputes.some(
        (dispute) =>
          itemOf(briefing, dispute) === undefined &&
          dispute.sides.some(({ statements }) => statements.includes(item.statement ?? "")),
      );
      const letters = due.map(([letter]) => `≠${letter}`);
      // A flag without a letter stands only where no dispute of the statement's is on the sheet.
      assert.deepEqual(flags, letters.length === 0 && elsewhere ? ["≠"] : letters, `${nameOf(sheet)}: ${item.anchor}`);
    }
  }
});

test("a sheet that prints one side of a dispute says that there is another", () => {
  for (const sheet of ownSheetsOf(SEEDS)) {
    const { briefing } = pageOf(EDITION, sheet);
    for (const item of itemsIn(briefing, "statements")) {
      const disputed = SEEDS.disputes.some(({ sides }) =>
        sides.some(({ statements }) => statements.includes(item.statement ?? "")),
      );
      assert.equal(spoken(item, "flag").length > 0, disputed, `${nameOf(sheet)}: ${item.anchor}`);
    }
  }
});

test("every statement, event and dispute on every sheet is cited", () => {
  for (const sheet of sheetsOf(SEEDS)) {
    const { briefing } = pageOf(EDITION, sheet);
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

test("sources are numbered in the order of their first citation, and each has its entry", () => {
  for (const sheet of sheetsOf(SEEDS)) {
    const { briefing } = pageOf(EDITION, sheet);
    const citations = [...JSON.stringify(briefing.sections).matchAll(/"text":"(\d+)¶\d+"/g)];
    const order = [...new Set(citations.map(([, number]) => Number(number)))];
    assert.deepEqual(
      order,
      order.map((_, i) => i + 1),
      nameOf(sheet),
    );
    const entries = itemsIn(briefing, "sources");
    assert.deepEqual(
      entries.map(({ label }) => label),
      order.map(String),
      nameOf(sheet),
    );
    for (const [number, [id]] of [...articlesByNumber(briefing)].map(([n, ids]) => [n, [...ids]] as const)) {
      describes(sheet, entries[number - 1], id ?? "");
    }
  }
});

/** The entry says of the article what the text says of itself, and what it argues for. */
function describes({ language, ...sheet }: Sheet, entry: ListItem | undefined, id: string): void {
  const article = SEEDS.articles.find((each) => each.id === id);
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
