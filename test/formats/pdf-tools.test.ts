/**
 * What poppler's tools tell of a few PDFs: a topic of each kind in its own template and every language, and one on Letter.
 * All sheets are asked about in the deep tier.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Page } from "../../src/model/page.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { textOf } from "../support/poppler.ts";
import { POPPLER_RULES, type Printed, printedOf } from "../support/poppler-rules.ts";
import { ownSheetsOf, sheetNamed } from "../support/sheets.ts";
import { needTool } from "../support/tools.ts";
import { textsOf } from "../support/words.ts";

const PRINTED: readonly Printed[] = [
  ...ownSheetsOf(HARBOUR).filter(
    ({ paper, topic }) => paper === "a4" && ["overview", "council", "closing"].includes(topic.id),
  ),
  sheetNamed(HARBOUR, "overview/overview/en/letter"),
].map((sheet) => printedOf(editionOf(HARBOUR), sheet));

for (const [rule, { missing, check }] of Object.entries(POPPLER_RULES)) {
  test(rule, { skip: missing }, () => assert.deepEqual(PRINTED.flatMap(check), []));
}

test("letters that get lost are there", { skip: needTool("pdftotext") }, () => {
  const letters: Readonly<Record<string, RegExp>> = {
    de: /[äöüß].*„[^“]+“/,
    en: /[’].*“[^”]+”/,
    uk: /[їієґ].*«[^»]+»/,
  };
  for (const [language, pattern] of Object.entries(letters)) {
    const all = PRINTED.filter(({ sheet }) => sheet.language === language).map(({ pdf }) => textOf(pdf));
    assert.match(all.join(" "), pattern, language);
  }
});

test("the sheets divide words at line ends at all", () => {
  const divided = PRINTED.flatMap(({ page }) => textsOf(page)).filter(
    ({ characters }) => characters.at(-1) === "\u00ad",
  );
  assert.ok(divided.length > 20, `${divided.length} words`);
});

test("a page that says something else is noticed", { skip: needTool("pdftotext") }, () => {
  const [printed] = PRINTED as [Printed];
  const { page } = printed;
  const told = (rule: string, spoilt: Partial<Page>, sheet = printed.sheet): string =>
    (POPPLER_RULES[rule]?.check({ sheet, page, pdf: writePdf({ ...page, ...spoilt }) }) ?? []).join("\n");
  const hidden = page.items.filter(({ owner }) => owner?.kind !== "paragraph" || owner.style !== "body");
  assert.match(told("every word of every statement is found", { items: hidden }), /is not found/);
  assert.match(
    told("statements are read from beginning to end, and not across columns", { items: page.items.toReversed() }),
    /not in one piece/,
  );
  assert.match(told("the file says what it is", {}, { ...printed.sheet, paper: "letter" }), /Page size is/);
});
