/**
 * Hostile words are words in every format of a sheet: each is held against that of a clean twin, and has no element,
 * attribute, address or key more, and says the words as often. In: a library every field of which is one such text. Every
 * address of a site, requests and notes of editors are tried in `hostile.deep.test.ts`.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMATS } from "../../src/formats/formats.ts";
import { pinnedAddress, versionLinks } from "../../src/http/answer/version-links.ts";
import { topicsOf } from "../../src/model/topic.ts";
import type { EditionEntry } from "../../src/store/edition-index.ts";
import { templatesFor } from "../../templates/templates.ts";
import { editionOf } from "../support/edition.ts";
import { CLEAN, HOSTILE, libraryFullOf, timesIn } from "../support/hostile.ts";
import { type Shape, shapeOf, surplus } from "../support/shape.ts";
import { pageOf } from "../support/sheets.ts";

const topic = topicsOf(libraryFullOf(CLEAN)).find(({ id }) => id === "ceasefire");
assert.ok(topic !== undefined);
const [template] = templatesFor(topic.kind);
assert.ok(template !== undefined);
const sheet = { topic, template, language: "en", paper: "a4" } as const;

/** The sheet in every format. */
async function shapesOf(text: string): Promise<ReadonlyMap<string, Shape>> {
  const page = pageOf(editionOf(libraryFullOf(text)), sheet);
  const shapes = new Map<string, Shape>();
  for (const { ending, contentType, write } of Object.values(FORMATS)) {
    const written = write(page);
    const bytes = typeof written === "string" ? new TextEncoder().encode(written) : written;
    shapes.set(ending, await shapeOf(contentType, bytes));
  }
  return shapes;
}

const clean = await shapesOf(CLEAN);

for (const [kind, text] of Object.entries(HOSTILE)) {
  test(`hostile words are words in every format: ${kind}`, async () => {
    for (const [ending, { parts, words }] of await shapesOf(text)) {
      const twin = clean.get(ending);
      assert.ok(twin !== undefined && timesIn(twin.words, CLEAN) > 0, ending);
      assert.deepEqual(surplus(parts, twin.parts), [], `${ending} has what its clean twin has not`);
      assert.deepEqual(surplus(twin.parts, parts), [], `${ending} has not what its clean twin has`);
      assert.equal(timesIn(words, text), timesIn(twin.words, CLEAN), ending);
    }
  });
}

test("a setting that nobody meant for a header cannot break out of it", () => {
  const entry = { id: "2026-W47", topics: [topic] } as unknown as EditionEntry;
  const versions = { newest: entry, predecessor: null, successor: null, corrections: [], revised: null };
  const variant = { kind: "all", topic, language: "de", ending: "md" } as const;
  const site = 'https://ex.ample\r\nX: 1>; rel="evil", <\u{1f600}\ud800';
  const served = { site, entry, versions, variant, pinned: false };
  for (const value of [versionLinks(served), pinnedAddress(served)]) {
    assert.doesNotMatch(value, /[^\x20-\x7e]|rel="evil"/);
    new Headers({ Link: value });
  }
});
