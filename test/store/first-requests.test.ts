/**
 * A file that nobody asked for before: many ask at once, and it is made and put once; where R2 refuses to take it, readers
 * get it all the same. The stores are those of a Worker; what refuses is a wrapper around its bucket.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PROGRAM } from "../../generated/program.ts";
import { fetchFile } from "../../src/render/fetch-file.ts";
import { fileKey, type WrittenVariant } from "../../src/render/variant.ts";
import { type EditionEntry, editionById } from "../../src/store/edition-index.ts";
import type { StoredFile } from "../../src/store/file-store.ts";
import { EDITION_FACTS } from "../support/edition-facts.ts";
import { type Fails, failing } from "../support/failing.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const TOGETHER = 20;

let worker: TestWorker;
let entry: EditionEntry;
before(async () => {
  worker = await startWorker();
  entry = (await editionById(worker.LIBRARY, EDITION_FACTS.id)) as EditionEntry;
});
after(async () => await worker.stop());

/** In another template than the topic's own, which the press does not make. */
function variant(language: string): WrittenVariant {
  const topic = entry.topics.find(({ kind }) => kind === "actor");
  assert.ok(topic !== undefined);
  return { kind: "sheet", language, topic, template: "overview", paper: "letter", ending: "txt" };
}

async function askTogether(language: string, fails: Fails): Promise<{ files: StoredFile[]; puts: number }> {
  const { SHEETS, calls } = failing(worker, fails);
  const stores = { bucket: SHEETS, program: PROGRAM.name, waitUntil: () => {} };
  const asked = Array.from({ length: TOGETHER }, () => fetchFile(stores, entry, variant(language)));
  const files = await Promise.all(asked);
  return { files, puts: calls.filter((call) => call.startsWith("R2 put")).length };
}

test("twenty ask at once: it is made and put once, and all get the same", async () => {
  const { files, puts } = await askTogether("de", () => null);
  assert.equal(puts, 1);
  assert.deepEqual(new Set(files.map(({ hash, isKept }) => `${hash} ${isKept ?? true}`)).size, 1);
});

test("twenty ask the Worker at once: all get the same, and what comes next is what is stored", async () => {
  const path = "/en/council.md?template=overview&paper=letter";
  const answers = await Promise.all(Array.from({ length: TOGETHER }, () => worker.fetch(path)));
  const texts = new Set(await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`)));
  assert.equal(texts.size, 1);
  assert.match([...texts][0] ?? "", /^200 /);
  assert.ok(texts.has(`200 ${await (await worker.fetch(path)).text()}`));
});

test("a put that is refused since another isolate has just put the same is no matter", async () => {
  const { files } = await askTogether("en", (_, name) => (name.startsWith("R2 put") ? "after" : null));
  assert.ok(files.every(({ isKept }) => isKept === undefined));
  assert.ok((await worker.SHEETS.head(fileKey(entry, variant("en")))) !== null);
});

test("where R2 takes nothing the bytes are answered, and nobody is told to keep them", async () => {
  const { files } = await askTogether("uk", (_, name) => (name.startsWith("R2 put") ? "before" : null));
  assert.ok(files.every(({ isKept, size }) => isKept === false && size > 500));
  const again = await askTogether("uk", () => null);
  assert.equal(again.files[0]?.hash, files[0]?.hash, "made anew, it is the same");
  assert.equal(again.puts, 1);
});
