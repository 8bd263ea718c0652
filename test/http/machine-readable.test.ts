/**
 * What every page says of itself to machines, read back by parsers that are not ours: previews find title, words and
 * card, search engines and archives a report with its citations; no text of a library can add to either.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { composeAll } from "../../src/compose/compose-all.ts";
import { composeBriefing } from "../../src/compose/compose-briefing.ts";
import { composeCard } from "../../src/compose/compose-card.ts";
import { composeChanges } from "../../src/compose/compose-changes.ts";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import { visibleText } from "../../src/formats/visible-text.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Edition } from "../../src/model/edition.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { writeArchive } from "../../src/pages/write-archive.ts";
import { writeContents } from "../../src/pages/write-contents.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { templatesFor } from "../../templates/templates.ts";
import { editionOf, SITE } from "../support/edition.ts";
import { everyPart } from "../support/every-part.ts";
import { dataBlockOf, nodeOf, openGraphOf, typeOf, valuesOf } from "../support/machines.ts";
import { editionAfter, histories, libraryOf, recipes } from "../support/random.ts";
import { SEEDS } from "../support/sheets.ts";

const LICENCE = "https://creativecommons.org/licenses/by/4.0/";
const OVERVIEW = { id: "overview", kind: "overview" } as const;

interface Paged {
  readonly briefing: Briefing;
  /** Its address without site and edition. */
  readonly path: string;
  /** The topic of its card. */
  readonly card: string;
}

/** Sheets in each template, everything on a topic, and the page of changes. */
function pagesOf(edition: Edition): readonly Paged[] {
  return Object.keys(LANGUAGES).flatMap((language) => [
    ...topicsOf(edition.library).flatMap((topic) => [
      ...templatesFor(topic.kind).map((template) => ({
        briefing: composeBriefing(edition, { topic, language, template }),
        path: `/${language}/${topic.id}`,
        card: topic.id,
      })),
      {
        briefing: composeAll(edition, topic, language),
        path: `/${language}/${topic.id}/all`,
        card: topic.id,
      },
    ]),
    { briefing: composeChanges(edition, edition.changes, language), path: `/${language}/changes`, card: "overview" },
  ]);
}

const EDITION = editionOf(SEEDS);
const PAGES = pagesOf(EDITION);

test("previews find what the page is called, what it says and its card", async () => {
  for (const { briefing, path, card } of PAGES) {
    const { language } = briefing;
    const found = await openGraphOf(writeHtml(briefing));
    assert.equal(found.ogTitle, briefing.title, path);
    assert.equal(found.ogDescription, briefing.summary, path);
    assert.equal(found.ogType, "article");
    assert.equal(found.ogSiteName, "Einblatt");
    assert.equal(found.ogUrl, `${SITE}${path}`);
    assert.match(found.ogLocale ?? "", new RegExp(`^${language}_[A-Z]{2}$`));
    assert.equal(found.twitterCard, "summary_large_image");
    assert.deepEqual([found.articlePublishedTime, found.articleModifiedTime], [EDITION.issued, EDITION.issued]);
    assert.ok((found.articleSection ?? "").length > 0);
    assert.equal(found.ogImage?.length, 1, path);
    const topic = topicsOf(SEEDS).find(({ id }) => id === card);
    assert.ok(topic !== undefined);
    assert.deepEqual(
      { ...found.ogImage?.[0] },
      {
        url: `${SITE}/${EDITION.id}/${language}/${card}.png`,
        width: "1200",
        height: "630",
        type: "image/png",
        alt: composeCard(EDITION, topic, language).alt,
      },
      path,
    );
  }
});

test("other languages are named as alternates in the form that Open Graph wants", () => {
  const html = writeHtml(everyPart);
  const found = [...html.matchAll(/<meta property="og:locale:alternate" content="([a-z]{2}_[A-Z]{2})">/g)];
  assert.equal(found.length, Object.keys(LANGUAGES).length - 1);
});

test("to schema.org a page is a report with its date, licence, language, edition and citations", async () => {
  for (const { briefing, path } of PAGES) {
    const html = writeHtml(briefing);
    const node = await nodeOf(html);
    const one = (term: string): unknown => {
      const values = valuesOf(node, term);
      assert.equal(values.length, 1, `${path}: ${term}`);
      return values[0];
    };
    assert.equal(typeOf(node), "Report");
    assert.equal((node as unknown as { "@id": string })["@id"], `${SITE}/${EDITION.id}${path}`);
    assert.equal(one("headline"), visibleText(briefing.title));
    assert.equal(one("inLanguage"), briefing.language);
    assert.equal(one("identifier"), EDITION.id);
    assert.equal(one("license"), LICENCE);
    assert.equal(one("mainEntityOfPage"), `${SITE}${path}`);
    assert.deepEqual([one("datePublished"), one("dateModified")], [EDITION.issued, EDITION.issued]);
    assert.equal(one("digitalSourceType"), "https://schema.org/TrainedAlgorithmicMediaDigitalSource");
    for (const term of ["author", "publisher"]) assert.equal(typeOf(one(term) as object), "Organization");
    assert.equal(valuesOf(node, "editor").length, 0, "nobody has reviewed the seeds");
    const pdf = valuesOf(node, "encoding");
    const isSheet = html.includes('type="application/pdf"');
    assert.equal(pdf.length, isSheet ? 1 : 0, path);
    if (isSheet) assert.ok(html.includes(String(valuesOf(pdf[0] as object, "contentUrl")[0])), path);

    const items = briefing.sections.flatMap(({ parts }) => parts).filter((part) => part.kind === "list");
    const sources = items.find(({ style }) => style === "sources")?.items ?? [];
    const citations = valuesOf(node, "citation") as object[];
    assert.equal(citations.length, sources.length, path);
    citations.forEach((citation, i) => {
      assert.deepEqual(valuesOf(citation, "position"), [Number(sources[i]?.label)]);
      const words = sources[i]?.parts.flatMap(({ runs }) => runs.map(({ text }) => text)).join("") ?? "";
      const names = ["author", "publisher"].flatMap((term) => valuesOf(citation, term)) as object[];
      for (const name of names.flatMap((each) => valuesOf(each, "name")))
        assert.ok(words.includes(String(name)), words);
    });
  }
});

test("of an article nothing is said that it does not say itself", async () => {
  const node = await nodeOf(writeHtml(composeAll(EDITION, OVERVIEW, "de")));
  const citations = valuesOf(node, "citation") as object[];
  const said = (term: string) => citations.filter((citation) => valuesOf(citation, term).length > 0).length;
  const known = (key: "author" | "outlet" | "date") => SEEDS.articles.filter((article) => article[key] !== null).length;
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
  await fc.assert(
    fc.asyncProperty(recipes, fc.nat(), histories, async (recipe, place, history) => {
      const pages = pagesOf(editionAfter(libraryOf(recipe), recipe, history));
      const { briefing } = pages[place % pages.length] as Paged;
      const page = writeHtml(briefing);
      const { ogImage } = await openGraphOf(page);
      assert.equal(ogImage?.length, 1);
      const [headline] = valuesOf(await nodeOf(page), "headline");
      assert.equal(headline, visibleText(briefing.title));
    }),
    { numRuns: 25, seed: 20261119 },
  );
});
