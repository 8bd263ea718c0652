/**
 * What meets a link in a newsletter before a reader does, and after: link checkers, preview robots, mail scanners, feed
 * readers, PDF viewers, downloads taken up again. In: the Worker on a port of this machine, asked as these clients ask.
 * What is known of their requests stands beside each.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { FEED_ENDINGS } from "../../src/formats/feed/feed-endings.ts";
import { atOnce } from "../support/at-once.ts";
import { needTool } from "../support/tools.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const run = promisify(execFile);
let worker: TestWorker;
let site: string;
before(async () => {
  worker = await startWorker();
  site = (await worker.listening).origin;
});
after(async () => await worker.stop());

const PAGES = ["/de/", "/en/closing", "/2026-W47/uk/council", "/de/overview/all", "/en/changes"];
const TRACKED = "?utm_source=brief&utm_medium=email&utm_campaign=w47&mc_cid=0a1b2c&mc_eid=3d4e5f";

test("a link checker asks for the head, and for the whole where it does not like it: both tell the same", async () => {
  await atOnce([...PAGES, "/de/council.pdf", "/council", "/en/council/", "/en/atlantis"], async (path) => {
    const got = await fetch(site + path + TRACKED, { headers: { "User-Agent": "lychee/0.20" } });
    const size = (await got.arrayBuffer()).byteLength;
    const head = await fetch(site + path + TRACKED, { method: "HEAD", headers: { "User-Agent": "lychee/0.20" } });
    assert.equal(head.status, got.status, path);
    assert.equal(head.url, got.url, path);
    assert.equal((await head.arrayBuffer()).byteLength, 0, path);
    for (const name of ["Content-Type", "ETag", "Link", "Cache-Control", "Vary"])
      assert.equal(head.headers.get(name), got.headers.get(name), `${path}: ${name}`);
    if (got.ok) assert.equal(head.headers.get("Content-Length"), `${size}`, path);
  });
});

/** How each asks for a page, and how many bytes it reads; where nobody has told, as few as the strictest. */
const ROBOTS: readonly {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly reads: number;
}[] = [
  {
    name: "Slack",
    headers: {
      "User-Agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
      Accept: "*/*",
      Range: "bytes=0-32768",
    },
    reads: 32_769,
  },
  {
    name: "Facebook",
    headers: {
      "User-Agent": "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
      Accept: "*/*",
      "Accept-Encoding": "deflate, gzip",
      Range: "bytes=0-524287",
    },
    reads: 524_288,
  },
  { name: "X", headers: { "User-Agent": "Twitterbot/1.0", Accept: "*/*" }, reads: 32_768 },
  { name: "WhatsApp", headers: { "User-Agent": "WhatsApp/2.23.20.0", Accept: "*/*" }, reads: 32_768 },
  {
    name: "LinkedIn",
    headers: {
      "User-Agent": "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
      Accept: "text/html, application/xhtml+xml, */*",
      "Accept-Language": "en-us",
    },
    reads: 32_768,
  },
  {
    name: "Telegram",
    headers: { "User-Agent": "TelegramBot (like TwitterBot)", Accept: "text/html", "Accept-Encoding": "gzip, deflate" },
    reads: 32_768,
  },
];

for (const { name, headers, reads } of ROBOTS) {
  test(`${name}'s preview robot gets a page whose head is whole within what it reads`, async () => {
    await atOnce([...PAGES, "/council", "/en/Council)."], async (path) => {
      const response = await fetch(site + path + TRACKED, { headers: { ...headers } });
      assert.equal(response.status, headers.Range === undefined ? 200 : 206, path);
      assert.equal(response.headers.get("Content-Type"), "text/html; charset=utf-8", path);
      assert.equal(response.headers.get("Set-Cookie"), null);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.status === 206) {
        const [, last, size] = /^bytes 0-(\d+)\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "") ?? [];
        assert.equal(bytes.length, Math.min(reads, Number(size)), path);
        assert.equal(Number(last), bytes.length - 1, path);
      }
      const start = new TextDecoder().decode(bytes.subarray(0, reads));
      assert.ok(start.includes("</head>"), `${path}: the head ends within ${reads} bytes`);
      const { title, description, graph } = headOf(start);
      for (const name of ["og:title", "og:url", "og:description"]) assert.ok(graph.has(name), `${path}: ${name}`);
      assert.ok(title.length > 10, `${path}: ${title}`);
      assert.ok(description.length > 10, `${path}: ${description}`);
    });
  });
}

