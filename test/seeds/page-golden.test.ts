/**
 * A few sheets as readable text, item by item, so that a change of looks is seen in review and none happens unnoticed.
 * `npm run golden` writes them anew; whoever does looks at the pages first.
 */
import { join } from "node:path";
import { test } from "node:test";
import { editionOf } from "../support/edition.ts";
import { assertDump } from "../support/page-dump.ts";
import { pageOf, sheetNamed } from "../support/sheets.ts";
import { notShipped, SEEDS } from "./seeds.ts";

/** One sheet a template, each in another language, and both papers. */
const SHEETS = ["ceasefire/positions/de/a4", "kyiv/actor/uk/a4", "overview/overview/en/letter"];

for (const name of SHEETS) {
  test(`${name} looks as it did`, { skip: notShipped }, () => {
    const file = join(import.meta.dirname, "golden", `${name.replaceAll("/", "-")}.page.txt`);
    assertDump(pageOf(editionOf(SEEDS), sheetNamed(SEEDS, name)), file);
  });
}
