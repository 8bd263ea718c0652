/**
 * What is stored is handed out and nothing is made again; and what an isolate remembers of the index, it forgets. In: a
 * Worker that may remember for a second. Looped over languages and formats.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { FORMATS, WORD_FORMATS } from "../../src/formats/formats.ts";
import { LETTERS } from "../../src/render/variant.ts";
import { timedCacheOf } from "../../src/store/timed-cache.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { issueEdition } from "../support/issue.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ indexSeconds: "1" });
});
after(async () => await worker.stop());

const paths = Object.keys(LANGUAGES).flatMap((language) => [
  `/${language}/`,
  ...Object.keys(FORMATS).map((ending) => `/${language}/kyiv.${ending}`),
  ...Object.keys(WORD_FORMATS).map((ending) => `/${language}/kyiv/all.${ending}`),
  ...["", "/kyiv"].flatMap((topic) => [
    `/${language}${topic}/newsletter`,
    ...LETTERS.map((ending) => `/${language}${topic}/newsletter.${ending}`),
  ]),
  `/${language}/kyiv/card`,
]);

/** Every file there is, and when it was put there. */
const stored = async (): Promise<readonly string[]> =>
  (await worker.SHEETS.list({ prefix: "files/" })).objects.map(({ key, uploaded }) => `${key} ${uploaded.getTime()}`);

test("asked for again, by whatever address, a file is neither made nor stored again", async () => {
  for (const path of paths) await (await worker.fetch(path)).arrayBuffer();
  const once = await stored();
  assert.equal(once.length, paths.length);
  for (const path of paths) {
    for (const address of [path, `/2026-W47${path}`, `${path}?utm_source=x`]) {
      for (const init of [{}, { method: "HEAD" }, { headers: { Range: "bytes=0-9" } }]) {
        await (await worker.fetch(address, init)).arrayBuffer();
      }
    }
  }
  assert.deepEqual(await stored(), once);
});

test("without the edition, every file that is stored is still served: nothing is set from it", async () => {
  for (const { key } of (await worker.SHEETS.list({ prefix: "editions/" })).objects) await worker.SHEETS.delete(key);
  for (const path of paths) {
    for (const address of [path, `/2026-W47${path}`]) {
      const response = await worker.fetch(address);
      assert.equal(response.status, 200, address);
      assert.ok((await response.arrayBuffer()).byteLength > 500, address);
    }
  }
  assert.equal((await worker.fetch("/de/moscow.txt")).status, 500, "what is not stored could not be made");
});

test("a page stored by an older program keeps its own style, and is told where it stands", async () => {
  const path = "/de/kyiv.html";
  const [object] = (await worker.SHEETS.list({ prefix: "files/" })).objects.filter(({ key }) =>
    /\/de\/kyiv\/[a-z]+-a4\.html$/.test(key),
  );
  assert.ok(object !== undefined);
  const style = `sha256-${"A".repeat(43)}=`;
  await worker.SHEETS.put(object.key, "<nav>Ї</nav><main>", {
    httpMetadata: { contentType: "text/html; charset=utf-8" },
    customMetadata: { sha256: "0".repeat(64), place: "13", style },
  });
  const response = await worker.fetch(`/2026-W47${path}`);
  assert.match(await response.text(), /^<nav>Ї<\/nav><aside class="standing"[\s\S]*<\/aside>\n<main>$/);
  for (const init of [{}, { method: "HEAD" }, { headers: { "If-None-Match": response.headers.get("ETag") ?? "" } }]) {
    const { headers } = await worker.fetch(`/2026-W47${path}`, init);
    assert.ok(headers.get("Content-Security-Policy")?.includes(`style-src '${style}'`), JSON.stringify(init));
  }
});

test("a new edition is seen when the memory is over, and not much later", async () => {
  await (await worker.fetch("/en/europe.txt", { method: "HEAD" })).arrayBuffer();
  await issueEdition(worker, { id: "2026-W48", issued: "2026-11-23T05:00:00.000Z", library: worker.library });
  await setTimeout(1100);
  const response = await worker.fetch("/en/europe.txt");
  assert.match(await response.text(), /2026-W48/);
});

test("a memory answers until its time is over, keeps no failure, and none at all for no time", async () => {
  let time = 0;
  let looked = 0;
  const cache = timedCacheOf(() => time);
  const look = async (): Promise<number> => ++looked;
  assert.equal(await cache.get("a", 1000, look), 1);
  time = 999;
  assert.equal(await cache.get("a", 1000, look), 1);
  assert.equal(await cache.get("b", 1000, look), 2);
  time = 1000;
  assert.equal(await cache.get("a", 1000, look), 3);
  assert.equal(await cache.get("c", 0, look), 4);
  assert.equal(await cache.get("c", 0, look), 5);
  await assert.rejects(cache.get("d", 1000, () => Promise.reject(new Error("no database"))));
  assert.equal(await cache.get("d", 1000, look), 6);
  for (let i = 0; i < 2000; i++) await cache.get(`${i}`, 1000, look);
  assert.equal(await cache.get("1999", 1000, async () => -1), 2006, "the latest is kept, however much there was");
});
