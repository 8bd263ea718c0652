/**
 * What every page says of itself to machines, read back by parsers that are not ours: previews find title, words and
 * card, search engines and archives a report with its citations; no text of a library can add to either.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { composeAll } from "../../src/compose/compose-all.ts";
import { composeCard } from "../../src/compose/compose-card.ts";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import { writeArchive } from "../../src/pages/write-archive.ts";
import { writeContents } from "../../src/pages/write-contents.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { editionOf, SITE } from "../support/edition.ts";
import { everyPart } from "../support/every-part.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { assertOfRandomEditions, assertPreview, assertReport, pagesIn } from "../support/machine-pages.ts";
import { dataBlockOf, nodeOf, openGraphOf, typeOf, valuesOf } from "../support/machines.ts";

const OVERVIEW = { id: "overview", kind: "overview" } as const;

const EDITION = editionOf(HARBOUR);
/** Every page in one language or another. */
const PAGES = Object.keys(LANGUAGES).flatMap((language, at, { length }) =>
  pagesIn(EDITION, language).filter((_, i) => i % length === at),
);

test("previews find what the page is called, what it says and its card", async () => {
  for (const page of PAGES) await assertPreview(EDITION, page);
});

test("other languages are named as alternates in the form that Open Graph wants", () => {
  const html = writeHtml(everyPart);
  const found = [...html.matchAll(/<meta property="og:locale:alternate" content="([a-z]{2}_[A-Z]{2})">/g)];
  assert.equal(found.length, Object.keys(LANGUAGES).length - 1);
});

test("to schema.org a page is a report with its date, licence, language, edition and citations", async () => {
  for (const page of PAGES) await assertReport(EDITION, page);
});

test("of an article nothing is said that it does not say itself", async () => {
  const node = await nodeOf(writeHtml(composeAll(EDITION, OVERVIEW, "de")));
  const citations = valuesOf(node, "citation") as object[];
  const said = (term: string) => citations.filter((citation) => valuesOf(citation, term).length > 0).length;
  const known = (key: "author" | "outlet" | "date") =>
    HARBOUR.articles.filter((article) => article[key] !== null).length;
  assert.deepEqual(
    [said("author"), said("publisher"), said("datePublished")],
    [known("author"), known("outlet"), known("date")],
  );
});

test("the contents and the list of editions say what they are", async () => {
  for (const language of Object.keys(LANGUAGES)) {
    const contents = writeContents(EDITION, language);
    const preview = await openGraphOf(contents);
    assert.equal(preview.ogType, "website");
    assert.equal(preview.ogImage?.[0]?.url, `${SITE}/${EDITION.id}/${language}/overview.png`);
    assert.equal(preview.ogImage?.[0]?.alt, composeCard(EDITION, OVERVIEW, language).alt);
    const issue = await nodeOf(contents);
    assert.equal(typeOf(issue), "PublicationIssue");
    assert.deepEqual(valuesOf(issue, "issueNumber"), [EDITION.id]);

    const archive = writeArchive({ entries: [], downloads: null, language, site: SITE });
    const found = await openGraphOf(archive);
    assert.equal(found.ogTitle, LANGUAGES[language]?.page.archive.title);
    assert.equal(found.ogImage, undefined);
    assert.equal(found.twitterCard, "summary");
    assert.equal(typeOf(await nodeOf(archive)), "Periodical");
  }
});

test("a correction and whoever answers for the summaries are told", async () => {
  const node = await nodeOf(writeHtml(everyPart));
  const [correction] = valuesOf(node, "correction") as object[];
  assert.ok(correction !== undefined);
  assert.deepEqual(valuesOf(correction, "text"), ["Помилка <в> даті."]);
  assert.deepEqual(valuesOf(valuesOf(node, "editor")[0] as object, "name"), ["Anna </script> Beispiel"]);
});

test("hostile text stays text: it ends no block and opens no element", async () => {
  const html = writeHtml(everyPart);
  assert.doesNotMatch(dataBlockOf(html), /[<>&\u2028\u2029]/);
  const found = await openGraphOf(html);
  assert.equal(found.ogImage?.[0]?.alt, everyPart.particulars.card?.alt);
  assert.equal(found.ogTitle, everyPart.title);
  const [first] = valuesOf(await nodeOf(html), "citation") as object[];
  assert.ok(first !== undefined);
  assert.deepEqual(valuesOf(valuesOf(first, "publisher")[0] as object, "name"), [
    everyPart.particulars.sources[0]?.outlet,
  ]);
  await assertOfRandomEditions(3);
});
