/** Hyphenation agrees with the package that its patterns come from, on thousands of words made of the patterns' letters. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { disagreements, PACKAGES } from "../support/hyphenation.ts";

for (const language of Object.keys(PACKAGES)) {
  test(`${language} agrees with the package on ten thousand words`, () => {
    assert.deepEqual(disagreements(language, 10_000), []);
  });
}
