/** Pages that list issues carry the same words in every format and in each language, as the sheets of any library do. */
import assert from "node:assert/strict";
import test from "node:test";
import { LANGUAGES } from "../../templates/languages.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { formatComplaints } from "../support/format-words.ts";
import { issueListsOf, largeEdition } from "../support/large.ts";

const LARGE = largeEdition(HARBOUR, 300);

for (const language of Object.keys(LANGUAGES)) {
  test(`a list of issues in ${language} says the same in every format`, () => {
    assert.deepEqual(
      issueListsOf(LARGE, language).flatMap((each) => formatComplaints(each)),
      [],
    );
  });
}