test("a scanner that rewrites links fetches, fetches again later, and the reader after it: all get the same", async () => {
  const url = `${site}/en/closing.pdf${TRACKED}`;
  const scanner = { "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", Accept: "*/*" };
  const seen = [];
  for (const init of [{ method: "HEAD", headers: scanner }, { headers: scanner }, { headers: scanner }, {}]) {
    const response = await fetch(url, init);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal(response.status, 200);
    seen.push({ tag: response.headers.get("ETag"), bytes: bytes.toString("base64"), head: init.method === "HEAD" });
  }
  const bodies = new Set(seen.filter(({ head }) => !head).map(({ bytes }) => bytes));
  assert.equal(bodies.size, 1);
  assert.equal(new Set(seen.slice(1).map(({ tag }) => tag)).size, 1);
});

test("a feed reader is told that nothing is new without being sent it", async () => {
  for (const path of ["/editions.json", ...Object.keys(FEED_ENDINGS).map((ending) => `/en/feed.${ending}`)]) {
    const headers = { "User-Agent": "Tiny Tiny RSS/24.06", Accept: "application/atom+xml, */*;q=0.5" };
    const first = await fetch(site + path, { headers });
    const tag = first.headers.get("ETag") ?? "";
    assert.equal(first.status, 200, path);
    assert.ok((await first.text()).length > 300, path);
    for (const known of [tag, `W/${tag}`, `"old", ${tag}`]) {
      const again = await fetch(site + path, { headers: { ...headers, "If-None-Match": known } });
      assert.equal(again.status, 304, `${path} ${known}`);
      assert.equal(again.headers.get("ETag"), tag, path);
      assert.equal((await again.arrayBuffer()).byteLength, 0, path);
    }
  }
});

test("pdf.js reads a sheet by parts of it, as browsers and readers' plug-ins do", async () => {
  const url = `${site}/de/closing.pdf${TRACKED}`;
  const whole = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const sent: (string | null)[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    sent.push(new Request(input, init).headers.get("Range"));
    return await real(input, init);
  };
  const task = getDocument({
    url,
    rangeChunkSize: 4096,
    disableStream: true,
    disableAutoFetch: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    assert.equal(document.numPages, 1);
    const { items } = await (await document.getPage(1)).getTextContent();
    assert.match(items.map((item) => ("str" in item ? item.str : "")).join(" "), /Hafen/);
    assert.deepEqual(await document.getData(), whole);
  } finally {
    await task.destroy();
    globalThis.fetch = real;
  }
  assert.ok(sent.filter((range) => range?.startsWith("bytes=")).length > 2, `asked for ${sent.join("; ")}`);
});

test("several parts at once, a part of what has changed, and a part past the end", async () => {
  const url = `${site}/en/council.pdf`;
  const whole = await fetch(url);
  const size = (await whole.arrayBuffer()).byteLength;
  const ask = async (headers: Record<string, string>): Promise<readonly [status: number, bytes: number]> => {
    const response = await fetch(url, { headers });
    return [response.status, (await response.arrayBuffer()).byteLength];
  };
  assert.deepEqual(await ask({ Range: "bytes=0-1,-2" }), [200, size]);
  assert.deepEqual(await ask({ Range: "bytes=0-99", "If-Range": whole.headers.get("ETag") ?? "" }), [206, 100]);
  assert.deepEqual(await ask({ Range: "bytes=0-99", "If-Range": `W/${whole.headers.get("ETag")}` }), [200, size]);
  assert.deepEqual(await ask({ Range: "bytes=0-99", "If-Range": "Sat, 28 Nov 2026 00:00:00 GMT" }), [200, size]);
  assert.deepEqual(await ask({ Range: `bytes=${size}-` }), [416, 0]);
});

for (const [program, start] of [
  ["curl", ["-sS", "-L", "-C", "-", "-o"]],
  ["wget", ["-q", "-c", "-O"]],
] as const) {
  test(`${program} takes up a download where it broke off`, { skip: needTool(program) }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "einblatt-"));
    try {
      const file = join(folder, "council.pdf");
      const url = `${site}/council.pdf${TRACKED}`;
      await run(program, [...start, file, url]);
      const whole = await readFile(file);
      assert.equal(whole.subarray(0, 5).toString(), "%PDF-");
      await truncate(file, 1000);
      await run(program, [...start, file, url]);
      assert.deepEqual(await readFile(file), whole);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

function headOf(html: string): {
  readonly title: string;
  readonly description: string;
  /** The names of what Open Graph tells. */
  readonly graph: ReadonlySet<string>;
} {
  const found = { title: "", description: "", graph: new Set<string>() };
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === "title" && "childNodes" in node)
      found.title = node.childNodes.map((each) => ("value" in each ? each.value : "")).join("");
    if (node.nodeName === "meta" && "attrs" in node) {
      const own = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      if (own.property !== undefined) found.graph.add(own.property);
      if (own.name === "description") found.description = own.content ?? "";
    }
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(html));
  return found;
}
