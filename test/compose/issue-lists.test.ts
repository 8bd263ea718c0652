/**
 * Pages on which there would be too much list issues instead: from which number on, that all of it is still found by
 * their links, that they count truly, and that they stay small. What was printed in full below that number is.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { composeAll } from "../../src/compose/compose-all.ts";
import { composeChanges } from "../../src/compose/compose-changes.ts";
import { MOST_ON_A_PAGE } from "../../src/compose/sections/issue-list.ts";
import { WORD_FORMATS } from "../../src/formats/formats.ts";
import type { Briefing, ListItem, Part } from "../../src/model/briefing.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Statement } from "../../src/model/library.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { SINCE } from "../support/changes.ts";
import { compareLibraries } from "../support/comparison.ts";
import { sectionText, shownIn } from "../support/compose.ts";
import { editionOf, SITE } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { issueListsOf, largeEdition } from "../support/large.ts";
import { dispute, event, smallLibrary, statement } from "../support/small.ts";
import { itemsIn } from "../support/tally.ts";

const OVERVIEW = { id: "overview", kind: "overview" } as const;
const KYIV = { id: "kyiv", kind: "actor" } as const;
const many = (n: number, own: Partial<Statement> = {}): readonly Statement[] =>
  Array.from({ length: n }, (_, i) => statement(`s-${own.actor ?? "kyiv"}-${i}`, own));

const LARGE = largeEdition(HARBOUR, 300);

const rowsOf = (briefing: Briefing): readonly ListItem[] => [
  ...itemsIn(briefing, "statements"),
  ...itemsIn(briefing, "changes"),
];
const textOf = ({ parts }: ListItem): string =>
  parts
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join("")
    .replaceAll("\u00a0", " ");

interface Led {
  readonly edition: string;
  readonly issue: string;
  readonly anchor: string;
}

/** Where the links of a row lead; each is the complete page of an issue, in an edition that is named. */
const leadsOf = ({ parts }: ListItem): readonly Led[] =>
  parts
    .flatMap(({ runs }) => runs.flatMap(({ href }) => href ?? []))
    .map((href) => {
      const { origin, pathname, hash } = new URL(href);
      const [, edition = "", , issue = "", below] = pathname.split("/");
      assert.deepEqual([origin, below], [SITE, "all"], href);
      return { edition, issue, anchor: hash.slice(1) };
    });

const anchorsIn = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap((part) => (part.kind === "group" ? [part.anchor, ...anchorsIn(part.parts)] : []));

test("up to the number a page has every statement, beyond it counts them by issue", () => {
  const pageOf = (statements: readonly Statement[], topic: Parameters<typeof composeAll>[1]) =>
    composeAll(editionOf(smallLibrary({ statements: [...statements] })), topic, "en");
  for (const topic of [OVERVIEW, KYIV]) {
    const full = pageOf(many(MOST_ON_A_PAGE), topic);
    assert.equal(shownIn(full).length, MOST_ON_A_PAGE);
    assert.equal(sectionText(full, "omitted"), "");
    const list = pageOf(many(MOST_ON_A_PAGE + 1), topic);
    assert.deepEqual(list.tally.statements, { shown: 0, total: MOST_ON_A_PAGE + 1 });
    assert.match(sectionText(list, "omitted"), /^1001 statements and 2 lines of answers are too much for one page\./);
    const rows = rowsOf(list).map(textOf);
    const none = topic === OVERVIEW ? ["Title of territory: 0 statements"] : [];
    assert.deepEqual(rows, ["Title of ceasefire: 1001 statements", ...none]);
  }
  // What others say is no reason to list what an actor says, and the page of an issue is never divided.
  const shared = [...many(600), ...many(600, { actor: "moscow" })];
  assert.equal(shownIn(pageOf(shared, OVERVIEW)).join(""), "");
  assert.equal(shownIn(pageOf(shared, KYIV)).length, 600);
  assert.equal(shownIn(pageOf(shared, { id: "ceasefire", kind: "issue" })).length, 1200);
});

test("of more issues than that a page lists them, for each would be a line of answers", () => {
  const [issue] = smallLibrary({}).issues;
  assert.ok(issue !== undefined);
  const issuesOf = (n: number) => Array.from({ length: n }, (_, i) => ({ ...issue, id: `issue-${i}` }));
  const pageOf = (n: number) =>
    composeAll(
      editionOf(smallLibrary({ issues: issuesOf(n), statements: [statement("one", { issue: "issue-3" })] })),
      KYIV,
      "en",
    );
  assert.deepEqual(shownIn(pageOf(MOST_ON_A_PAGE)), ["one"]);
  const list = pageOf(MOST_ON_A_PAGE + 1);
  assert.deepEqual(rowsOf(list).map(textOf), ["Title of ceasefire: 1 statement"]);
  assert.deepEqual(list.tally.answers, { shown: 0, total: MOST_ON_A_PAGE + 1 });
});

