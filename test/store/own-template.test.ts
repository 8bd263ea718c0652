/**
 * The template of whoever asks for none is the edition's, not the running program's: an edition whose index names another
 * default answers with that one, even where the program no longer has it. In: one edition, its index rewritten.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { variantsOf } from "../../src/press/file-sets.ts";
import { fileKey } from "../../src/render/variant.ts";
import { type EditionTopic, editionById } from "../../src/store/edition-index.ts";
import { fileOf, putFile } from "../../src/store/file-store.ts";
import { templatesFor } from "../../templates/templates.ts";
import { EDITION_FACTS, SITE } from "../support/edition-facts.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

const ADDRESSES = ["/de/council.txt", `/${EDITION_FACTS.id}/de/council.txt`];

async function topicsNow(): Promise<readonly EditionTopic[]> {
  return (await editionById(worker.LIBRARY, EDITION_FACTS.id))?.topics ?? [];
}

/** Rewrites what the index says of one topic; undefined is an edition older than this record. */
async function say(id: string, template: string | undefined): Promise<void> {
  const topics = (await topicsNow()).map((topic) =>
    topic.id === id ? { id, kind: topic.kind, ...(template === undefined ? {} : { template }) } : topic,
  );
  await worker.LIBRARY.prepare("UPDATE editions SET topics = ?1").bind(JSON.stringify(topics)).run();
}

const text = async (path: string): Promise<string> => await (await worker.fetch(path)).text();
const placeOf = async (path: string): Promise<string | null> =>
  (await worker.fetch(path, { method: "HEAD" })).headers.get("Content-Location");

test("an edition is frozen with the template of each of its topics", async () => {
  const topics = await topicsNow();
  assert.ok(topics.length > 3);
  for (const { id, kind, template } of topics) assert.equal(template, templatesFor(kind)[0]?.id, id);
});

test("an edition whose index says another default answers with that one, and its addresses say so", async () => {
  const own = await text("/de/council.txt?template=actor");
  const other = await text("/de/council.txt?template=overview");
  assert.notEqual(own, other);
  await say("council", "overview");
  for (const path of ADDRESSES) {
    assert.equal(await text(path), other, path);
    assert.equal(await text(`${path}?template=actor`), own, path);
  }
  assert.equal(await placeOf("/de/council.txt"), `${SITE}/${EDITION_FACTS.id}/de/council.txt`);
  assert.equal(await placeOf("/de/council.txt?template=overview"), `${SITE}/${EDITION_FACTS.id}/de/council.txt`);
  assert.equal(
    await placeOf("/de/council.txt?template=actor"),
    `${SITE}/${EDITION_FACTS.id}/de/council.txt?template=actor`,
  );
  const links = (await worker.fetch("/de/council.txt", { method: "HEAD" })).headers.get("Link") ?? "";
  assert.doesNotMatch(links, /template=/);
});

test("what is pressed is what the edition answers with", async () => {
  for (const topic of await topicsNow()) {
    const pressed = variantsOf({ kind: "topic", language: "de", topic });
    const templates = new Set(pressed.flatMap((variant) => (variant.kind === "sheet" ? [variant.template] : [])));
    assert.deepEqual([...templates], [topic.id === "council" ? "overview" : topic.template]);
  }
});

test("a template that the program no longer has is still answered from the store, and named among the choices", async () => {
  await say("council", "broadsheet");
  const entry = await editionById(worker.LIBRARY, EDITION_FACTS.id);
  assert.ok(entry !== null);
  const topic = entry.topics.find(({ id }) => id === "council") as EditionTopic;
  const variant = { kind: "sheet", language: "de", topic, template: "broadsheet", paper: "a4", ending: "txt" } as const;
  const file = await fileOf("text/plain; charset=utf-8", "As it was set.\n");
  await putFile(worker.SHEETS, fileKey(entry, variant), file);
  for (const path of [...ADDRESSES, "/de/council.txt?template=broadsheet"]) {
    assert.equal(await text(path), "As it was set.\n", path);
  }
  assert.match(await text("/en/council.txt?template=tabloid"), /broadsheet, actor, overview/);
  assert.equal((await worker.fetch("/de/council.txt?template=actor")).status, 200);
});

test("an edition older than this record answers with the program's own", async () => {
  const own = await text("/de/council.txt?template=actor");
  await say("council", undefined);
  for (const path of ADDRESSES) assert.equal(await text(path), own, path);
});
