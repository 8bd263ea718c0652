/** What poppler's tools tell of every sheet that readers get who ask for nothing special, on both papers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { POPPLER_RULES, printedOf } from "../support/poppler-rules.ts";
import { ownSheetsOf } from "../support/sheets.ts";

const PRINTED = ownSheetsOf(HARBOUR).map((sheet) => printedOf(editionOf(HARBOUR), sheet));

for (const [rule, { missing, check }] of Object.entries(POPPLER_RULES)) {
  test(`on all ${PRINTED.length} sheets ${rule}`, { skip: missing }, () => {
    assert.deepEqual(PRINTED.flatMap(check), []);
  });
}