test("up to the number the page of changes tells each, beyond it counts them, whatever it compares with", () => {
  for (const since of [SINCE, "2026-W40"]) {
    for (const [n, told] of [
      [MOST_ON_A_PAGE, MOST_ON_A_PAGE],
      [MOST_ON_A_PAGE + 1, 0],
    ] as const) {
      const library = smallLibrary({ statements: [...many(n)] });
      const before = smallLibrary({});
      const edition = { ...editionOf(library), changes: compareLibraries(SINCE, before, library) };
      const page = composeChanges(edition, compareLibraries(since, before, library), "en");
      assert.deepEqual(page.tally.changes, { shown: told, total: n });
      assert.equal(itemsIn(page, "changes").filter(({ change }) => change !== undefined).length, told);
      assert.equal(page.summary, `Compared with edition ${since}: ${n} new.`);
      assert.equal(page.links.permanent.endsWith(`?since=${since}`), since !== SINCE);
      if (told === 0) assert.match(sectionText(page, "omitted"), new RegExp(`^1001 changes .* in edition ${since}\\.`));
    }
  }
});

test("every statement, dispute and event is reached by following the links of a list", () => {
  const { edition } = LARGE;
  const { library } = edition;
  const pages = new Map<string, Briefing>();
  const open = (issue: string): Briefing => {
    const page = pages.get(issue) ?? composeAll(edition, { id: issue, kind: "issue" }, "uk");
    pages.set(issue, page);
    return page;
  };
  const [talker] = library.actors;
  const [overview, own] = issueListsOf(LARGE, "uk");
  assert.ok(talker !== undefined && overview !== undefined && own !== undefined);
  const found = {
    statements: new Set<string>(),
    events: new Set(itemsIn(overview, "events").map(({ anchor }) => anchor)),
  };
  let disputes = 0;
  for (const row of rowsOf(overview)) {
    const [led, ...others] = leadsOf(row);
    assert.ok(led?.edition === edition.id && others.length === 0);
    const page = open(led.issue);
    for (const id of shownIn(page)) found.statements.add(id);
    for (const { anchor } of itemsIn(page, "events")) found.events.add(anchor);
    disputes += itemsIn(page, "disputes").length;
    // The row says what the page has.
    assert.ok(textOf(row).includes(`: ${shownIn(page).length} `), textOf(row));
    assert.equal(/≠/.test(textOf(row)), itemsIn(page, "disputes").length > 0, textOf(row));
  }
  assert.deepEqual([...found.statements].toSorted(), library.statements.map(({ id }) => id).toSorted());
  assert.deepEqual([...found.events].toSorted(), library.events.map(({ id }) => `event-${id}`).toSorted());
  assert.equal(disputes, library.disputes.length);

  const said = new Set(library.statements.filter(({ actor }) => actor === talker.id).map(({ id }) => id));
  assert.ok(said.size > MOST_ON_A_PAGE && said.size < library.statements.length);
  for (const row of rowsOf(own)) {
    const [led] = leadsOf(row);
    assert.ok(led !== undefined);
    const page = open(led.issue);
    assert.ok(anchorsIn(page.sections.flatMap(({ parts }) => parts)).includes(led.anchor), led.anchor);
    const told = shownIn(page).filter((id) => said.delete(id));
    assert.ok(textOf(row).includes(`: ${told.length} `), textOf(row));
  }
  assert.equal(said.size, 0);
});

test("every difference is reached: what is said now in this edition, what was said in the one compared with", () => {
  const { edition, earlier, come, gone, renamed, quiet } = LARGE;
  const { library, changes } = edition;
  assert.ok(changes !== null);
  const before = { ...editionOf(earlier), id: SINCE };
  const pages = new Map<string, Briefing>();
  const open = ({ edition: id, issue }: Led): Briefing => {
    const [of, key]: [Edition, string] = [id === SINCE ? before : edition, `${id} ${issue}`];
    assert.ok(
      of.library.issues.some((each) => each.id === issue),
      `${id} has no page on ${issue}`,
    );
    const page = pages.get(key) ?? composeAll(of, { id: issue, kind: "issue" }, "en");
    pages.set(key, page);
    return page;
  };
  const list = composeChanges(edition, changes, "en");
  const rows = new Map(rowsOf(list).map((row) => [row.anchor, row]));
  const now = new Set<string>();
  const then = new Set<string>();
  for (const row of rows.values())
    for (const led of leadsOf(row)) for (const id of shownIn(open(led))) (led.edition === SINCE ? then : now).add(id);
  for (const change of changes.statements) {
    assert.equal(now.has(change.id), change.kind !== "withdrawn", change.id);
    assert.equal(then.has(change.id), change.kind !== "new", change.id);
  }
  const row = (issue: string): string => {
    const found = rows.get(`changes-${issue}`);
    return found === undefined ? "" : textOf(found);
  };
  assert.match(row(come), /: 5 new, 1 dispute opened$/);
  assert.equal(row(quiet), "");
  assert.match(row(renamed.to), /: 5 changed$/);
  assert.equal(row(renamed.from), `Before: ${SITE.slice(8)}/${SINCE}/en/${renamed.from}/all: 5 changed`);
  assert.equal(row(gone), `Before: ${SITE.slice(8)}/${SINCE}/en/${gone}/all: 1 taken off`);
  const ordinary = library.issues.at(-1)?.id ?? "";
  assert.match(row(ordinary), new RegExp(`: 5 changed · Before: Edition ${SINCE}$`));
});

