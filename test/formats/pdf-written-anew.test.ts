/**
 * Our PDFs after another program wrote them anew, as archives, shrinkers and print queues do by Ghostscript: what poppler
 * finds in them is what stood on the page, in every language.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { textOf } from "../support/poppler.ts";
import { readingComplaints } from "../support/reading-complaints.ts";
import { nameOf, ownSheetsOf, pageOf } from "../support/sheets.ts";
import { needTool } from "../support/tools.ts";
import { plainWords, wordsOnPage } from "../support/words.ts";

const missing = needTool("gs") || needTool("pdftotext");
const PAGES = ownSheetsOf(HARBOUR)
  .filter(({ paper, topic }) => paper === "a4" && ["overview", "council", "closing"].includes(topic.id))
  .map((sheet) => ({ name: nameOf(sheet), language: sheet.language, page: pageOf(editionOf(HARBOUR), sheet) }));

function writtenAnew(pdf: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "einblatt-anew-"));
  try {
    writeFileSync(join(folder, "page.pdf"), pdf);
    const { status, stderr } = spawnSync("gs", ["-q", "-sDEVICE=pdfwrite", "-o", "anew.pdf", "page.pdf"], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    return readFileSync(join(folder, "anew.pdf"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const language of Object.keys(LANGUAGES)) {
  test(`${language}: every word survives Ghostscript, dashes and ligatures included`, { skip: missing }, () => {
    for (const { name, page } of PAGES.filter((each) => each.language === language)) {
      const text = textOf(writtenAnew(writePdf(page)));
      assert.deepEqual(readingComplaints(page, text, false), [], name);
      const signs = (from: string) => from.replace(/[^–’„“”«»…≠]/gu, "").length;
      assert.equal(signs(text), signs(wordsOnPage(page)), `${name}: a sign between words is another`);
    }
  });
}

test("a word that is lost, made up or out of its place is noticed", () => {
  const [{ page }] = PAGES as [(typeof PAGES)[number]];
  const words = plainWords(wordsOnPage(page));
  const [first = "", second = ""] = words;
  assert.deepEqual(readingComplaints(page, words.join(" "), true), []);
  assert.match(readingComplaints(page, words.slice(1).join(" "), false).join(), new RegExp(`“${first}” is not found`));
  assert.match(readingComplaints(page, `${words.join(" ")} nowhere`, false).join(), /“nowhere” is on no page/);
  const swapped = [second, first, ...words.slice(2)].join(" ");
  assert.match(readingComplaints(page, swapped, true).join(), /comes too early/);
});

test("a word may come in the parts that its line has", () => {
  const divided = PAGES.map(({ page }) => page).find((page) => /\u00ad/.test(lastCharacters(page)));
  assert.ok(divided !== undefined, "no page divides a word");
  const lines = divided.items.filter((item) => item.kind === "text").map(({ characters }) => characters.join(""));
  const beside = readingComplaints(divided, lines.join(" "), false).filter((complaint) =>
    complaint.includes("not found"),
  );
  assert.deepEqual(beside, []);
});

function lastCharacters({ items }: (typeof PAGES)[number]["page"]): string {
  return items.map((item) => (item.kind === "text" ? (item.characters.at(-1) ?? "") : "")).join("");
}
