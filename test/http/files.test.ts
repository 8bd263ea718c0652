/**
 * A file by HTTP: heads, tags, parts, names, and what a browser is told not to do; what is stored is handed out and not
 * made again; and what an isolate remembers of the index, it forgets. In: a Worker that may remember for a second. Every
 * kind of file is asked for in one language here, and in all of them, made on the spot, in `serving.deep.test.ts`.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { disposition } from "../../src/http/answer/disposition.ts";
import { byteRange } from "../../src/http/answer/range.ts";
import { timedCacheOf } from "../../src/store/timed-cache.ts";
import { atOnce } from "../support/at-once.ts";
import { issueEdition } from "../support/issue.ts";
import { withoutData } from "../support/scripts.ts";
import { countFilesIn, filesIn, forgetFrozen, pathsIn } from "../support/stored.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ indexSeconds: "1" });
});
after(async () => await worker.stop());

test("HEAD renders nothing: without length and tag before the file exists, with both after", async () => {
  // The press sets each topic in its own template and leaves the others to whoever asks.
  const path = "/en/company.pdf?template=overview";
  const pressed = await countFilesIn(worker, "en");
  const fresh = await worker.fetch(path, { method: "HEAD" });
  assert.equal(fresh.status, 200);
  assert.equal(fresh.headers.get("Content-Type"), "application/pdf");
  assert.equal(fresh.headers.get("ETag"), null);
  assert.equal(fresh.headers.get("Content-Length"), null);
  assert.equal(await countFilesIn(worker, "en"), pressed);

  const got = await worker.fetch(path);
  const bytes = new Uint8Array(await got.arrayBuffer());
  assert.equal(await countFilesIn(worker, "en"), pressed + 1);
  const head = await worker.fetch(path, { method: "HEAD" });
  assert.equal(head.headers.get("Content-Length"), String(bytes.length));
  for (const name of [
    "ETag",
    "Content-Type",
    "Content-Disposition",
    "Cache-Control",
    "Accept-Ranges",
    "Content-Language",
  ]) {
    assert.equal(head.headers.get(name), got.headers.get(name), name);
  }
  assert.equal((await head.arrayBuffer()).byteLength, 0);
});

test("the tag is the SHA-256 of the bytes, the same from the store as when made", async () => {
  const first = await worker.fetch("/de/residents.txt?template=overview");
  const second = await worker.fetch("/de/residents.txt?template=overview");
  const bytes = new Uint8Array(await second.arrayBuffer());
  assert.equal(first.headers.get("ETag"), `"${createHash("sha256").update(bytes).digest("hex")}"`);
  assert.equal(second.headers.get("ETag"), first.headers.get("ETag"));
  assert.deepEqual(new Uint8Array(await first.arrayBuffer()), bytes);
});

test("If-None-Match: 304 without a body, and everything a cache needs", async () => {
  const tag = (await worker.fetch("/de/ministry")).headers.get("ETag") ?? "";
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
    for (const method of ["GET", "HEAD"]) {
      const response = await worker.fetch("/de/ministry", { method, headers: { "If-None-Match": known } });
      assert.equal(response.status, 304, known);
      assert.equal(response.headers.get("ETag"), tag);
      assert.equal(response.headers.get("Vary"), "Accept");
      assert.match(response.headers.get("Cache-Control") ?? "", /max-age=300/);
      assert.equal((await response.arrayBuffer()).byteLength, 0);
    }
  }
  assert.equal((await worker.fetch("/de/ministry", { headers: { "If-None-Match": '"other"' } })).status, 200);
});

test("Range: the part asked for, unless the file has changed", async () => {
  const path = "/de/housing.pdf";
  const whole = await worker.fetch(path);
  const tag = whole.headers.get("ETag") ?? "";
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const size = bytes.length;
  const ask = async (headers: Record<string, string>) => await worker.fetch(path, { headers });

  const part = await ask({ Range: "bytes=10-19" });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get("Content-Range"), `bytes 10-19/${size}`);
  assert.equal(part.headers.get("Content-Length"), "10");
  assert.deepEqual(new Uint8Array(await part.arrayBuffer()), bytes.slice(10, 20));

  const tail = await ask({ Range: "bytes=-7", "If-Range": tag });
  assert.equal(tail.status, 206);
  assert.deepEqual(new Uint8Array(await tail.arrayBuffer()), bytes.slice(-7));

  const changed = await ask({ Range: "bytes=0-1", "If-Range": '"other"' });
  assert.equal(changed.status, 200);
  assert.equal((await changed.arrayBuffer()).byteLength, size);

  const beyond = await ask({ Range: `bytes=${size}-` });
  assert.equal(beyond.status, 416);
  assert.equal(beyond.headers.get("Content-Range"), `bytes */${size}`);
});

test("ranges, one by one", () => {
  const table: readonly [string | null, ReturnType<typeof byteRange>][] = [
    [null, "whole"],
    ["bytes=0-", { first: 0, last: 99 }],
    ["bytes=5-5", { first: 5, last: 5 }],
    ["bytes=90-500", { first: 90, last: 99 }],
    ["bytes=-500", { first: 0, last: 99 }],
    ["bytes=-0", "none"],
    ["bytes=100-", "none"],
    ["bytes=9-2", "whole"],
    ["bytes=-", "whole"],
    ["bytes=0-1,3-4", "whole"],
    ["lines=0-1", "whole"],
    ["bytes=99999999999999999999-", "whole"],
  ];
  for (const [header, range] of table) assert.deepEqual(byteRange(header, 100), range, String(header));
});

test("names to save under, inline unless dl=1", async () => {
  const plain = await worker.fetch("/de/council.pdf");
  const name = "einblatt-council-2026-W47-de.pdf";
  assert.equal(plain.headers.get("Content-Disposition"), `inline; filename="${name}"; filename*=UTF-8''${name}`);
  const saved = await worker.fetch("/de/council.pdf?dl=1");
  assert.equal(saved.headers.get("Content-Disposition"), `attachment; filename="${name}"; filename*=UTF-8''${name}`);
  assert.equal(saved.headers.get("ETag"), plain.headers.get("ETag"));
  const all = await worker.fetch("/de/council/all.md?dl=1");
  assert.match(
    all.headers.get("Content-Disposition") ?? "",
    /^attachment; filename="einblatt-council-all-2026-W47-de\.md"/,
  );
  assert.equal(
    disposition('Größe "Київ".pdf', true),
    "attachment; filename=\"Gro_e ______.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22%D0%9A%D0%B8%D1%97%D0%B2%22.pdf",
  );
});

test("asked for again, by whatever address, a file is neither made nor stored again", async () => {
  const stored = async () => [await countFilesIn(worker, "de"), await filesIn(worker, "de/council")];
  const once = await stored();
  await atOnce(pathsIn("de"), async (path) => {
    const asked = [
      [path, { method: "HEAD" }],
      [`/2026-W47${path}`, { headers: { Range: "bytes=0-9" } }],
    ] as const;
    for (const [address, init] of [...asked, [`${path}?utm_source=x`, {}] as const])
      await (await worker.fetch(address, init)).arrayBuffer();
  });
  assert.deepEqual(await stored(), once);
});

test("the stored file is served, not rendered again", async () => {
  const path = "/uk/ferry.json";
  const [found] = (await filesIn(worker, "uk/ferry")).filter(({ key }) => /\/[a-z]+-a4\.json$/.test(key));
  assert.ok(found !== undefined);
  await worker.SHEETS.put(found.key, "kept", {
    httpMetadata: { contentType: "application/json; charset=utf-8" },
    customMetadata: { sha256: "0".repeat(64) },
  });
  assert.equal(await (await worker.fetch(path)).text(), "kept");
  assert.equal((await worker.fetch(path)).headers.get("ETag"), `"${"0".repeat(64)}"`);
});

test("the same answer for every type that a client may prefer", async () => {
  const table: readonly [accept: string | undefined, type: string][] = [
    [undefined, "text/html"],
    ["*/*", "text/html"],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "text/html"],
    ["application/pdf", "application/pdf"],
    ["application/json, */*;q=0.1", "application/json"],
    ["text/markdown, text/html;q=0.9", "text/markdown"],
    ["text/*", "text/html"],
    ["text/html;q=0, text/*", "text/markdown"],
    ["application/pdf;q=0.2, text/plain;q=0.5", "text/plain"],
    ["TEXT/PLAIN", "text/plain"],
    ["garbage", "text/html"],
    [",;q=,,=", "text/html"],
    ["text/html;level=1;q=0.5, application/json;q=0.4", "text/html"],
  ];
  for (const [accept, type] of table) {
    const response = await worker.fetch("/en/overview", { headers: accept === undefined ? {} : { Accept: accept } });
    assert.equal(response.status, 200, accept);
    assert.equal(response.headers.get("Content-Type")?.split(";")[0], type, accept);
    assert.equal(response.headers.get("Vary"), "Accept", accept);
    await response.arrayBuffer();
  }
  assert.equal(
    (await worker.fetch("/en/overview.pdf", { headers: { Accept: "text/html" } })).headers.get("Content-Type"),
    "application/pdf",
  );
});

test("every answer carries the security headers", async () => {
  for (const path of [
    "/",
    "/de/",
    "/de/council",
    "/de/council.pdf",
    "/de/council.json",
    "/health",
    "/nowhere",
    "/de/council?paper=a5",
  ]) {
    const { headers } = await worker.fetch(path);
    const policy = headers.get("Content-Security-Policy") ?? "";
    assert.match(policy, /frame-ancestors/, path);
    assert.doesNotMatch(policy, /unsafe|\*/, path);
    assert.equal(headers.get("X-Content-Type-Options"), "nosniff", path);
    assert.ok(headers.get("Referrer-Policy"), path);
    assert.ok(headers.get("Permissions-Policy"), path);
    assert.ok(headers.get("Strict-Transport-Security"), path);
    assert.equal(headers.get("Set-Cookie"), null, path);
  }
});

test("the policy names the one style of the page", async () => {
  for (const path of ["/de/", "/de/council", "/de/council/all", "/de/nowhere"]) {
    const response = await worker.fetch(path);
    const page = await response.text();
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash("sha256")
      .update(style ?? "")
      .digest("base64");
    assert.ok(response.headers.get("Content-Security-Policy")?.includes(`style-src 'sha256-${hash}'`), path);
    assert.doesNotMatch(withoutData(page), /<script| style=| on\w+=/, path);
  }
});

test("without the edition, every file that is stored is still served: nothing is set from it", async () => {
  await forgetFrozen(worker);
  await atOnce(pathsIn("en"), async (path) => {
    const response = await worker.fetch(path);
    assert.equal(response.status, 200, path);
    assert.ok((await response.arrayBuffer()).byteLength > 500, path);
  });
  const other = "/de/ministry.txt?template=overview";
  assert.equal((await worker.fetch(other)).status, 503, "what is not stored could not be made");
});

test("a page stored by an older program keeps its own style, and is told where it stands", async () => {
  const path = "/de/council.html";
  const [object] = (await filesIn(worker, "de/council")).filter(({ key }) => /\/[a-z]+-a4\.html$/.test(key));
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
  await (await worker.fetch("/en/residents.txt", { method: "HEAD" })).arrayBuffer();
  await issueEdition(worker, { id: "2026-W48", issued: "2026-11-23T05:00:00.000Z", library: worker.library });
  await setTimeout(1100);
  const response = await worker.fetch("/en/residents.txt");
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
