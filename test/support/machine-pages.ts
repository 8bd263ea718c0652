/**
 * The web pages of an edition and what each has to say of itself to machines, for the fast tests, which read each page in one
 * language or another, and the deep ones, which read all of them. In: an edition. Out: its pages, and assertions about one.
 */
import assert from "node:assert/strict";
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
import { LANGUAGES } from "../../templates/languages.ts";
import { templatesFor } from "../../templates/templates.ts";
import { SITE } from "./edition.ts";
import { nodeOf, openGraphOf, typeOf, valuesOf } from "./machines.ts";
import { editionAfter, histories, libraryOf, recipes } from "./random.ts";

const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

export interface Paged {
  readonly briefing: Briefing;
  /** Its address without site and edition. */
  readonly path: string;
  /** The topic of its card. */
  readonly card: string;
}

/** In one language: sheets in each template, everything on a topic, and the page of changes. */
export function pagesIn(edition: Edition, language: string): readonly Paged[] {
  return [
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
  ];
}

export function pagesOf(edition: Edition): readonly Paged[] {
  return Object.keys(LANGUAGES).flatMap((language) => pagesIn(edition, language));
}

export async function assertPreview(edition: Edition, { briefing, path, card }: Paged): Promise<void> {
  const { language } = briefing;
  const found = await openGraphOf(writeHtml(briefing));
  assert.equal(found.ogTitle, briefing.longTitle, path);
  assert.equal(found.ogDescription, briefing.summary, path);
  assert.equal(found.ogType, "article");
  assert.equal(found.ogSiteName, "Einblatt");
  assert.equal(found.ogUrl, `${SITE}${path}`);
  assert.match(found.ogLocale ?? "", new RegExp(`^${language}_[A-Z]{2}$`));
  assert.equal(found.twitterCard, "summary_large_image");
  assert.deepEqual([found.articlePublishedTime, found.articleModifiedTime], [edition.issued, edition.issued]);
  assert.ok((found.articleSection ?? "").length > 0);
  assert.equal(found.ogImage?.length, 1, path);
  const topic = topicsOf(edition.library).find(({ id }) => id === card);
  assert.ok(topic !== undefined);
  assert.deepEqual(
    { ...found.ogImage?.[0] },
    {
      url: `${SITE}/${edition.id}/${language}/${card}.png`,
      width: "1200",
      height: "630",
      type: "image/png",
      alt: composeCard(edition, topic, language).alt,
    },
    path,
  );
}

export async function assertReport(edition: Edition, { briefing, path }: Paged): Promise<void> {
  const html = writeHtml(briefing);
  const node = await nodeOf(html);
  const one = (term: string): unknown => {
    const values = valuesOf(node, term);
    assert.equal(values.length, 1, `${path}: ${term}`);
    return values[0];
  };
  assert.equal(typeOf(node), "Report");
  assert.equal((node as unknown as { "@id": string })["@id"], `${SITE}/${edition.id}${path}`);
  assert.equal(one("headline"), visibleText(briefing.longTitle));
  assert.equal(one("inLanguage"), briefing.language);
  assert.equal(one("identifier"), edition.id);
  assert.equal(one("license"), LICENCE);
  assert.equal(one("mainEntityOfPage"), `${SITE}${path}`);
  assert.deepEqual([one("datePublished"), one("dateModified")], [edition.issued, edition.issued]);
  assert.equal(one("digitalSourceType"), "https://schema.org/TrainedAlgorithmicMediaDigitalSource");
  for (const term of ["author", "publisher"]) assert.equal(typeOf(one(term) as object), "Organization");
  const editors = valuesOf(node, "editor") as object[];
  const { reviewedBy } = edition.library.subject.authorship;
  assert.deepEqual(
    editors.flatMap((editor) => valuesOf(editor, "name")),
    reviewedBy === null ? [] : [reviewedBy],
  );
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
    for (const name of names.flatMap((each) => valuesOf(each, "name"))) assert.ok(words.includes(String(name)), words);
  });
}

/** Whatever a library says, each page has one card and one report with its own title. */
export async function assertOfRandomEditions(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(recipes, fc.nat(), histories, async (recipe, place, history) => {
      const pages = pagesOf(editionAfter(libraryOf(recipe), recipe, history));
      const { briefing } = pages[place % pages.length] as Paged;
      const page = writeHtml(briefing);
      const { ogImage } = await openGraphOf(page);
      assert.equal(ogImage?.length, 1);
      const [headline] = valuesOf(await nodeOf(page), "headline");
      assert.equal(headline, visibleText(briefing.longTitle));
    }),
    { numRuns, seed: 20261119 },
  );
}
