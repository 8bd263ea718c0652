/** What every page in every language says of itself to machines, and what pages of many random libraries say. */
import { test } from "node:test";
import { newsIn } from "../support/changes.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { assertOfRandomEditions, assertPreview, assertReport, pagesOf } from "../support/machine-pages.ts";

const { edition } = newsIn(HARBOUR);

test("previews find what the page is called, what it says and its card", async () => {
  for (const page of pagesOf(edition)) await assertPreview(edition, page);
});

test("to schema.org a page is a report with its date, licence, language, edition and citations", async () => {
  for (const page of pagesOf(edition)) await assertReport(edition, page);
});

test("hostile text stays text in whatever library", async () => {
  await assertOfRandomEditions(25);
});
