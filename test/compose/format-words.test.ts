/** Every format carries the same words in the same order, for a briefing of every part and for all sheets of a library. */
import assert from "node:assert/strict";
import test from "node:test";
import { composeAll } from "../../src/compose/compose-all.ts";
import { composeBriefing } from "../../src/compose/compose-briefing.ts";
import { composeChanges } from "../../src/compose/compose-changes.ts";
import { FORMATS, WORD_FORMATS } from "../../src/formats/formats.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Page } from "../../src/model/page.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { CORRECTION, newsIn } from "../support/changes.ts";
import { editionOf } from "../support/edition.ts";
import { everyPart } from "../support/every-part.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { formatComplaints } from "../support/format-words.ts";
import { issueListsOf, largeEdition } from "../support/large.ts";
import { sheetsOf } from "../support/sheets.ts";

/** Everything there is to read in an edition but the list of its topics. */
function briefingsOf(edition: Edition): readonly Briefing[] {
  const sheets = sheetsOf(edition.library).filter(({ paper }) => paper === "a4");
  const languages = Object.keys(LANGUAGES);
  return [
    ...sheets.map((sheet) => composeBriefing(edition, sheet)),
    ...topicsOf(edition.library).flatMap((topic) => languages.map((each) => composeAll(edition, topic, each))),
    ...languages.map((language) => composeChanges(edition, edition.changes, language)),
  ];
}

test("a briefing of every part says the same in every format", () => {
  assert.deepEqual(formatComplaints(everyPart), []);
});

test("an edition says the same in every format, template and language, and with nothing left out", () => {
  assert.deepEqual(
    briefingsOf(editionOf(HARBOUR)).flatMap((each) => formatComplaints(each)),
    [],
  );
});

test("what has changed, and why, is said the same in every format, template and language", () => {
  const corrected = { ...newsIn(HARBOUR).edition, correction: CORRECTION };
  assert.deepEqual(
    briefingsOf(corrected).flatMap((each) => formatComplaints(each)),
    [],
  );
});

test("a list of issues says the same in every format", () => {
  assert.deepEqual(
    issueListsOf(largeEdition(HARBOUR, 300), "de").flatMap((each) => formatComplaints(each)),
    [],
  );
});

test("a word more, a word less and a word that is another one are noticed", () => {
  const [first, ...others] = everyPart.sections;
  assert.ok(first !== undefined);
  const { json } = WORD_FORMATS;
  for (const sections of [[...everyPart.sections, first], others, [first, first, ...others.slice(1)]]) {
    const writeWords = (briefing: Briefing): string => json.writeWords({ ...briefing, sections });
    const found = formatComplaints(everyPart, { ...WORD_FORMATS, json: { ...json, writeWords } });
    assert.match(found.join("\n"), /^[^\n]*\.json: “.*” where the briefing says “.*”$/);
  }
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
