/** A file by HTTP: heads, tags, parts, names, and what a browser is told not to do. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { disposition } from "../../src/http/answer/disposition.ts";
import { byteRange } from "../../src/http/answer/range.ts";
import { withoutData } from "../support/scripts.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

const countFiles = async () => (await worker.SHEETS.list({ prefix: "files/" })).objects.length;

test("HEAD renders nothing: without length and tag before the file exists, with both after", async () => {
  const fresh = await worker.fetch("/en/moscow.pdf", { method: "HEAD" });
  assert.equal(fresh.status, 200);
  assert.equal(fresh.headers.get("Content-Type"), "application/pdf");
  assert.equal(fresh.headers.get("ETag"), null);
  assert.equal(fresh.headers.get("Content-Length"), null);
  assert.equal(await countFiles(), 0);

  const got = await worker.fetch("/en/moscow.pdf");
  const bytes = new Uint8Array(await got.arrayBuffer());
  assert.equal(await countFiles(), 1);
  const head = await worker.fetch("/en/moscow.pdf", { method: "HEAD" });
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
  const first = await worker.fetch("/de/europe.txt");
  const second = await worker.fetch("/de/europe.txt");
  const bytes = new Uint8Array(await second.arrayBuffer());
  assert.equal(first.headers.get("ETag"), `"${createHash("sha256").update(bytes).digest("hex")}"`);
  assert.equal(second.headers.get("ETag"), first.headers.get("ETag"));
  assert.deepEqual(new Uint8Array(await first.arrayBuffer()), bytes);
});

test("If-None-Match: 304 without a body, and everything a cache needs", async () => {
  const tag = (await worker.fetch("/de/washington")).headers.get("ETag") ?? "";
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
    for (const method of ["GET", "HEAD"]) {
      const response = await worker.fetch("/de/washington", { method, headers: { "If-None-Match": known } });
      assert.equal(response.status, 304, known);
      assert.equal(response.headers.get("ETag"), tag);
      assert.equal(response.headers.get("Vary"), "Accept");
      assert.match(response.headers.get("Cache-Control") ?? "", /max-age=300/);
      assert.equal((await response.arrayBuffer()).byteLength, 0);
    }
  }
  assert.equal((await worker.fetch("/de/washington", { headers: { "If-None-Match": '"other"' } })).status, 200);
});

test("Range: the part asked for, unless the file has changed", async () => {
  const path = "/de/territory.pdf";
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
  const plain = await worker.fetch("/de/kyiv.pdf");
  const name = "einblatt-kyiv-2026-W47-de.pdf";
  assert.equal(plain.headers.get("Content-Disposition"), `inline; filename="${name}"; filename*=UTF-8''${name}`);
  const saved = await worker.fetch("/de/kyiv.pdf?dl=1");
  assert.equal(saved.headers.get("Content-Disposition"), `attachment; filename="${name}"; filename*=UTF-8''${name}`);
  assert.equal(saved.headers.get("ETag"), plain.headers.get("ETag"));
  const all = await worker.fetch("/de/kyiv/all.md?dl=1");
  assert.match(
    all.headers.get("Content-Disposition") ?? "",
    /^attachment; filename="einblatt-kyiv-all-2026-W47-de\.md"/,
  );
  assert.equal(
    disposition('Größe "Київ".pdf', true),
    "attachment; filename=\"Gro_e ______.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22%D0%9A%D0%B8%D1%97%D0%B2%22.pdf",
  );
});

test("the stored file is served, not rendered again", async () => {
  const path = "/uk/sanctions-and-trade.json";
  await (await worker.fetch(path)).arrayBuffer();
  const key = (await worker.SHEETS.list({ prefix: "files/" })).objects
    .map((object) => object.key)
    .find((key) => key.includes("/uk/sanctions"));
  assert.ok(key !== undefined);
  await worker.SHEETS.put(key, "kept", {
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
    "/de/kyiv",
    "/de/kyiv.pdf",
    "/de/kyiv.json",
    "/health",
    "/nowhere",
    "/de/kyiv?paper=a5",
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
  for (const path of ["/de/", "/de/kyiv", "/de/kyiv/all", "/de/nowhere"]) {
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