test("an issue on which something stayed as it was had a page before, and one whose statements all came had none", () => {
  const library = smallLibrary({
    statements: [
      ...many(MOST_ON_A_PAGE + 1),
      statement("stays", { issue: "territory" }),
      statement("came", { issue: "territory" }),
    ],
    disputes: [dispute("came", [["s-kyiv-0"], ["s-kyiv-1"]])],
  });
  const thenOf = (statements: readonly Statement[]): readonly string[] => {
    const changes = compareLibraries(SINCE, smallLibrary({ statements: [...statements] }), library);
    const page = composeChanges({ ...editionOf(library), changes }, changes, "en");
    return rowsOf(page).flatMap((row) =>
      leadsOf(row).flatMap(({ edition, issue }) => (edition === SINCE ? issue : [])),
    );
  };
  assert.deepEqual(thenOf([]), []);
  assert.deepEqual(thenOf([statement("stays", { issue: "territory" })]), ["territory"]);
  // What moved is told with both issues; only one of them had anything to say then.
  assert.deepEqual(thenOf([statement("came")]), ["ceasefire"]);
});

test("an event on an issue on which an actor said nothing is reached from the actor's list, as from its full page", () => {
  const elsewhere = event("elsewhere", "2025-08-16", { issues: ["territory"] });
  const told = (n: number) =>
    composeAll(editionOf(smallLibrary({ statements: [...many(n)], events: [elsewhere] })), KYIV, "en");
  assert.equal(itemsIn(told(3), "events").length, 1);
  const list = told(MOST_ON_A_PAGE + 1);
  assert.deepEqual(list.tally.events, { shown: 0, total: 1 });
  assert.deepEqual(rowsOf(list).map(textOf), [
    `Title of ceasefire: ${MOST_ON_A_PAGE + 1} statements`,
    "Title of territory: 0 statements, 1 event",
  ]);
  const led = rowsOf(list).flatMap((row) => leadsOf(row).map(({ issue }) => issue));
  assert.deepEqual(led, ["ceasefire", "territory"]);
});

test("events on no issue stay up to the number, and the rest is counted", () => {
  const events = Array.from({ length: MOST_ON_A_PAGE + 5 }, (_, i) => event(`e-${i}`, "2025-08-15"));
  const elsewhere = event("elsewhere", "2025-08-16", { issues: ["ceasefire", "territory"] });
  const library = smallLibrary({ statements: [...many(MOST_ON_A_PAGE + 1)], events: [...events, elsewhere] });
  const page = composeAll(editionOf(library), OVERVIEW, "en");
  assert.equal(itemsIn(page, "events").length, MOST_ON_A_PAGE);
  assert.deepEqual(page.tally.events, { shown: MOST_ON_A_PAGE, total: MOST_ON_A_PAGE + 6 });
  assert.match(sectionText(page, "timeline"), /5 more events concern all issues/);
  assert.match(
    rowsOf(page).map(textOf).join("\n"),
    /ceasefire: 1001 statements, 1 event\n.*territory: 0 statements, 1 event$/,
  );
});

test("what a list does not tell it does not count as told, and what it is made of it does not read", () => {
  const { edition } = LARGE;
  const unread = <T extends object>(entry: T): T =>
    new Proxy(entry, {
      get: (target, key) => {
        assert.ok(key !== "text" && key !== "citations", `a statement's ${String(key)} is read`);
        return Reflect.get(target, key) as unknown;
      },
    });
  const library = { ...edition.library, statements: edition.library.statements.map(unread) };
  for (const page of issueListsOf({ ...LARGE, edition: { ...edition, library } }, "de")) {
    const { statements, disputes, events, changes, answers } = page.tally;
    for (const { shown } of [statements, disputes, changes, answers]) assert.equal(shown, 0);
    assert.equal(events.shown, itemsIn(page, "events").length);
    assert.ok(statements.total > MOST_ON_A_PAGE || changes.total > MOST_ON_A_PAGE);
  }
});

test("a list of six hundred topics is small in every format, in the language that takes most bytes", () => {
  const large = largeEdition(HARBOUR, 600);
  assert.ok(topicsOf(large.edition.library).length === 600);
  // JSON spells out each run on lines of its own.
  const most: Readonly<Record<string, number>> = { html: 260_000, md: 160_000, txt: 160_000, json: 850_000 };
  for (const page of issueListsOf(large, "uk")) {
    for (const [ending, { writeWords }] of Object.entries(WORD_FORMATS)) {
      const bytes = Buffer.byteLength(writeWords(page));
      assert.ok(bytes < (most[ending] ?? 0), `${page.topic} ${ending}: ${bytes} bytes`);
    }
  }
});
