/** The JSON is what docs/json.md says it is, no key more and no key less. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { JSON_SCHEMA, writeJson } from "../../src/formats/json.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import { everyPart } from "../support/every-part.ts";

const doc = readFileSync("docs/json.md", "utf8");

/** What the value below a key is called in the document; parts are called by their kind. */
const NAMES: Readonly<Record<string, string>> = {
  edition: "edition",
  tally: "tally",
  links: "links",
  sections: "section",
  sources: "source",
  items: "item",
  rows: "row",
  cells: "cell",
  runs: "run",
  target: "target",
  answer: "answer",
  citations: "citation",
  change: "change",
  entryChange: "entryChange",
  dots: "dot",
  ticks: "tick",
};

/** The same in an edition that has none before it and corrects none. */
const FIRST: Briefing = {
  ...everyPart,
  since: null,
  corrects: null,
  links: { ...everyPart.links, changes: null },
  sections: everyPart.sections.filter(({ kind }) => kind !== "changes"),
};

type Keys = Map<string, { readonly all: Set<string>; readonly always: Set<string> }>;

function writtenKeys(): Keys {
  const keys: Keys = new Map();
  const visit = (name: string, value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) visit(name, entry);
    if (Array.isArray(value) || typeof value !== "object" || value === null) return;
    const own = Object.keys(value);
    const known = keys.get(name);
    keys.set(name, {
      all: new Set([...(known?.all ?? []), ...own]),
      always: known === undefined ? new Set(own) : new Set(own.filter((key) => known.always.has(key))),
    });
    for (const [key, inner] of Object.entries(value)) {
      if (name === "tally") visit("count", inner);
      else if (key === "parts") for (const part of inner as { kind: string }[]) visit(part.kind, part);
      else visit(NAMES[key] ?? key, inner);
    }
  };
  for (const briefing of [everyPart, FIRST]) visit("briefing", JSON.parse(writeJson(briefing)));
  return keys;
}

function documentedKeys(): Keys {
  const keys: Keys = new Map();
  for (const [, name = "", body = ""] of doc.matchAll(/^## (\w+)\n\| key \| value \|\n((?:\|.*\n)+)/gm)) {
    const rows = [...body.matchAll(/^\| `(\w+)`(\??) \|/gm)];
    keys.set(name, {
      all: new Set(rows.map(([, key = ""]) => key)),
      always: new Set(rows.flatMap(([, key = "", optional]) => (optional === "?" ? [] : [key]))),
    });
  }
  return keys;
}

test("docs/json.md names the keys that are written, and marks those that may be absent", () => {
  const [written, documented] = [writtenKeys(), documentedKeys()];
  assert.deepEqual([...documented.keys()].toSorted(), [...written.keys()].toSorted());
  for (const [name, { all, always }] of documented) {
    assert.deepEqual([...all].toSorted(), [...(written.get(name)?.all ?? [])].toSorted(), name);
    assert.deepEqual(
      [...always].toSorted(),
      [...(written.get(name)?.always ?? [])].toSorted(),
      `${name}, always there`,
    );
  }
});

test("the schema in the document is the one written, and the example is JSON", () => {
  assert.ok(doc.includes(`| \`schema\` | \`${JSON_SCHEMA}\` |`));
  const example = /```json\n(.*?)```/s.exec(doc)?.[1] ?? "";
  const { statement, citations } = JSON.parse(example) as { statement: string; citations: readonly object[] };
  assert.match(statement, /^[a-z0-9-]+$/);
  assert.deepEqual(citations.map(Object.keys), [["source", "paragraph"]]);
});

test("citations, flags and what was left out are numbers, not only words", () => {
  const { tally, sections } = JSON.parse(writeJson(everyPart));
  assert.deepEqual(tally.statements, { shown: 3, total: 9, omitted: 6 });
  const positions = sections.find(({ kind }: { kind: string }) => kind === "positions");
  const { items } = positions.parts[0].parts[2];
  assert.deepEqual(items[0].citations, [{ source: 1, paragraph: 9 }]);
  assert.deepEqual(items[0].disputes, ["A"]);
  assert.equal(items[1].parts[1].runs[0].lang, "uk");
});
