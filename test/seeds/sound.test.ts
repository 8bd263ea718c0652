/**
 * What is asked of any library that a site publishes: it is sound, and every sheet of it is one page in every language and
 * on every paper, with all words where they belong and nothing left out unsaid. In: the library in `seeds/`. It asks
 * nothing of what the library says.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { topicsOf } from "../../src/model/topic.ts";
import { hyphenationFor } from "../../src/typeset/text/hyphenations.ts";
import { editionOf } from "../support/edition.ts";
import { vowelless } from "../support/hyphenation.ts";
import { complaintsAbout } from "../support/page-complaints.ts";
import { nameOf, pageOf, sheetsOf } from "../support/sheets.ts";
import { SEEDS, WARNINGS } from "./seeds.ts";

const EDITION = editionOf(SEEDS);

test("the library is sound: nothing is warned of but translations that are missing and files beside it", () => {
  const others = WARNINGS.filter(({ reason }) => !/translat|is not read/.test(reason));
  assert.deepEqual(others, []);
});

test("no German word of it is divided into a syllable without a vowel", () => {
  const words = new Set(JSON.stringify(SEEDS).match(/\p{L}+/gu));
  const { hyphenate } = hyphenationFor("de");
  assert.deepEqual(
    [...words].filter((word) => vowelless(word, hyphenate(word)).length > 0),
    [],
  );
});

for (const topic of topicsOf(SEEDS)) {
  test(`every sheet of ${topic.id} is one sound page`, () => {
    const complaints = sheetsOf(SEEDS)
      .filter((sheet) => sheet.topic.id === topic.id)
      .flatMap((sheet) =>
        complaintsAbout(pageOf(EDITION, sheet), sheet, EDITION).map((complaint) => `${nameOf(sheet)}: ${complaint}`),
      );
    assert.deepEqual(complaints, []);
  });
}
