/**
 * Equal input, equal bytes, wherever it runs: sheets of an edition that was pressed in workerd, and as Node writes them from
 * the same edition. The two link zlib each for themselves, so this can only be known by trying. And what
 * the bundle must not have in it.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import type { Edition } from "../../src/model/edition.ts";
import { freeze } from "../../src/store/freeze.ts";
import { EDITION_FACTS } from "../support/edition-facts.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { nameOf, ownSheetsOf, pageOf } from "../support/sheets.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

test("Node and workerd write the same bytes", async () => {
  const [json = ""] = freeze(HARBOUR, EDITION_FACTS).pieces();
  const edition = JSON.parse(json) as Edition;
  const a4 = ownSheetsOf(HARBOUR).filter(({ paper }) => paper === "a4");
  // Every fourth, so that all languages and kinds of topic are among them.
  for (const sheet of a4.filter((_, i) => i % 4 === 0)) {
    const { topic, language, paper } = sheet;
    const answer = await worker.fetch(`/${edition.id}/${language}/${topic.id}.pdf?paper=${paper}`);
    assert.equal(answer.status, 200, nameOf(sheet));
    const theirs = Buffer.from(await answer.arrayBuffer());
    const ours = Buffer.from(writePdf(pageOf(edition, sheet)));
    assert.ok(ours.equals(theirs), `${nameOf(sheet)}: ${ours.length} bytes here, ${theirs.length} there`);
  }
});

test("the Worker leaves out what pdf-lib loads and never calls", () => {
  const program = readFileSync(join(import.meta.dirname, "../../dist/index.js"), "utf8");
  assert.doesNotMatch(program, /incorrect header check/, "pako is in the bundle");
  assert.doesNotMatch(program, /ZapfDingbats/, "the standard fonts are in the bundle");
});
