/**
 * What bears a citation out reaches whoever asks for it and never the paper: on the web one press away, in JSON in full, in
 * a PDF as the address of the source.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "cheerio";
import { citedTexts } from "../../scripts/evidence/cited-texts.ts";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import { writeCompactJson, writeJson } from "../../src/formats/json.ts";
import { placeIn } from "../../src/formats/link-target.ts";
import { writeMarkdown } from "../../src/formats/markdown.ts";
import { writeText } from "../../src/formats/text.ts";
import type { SourceFacts } from "../../src/model/briefing.ts";
import { editionOf } from "../support/edition.ts";
import { ISLAND, LEAN } from "../support/fixtures.ts";
import { nameOf, pageOf, sheetsOf } from "../support/sheets.ts";

const PAGES = sheetsOf(LEAN).map((sheet) => ({ sheet, page: pageOf(editionOf(LEAN), sheet) }));
const QUOTES = new Set(citedTexts(LEAN).flatMap(({ citations }) => citations.flatMap(({ quote }) => quote ?? [])));
/** Some are in a text as well, in the same few words. */
const OWN_WORDS = JSON.stringify(
  [LEAN.statements, LEAN.events, LEAN.subject, LEAN.actors, LEAN.issues]
    .flat()
    .map((each) => ({ ...each, citations: [], standfirst: "" })),
);
const UNSAID = [...QUOTES].filter((quote) => !OWN_WORDS.includes(quote));

test("every citation with a quotation is a button that opens a card with it, in its language, and with the way there", () => {
  for (const { sheet, page } of PAGES) {
    const $ = load(writeHtml(page.briefing));
    const buttons = $("main button.cite");
    assert.ok(buttons.length > 0, nameOf(sheet));
    for (const button of buttons.toArray()) {
      const card = $(`#${$(button).attr("popovertarget")}`);
      assert.equal(card.attr("popover"), "auto");
      assert.match($(button).attr("aria-label") ?? "", /\d¶\d+: /);
      const quote = card.find("blockquote");
      if (quote.length > 0) {
        assert.equal(quote.attr("lang"), "de");
        assert.ok(QUOTES.has(quote.text()), quote.text());
      }
      if (card.find("a").first().attr("href") === "#source-1")
        assert.ok(card.find(`a[href^="https://news.example/kap-orrel?id=7"]`).length === 1, card.html() ?? "");
    }
    assert.equal($("main [popover]").length, 0, "the sheet holds its own words alone");
    assert.equal($("script").filter((_, each) => $(each).attr("type") !== "application/ld+json").length, 0);
  }
});

test("a page without evidence has neither buttons nor cards", () => {
  const [sheet] = sheetsOf(ISLAND);
  assert.ok(sheet !== undefined);
  assert.doesNotMatch(writeHtml(pageOf(editionOf(ISLAND), sheet).briefing), /popover/);
});

test("no quotation is set on paper, printed as text or attached, and JSON has each with its place and source", () => {
  for (const { sheet, page } of PAGES) {
    const { briefing } = page;
    const placed = page.items.flatMap((item) => (item.kind === "text" ? [item.characters.join("")] : []));
    const bare = [placed.join(""), writeText(briefing), writeMarkdown(briefing), writeCompactJson(briefing)];
    const json = JSON.parse(writeJson(briefing)) as { sources: readonly SourceFacts[] };
    for (const quote of UNSAID)
      assert.ok(!bare.join("\n").replace(/\s+/g, " ").includes(quote), `${nameOf(sheet)}: ${quote}`);
    assert.match(JSON.stringify(json), /"source":1,"paragraph":\d,"quote":"/);
    const [source] = json.sources;
    assert.deepEqual([source?.number, source?.url, source?.title], [1, LEAN.articles[0]?.url, LEAN.articles[0]?.title]);
  }
});

test("on paper the entry of a source leads to its address", () => {
  for (const { sheet, page } of PAGES) {
    const linked = page.items.filter((item) => item.kind === "text" && item.run?.href === LEAN.articles[0]?.url);
    assert.ok(linked.length > 0, nameOf(sheet));
  }
});

test("a text fragment encodes what parts its terms, and keeps the fragment that an address has", () => {
  const cases: readonly (readonly [url: string, quote: string, place: string])[] = [
    ["https://a.example/x", "erst ab - dem Herbst", "https://a.example/x#:~:text=erst%20ab%20%2D%20dem%20Herbst"],
    ["https://a.example/x?y=1", "ja, nein & ja", "https://a.example/x?y=1#:~:text=ja%2C%20nein%20%26%20ja"],
    ["https://a.example/x#p2", "jede Nacht", "https://a.example/x#p2:~:text=jede%20Nacht"],
    ["https://a.example/x#", "щоночі", "https://a.example/x#:~:text=%D1%89%D0%BE%D0%BD%D0%BE%D1%87%D1%96"],
  ];
  for (const [url, quote, place] of cases) assert.equal(placeIn(url, quote), place);
});
