/** Every format carries the same words in the same order, for a briefing of every part and for all of the seeds. */
import assert from "node:assert/strict";
import test from "node:test";
import { composeAll } from "../../src/compose/compose-all.ts";
import { composeBriefing } from "../../src/compose/compose-briefing.ts";
import { composeChanges } from "../../src/compose/compose-changes.ts";
import { type Ending, FORMATS, WORD_FORMATS } from "../../src/formats/formats.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Page } from "../../src/model/page.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { CORRECTION, newsIn } from "../support/changes.ts";
import { editionOf } from "../support/edition.ts";
import { everyPart } from "../support/every-part.ts";
import { wordsOf, wordsOfHtml, wordsOfJson, wordsOfMarkdown, wordsOfText } from "../support/format-words.ts";
import { issueListsOf, largeEdition } from "../support/large.ts";
import { SEEDS, sheetsOf } from "../support/sheets.ts";

const READERS: Readonly<Record<Exclude<Ending, "pdf">, (written: string) => readonly string[]>> = {
  html: wordsOfHtml,
  md: wordsOfMarkdown,
  txt: wordsOfText,
  json: wordsOfJson,
};

function check(briefing: Briefing): void {
  for (const [ending, { writeWords }] of Object.entries(WORD_FORMATS)) {
    const read = READERS[ending as keyof typeof READERS];
    // Bars part columns, and plain text prints an address in full: both must be left out of the comparison.
    const plain = (words: readonly string[]) =>
      words.filter((word) => word !== "|").map((word) => word.replace(/^https?:\/\//, ""));
    assert.deepEqual(
      plain(read(writeWords(briefing))),
      plain(wordsOf(briefing, ending === "txt")),
      `${briefing.topic} ${ending}`,
    );
  }
}

test("a briefing of every part says the same in every format", () => check(everyPart));

test("the seeds say the same in every format, template and language, and with nothing left out", () => {
  const edition = editionOf(SEEDS);
  for (const { topic, language, template, paper } of sheetsOf(SEEDS)) {
    if (paper === "a4") check(composeBriefing(edition, { topic, language, template }));
  }
  for (const topic of topicsOf(SEEDS)) {
    for (const language of Object.keys(LANGUAGES)) check(composeAll(edition, topic, language));
  }
});

test("what has changed, and why, is said the same in every format, template and language", () => {
  const { edition } = newsIn(SEEDS);
  const corrected = { ...edition, correction: CORRECTION };
  for (const { topic, language, template, paper } of sheetsOf(SEEDS)) {
    if (paper === "a4") check(composeBriefing(corrected, { topic, language, template }));
  }
  for (const language of Object.keys(LANGUAGES)) {
    for (const topic of topicsOf(SEEDS)) check(composeAll(corrected, topic, language));
    check(composeChanges(corrected, corrected.changes, language));
  }
});

test("a list of issues says the same in every format and language", () => {
  const large = largeEdition(SEEDS, 300);
  for (const language of Object.keys(LANGUAGES)) for (const page of issueListsOf(large, language)) check(page);
});

test("equal briefings give equal text, and a page is written from its briefing", () => {
  for (const ending of ["html", "md", "txt", "json"] as const) {
    const once = WORD_FORMATS[ending].writeWords(everyPart);
    assert.equal(WORD_FORMATS[ending].writeWords(structuredClone(everyPart)), once);
    assert.equal(FORMATS[ending].write({ briefing: everyPart } as Page), once);
    assert.equal(FORMATS[ending].ending, ending);
    assert.ok(once.endsWith("\n"));
  }
});
