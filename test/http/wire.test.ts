/**
 * Manners on the wire, at an example of every route there is: what caches may keep and never mix, what other sites may
 * read, that campaign parameters change nothing and are never lost, and that asking changes nothing. A new route or
 * format is tried unasked.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { examplesOf } from "../support/addresses.ts";
import { contextOf, issueAt, load, stateOf } from "../support/press.ts";
import { smallLibrary } from "../support/small.ts";
import { SITE, startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ seeded: false });
  await load(worker, smallLibrary({}));
  // By the press, which alone makes some files, such as pictures.
  await issueAt(contextOf(worker).context, "2026-11-19T05:00:00.000Z");
});
after(async () => await worker.stop());

const PLACE = { site: SITE, language: "en", topic: "ceasefire", edition: "2026-W47" };
const EXAMPLES = examplesOf(PLACE).map(({ path }) => path);
/** What is refused, in every way that a cache may meet. */
const REFUSED = [
  "/en/atlantis",
  "/en/atlantis.json",
  "/en/atlantis.pdf",
  "/en/ceasefire?paper=a5",
  "/atlantis",
  "/2020-W01/en/",
];
const NOISE = `utm_source=brief&utm_medium=e%2Dmail&fbclid=${"x".repeat(90)}&mc_cid=a&mc_eid=b&ref=%E4%F6&q=a+b&empty`;

const noisy = (path: string): string => `${path}${path.includes("?") ? "&" : "?"}${NOISE}`;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** All that a client would notice if it got this answer for another one. */
  readonly looks: string;
}

async function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const response = await worker.fetch(path, { method, headers });
  const body = createHash("sha256").update(new Uint8Array(await response.arrayBuffer()));
  const seen = ["Content-Type", "Content-Language", "Location", "ETag", "Content-Location"];
  const looks = [response.status, ...seen.map((name) => response.headers.get(name)), body.digest("hex")].join(" ");
  return { status: response.status, headers: response.headers, looks };
}

test("campaign parameters change no answer, and no redirect loses them", async () => {
  for (const path of EXAMPLES) {
    const [plain, tracked] = [await ask(path), await ask(noisy(path))];
    const location = tracked.headers.get("Location");
    if (location === null) {
      assert.equal(tracked.looks, plain.looks, path);
      assert.equal(tracked.headers.get("Cache-Control"), plain.headers.get("Cache-Control"), path);
      assert.equal(tracked.headers.get("Link"), plain.headers.get("Link"), path);
    } else {
      assert.equal(location, noisy(plain.headers.get("Location") ?? ""), path);
    }
  }
});

test("asking for anything, and for its head, changes nothing", async () => {
  for (const path of EXAMPLES) await ask(path);
  const rows = async (): Promise<string> => {
    const { results } = await worker.LIBRARY.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name",
    ).all<{ name: string }>();
    const tables = results.map(({ name }) => worker.LIBRARY.prepare(`SELECT * FROM "${name}"`));
    return JSON.stringify((await worker.LIBRARY.batch(tables)).map((table) => table.results));
  };
  const before = [await stateOf(worker), await rows()];
  for (const path of [...EXAMPLES, ...REFUSED]) {
    for (const method of ["GET", "HEAD", "OPTIONS"]) await ask(noisy(path), {}, method);
  }
  assert.deepEqual([await stateOf(worker), await rows()], before);
});

test("what names an edition is kept for a day, what does not for minutes, a refusal and the state of things never", async () => {
  const pinned = "public, max-age=86400";
  const current = "public, max-age=300, stale-while-revalidate=3600";
  for (const path of EXAMPLES) {
    const { headers, status } = await ask(path);
    const kept = headers.get("Cache-Control") ?? "";
    if (path === "/health") assert.equal(kept, "no-store");
    else if (status >= 400) assert.equal(kept, "no-store", path);
    else if (path.startsWith("/faces/")) assert.match(kept, /immutable/);
    else if (headers.get("Vary") === "Accept-Language") assert.equal(kept, "private, max-age=300", path);
    else if (status >= 300 || !namesEdition(path) || path.includes("since=")) assert.equal(kept, current, path);
    else assert.equal(kept, pinned, path);
  }
  for (const path of REFUSED) assert.equal((await ask(path)).headers.get("Cache-Control"), "no-store", path);
});

/** In front, or in the address that is asked about. */
function namesEdition(path: string): boolean {
  return decodeURIComponent(path).includes("/2026-W47/");
}

const ACCEPTS = [null, "text/html,application/xhtml+xml,*/*;q=0.8", "application/json", "image/*"];
const LANGUAGES = [null, "en-GB,en", "uk;q=0.9"];

test("a shared cache mixes no two answers, and Vary names nothing that makes no difference", async () => {
  for (const path of [...EXAMPLES, ...REFUSED, "/en/ceasefire.", "/ceasefire.pdf)", "/EN/Ceasefire"]) {
    const asked: { accept: string | null; language: string | null; answer: Answer }[] = [];
    for (const accept of ACCEPTS) {
      for (const language of LANGUAGES) {
        const headers = {
          ...(accept === null ? {} : { Accept: accept }),
          ...(language === null ? {} : { "Accept-Language": language }),
        };
        asked.push({ accept, language, answer: await ask(path, headers) });
      }
    }
    const names = new Set(asked.flatMap(({ answer }) => (answer.headers.get("Vary") ?? "").split(/, /)));
    names.delete("");
    for (const { accept, language, answer } of asked) {
      const vary = answer.headers.get("Vary") ?? "";
      if (/no-store|private/.test(answer.headers.get("Cache-Control") ?? "")) continue;
      const served = asked.filter(
        (other) =>
          (!/\bAccept\b(?!-)/.test(vary) || other.accept === accept) &&
          (!vary.includes("Accept-Language") || other.language === language),
      );
      for (const other of served) assert.equal(other.answer.looks, answer.looks, `${path}: ${other.accept}`);
    }
    for (const name of names) {
      const key = { Accept: "accept", "Accept-Language": "language" }[name] as "accept" | "language" | undefined;
      assert.ok(key !== undefined, `${path} varies by ${name}`);
      const rest = key === "accept" ? "language" : "accept";
      const differs = asked.some((one) =>
        asked.some((two) => one[rest] === two[rest] && one[key] !== two[key] && one.answer.looks !== two.answer.looks),
      );
      assert.ok(differs, `${path} says that it varies by ${name}, and does not`);
    }
  }
});

const DATA = /json|xml|bibtex|ris\b|research-info|csv/;
const FOR_PEOPLE = /^(text\/(html|markdown|plain)|application\/pdf|font\/|image\/)/;

test("scripts of other sites may read data, whole, in part, unchanged or refused, and nothing else", async () => {
  const asking = { Origin: "https://elsewhere.example" };
  for (const path of [...EXAMPLES, ...REFUSED]) {
    const plain = await ask(path, asking);
    const type = plain.headers.get("Content-Type") ?? "";
    const tag = plain.headers.get("ETag");
    const answers = [
      plain,
      await ask(path, { ...asking, Range: "bytes=0-3" }),
      await ask(path, asking, "HEAD"),
      ...(tag === null ? [] : [await ask(path, { ...asking, "If-None-Match": tag })]),
    ];
    for (const { headers, status } of answers) {
      const name = `${status} ${path}`;
      const shared = headers.get("Access-Control-Allow-Origin");
      const embedded = headers.get("Cross-Origin-Resource-Policy");
      assert.equal(headers.get("Access-Control-Allow-Credentials"), null, name);
      assert.doesNotMatch(headers.get("Vary") ?? "", /Origin/, name);
      if (headers.has("Location")) {
        assert.equal(shared, "*", name);
        assert.equal(embedded, "cross-origin", `${name}: a picture may be behind it`);
      } else if (DATA.test(type)) {
        assert.equal(shared, "*", name);
        for (const each of ["ETag", "Link", "Content-Location"])
          assert.ok(headers.get("Access-Control-Expose-Headers")?.includes(each), name);
        assert.equal(embedded, "cross-origin", name);
      } else {
        assert.match(type, FOR_PEOPLE, `${name}: is this data?`);
        assert.equal(shared, null, name);
        assert.equal(embedded, type.startsWith("image/") ? "cross-origin" : "same-origin", name);
      }
    }
  }
});

test("a browser that asks first is told what it may do, for data alone", async () => {
  const asking = {
    Origin: "https://elsewhere.example",
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "if-none-match, range",
  };
  for (const path of EXAMPLES) {
    const { headers, status } = await ask(path, asking, "OPTIONS");
    assert.equal(status, 204, path);
    assert.equal(headers.get("Allow"), "GET, HEAD, OPTIONS", path);
    const wanted = await ask(path, { Accept: "application/json, */*;q=0.1" });
    const shared = wanted.headers.has("Location") || DATA.test(wanted.headers.get("Content-Type") ?? "");
    assert.equal(headers.get("Access-Control-Allow-Origin"), shared ? "*" : null, path);
    assert.equal(headers.get("Access-Control-Allow-Methods"), shared ? "GET, HEAD" : null, path);
    assert.equal(headers.get("Access-Control-Allow-Headers"), shared ? "*" : null, path);
  }
});

/** What mail programs leave at the end of a link, or make of it. */
const TAILS = [".", ",", ";", ")", ">", "]", "”", '"', "%20", "=", "=20", "%0D%0A", ").", "%22%3E", "%E2%80%8B", "…"];

test("a link that a mail program broke leads to the page it means, its query kept", async () => {
  for (const path of ["/en/ceasefire", "/en/ceasefire.pdf", "/2026-W47/uk/territory/all", "/de/", "/editions.json"]) {
    for (const broken of [...TAILS.map((tail) => path + tail), path.toUpperCase(), path.replace("/", "/%20")]) {
      // A dot by itself is gone before it is sent.
      if (new URL(broken, SITE).pathname === path) continue;
      const response = await worker.fetch(`${broken}?${NOISE}`, { headers: { "Accept-Language": "uk" } });
      assert.equal(response.status, 301, broken);
      assert.equal(response.headers.get("Location"), `${path}?${NOISE}`, broken);
    }
  }
  for (const [broken, location] of [
    ["/Ceasefire.PDF", "/uk/ceasefire.pdf"],
    ["/en/ceasefire/).", "/en/ceasefire"],
    ["/)", "/uk/"],
    ["/2026-w47.", "/2026-W47/uk/"],
    ["/DE", "/de/"],
  ]) {
    const response = await worker.fetch(`${broken}?${NOISE}`, { headers: { "Accept-Language": "uk" } });
    const first = response.headers.get("Location") ?? "";
    const second = (await worker.fetch(first, { headers: { "Accept-Language": "uk" } })).headers.get("Location");
    assert.ok([first, second].includes(`${location}?${NOISE}`), `${broken}: ${first}, ${second}`);
  }
});

test("nothing is mended that is not broken, nor to what is not there", async () => {
  for (const path of EXAMPLES) assert.notEqual((await ask(path)).status, 301, path);
  for (const path of ["/en/atlantis.", "/en/ATLANTIS", "/en/ceasefire.docx)", "/fr/ceasefire.", "/en/cease.fire"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test("no address leads to another site, and none puts a line into a header", async () => {
  const evil = [
    "//evil.example",
    "//evil.example/",
    "//evil.example/en/ceasefire.",
    "///evil.example",
    "/\\evil.example",
    "/%5Cevil.example",
    "/%2F%2Fevil.example",
    "/%2F/evil.example/",
    "/.%2Fevil.example.",
    "/en//evil.example/",
    "/en/%0D%0ALocation:%20https:%2F%2Fevil.example",
    "/en/ceasefire%0D%0ASet-Cookie:%20a=b",
    "/https:/evil.example",
    "/en/@evil.example/",
    "/..//evil.example",
    "/2026-W47//evil.example/",
  ];
  for (const path of evil) {
    for (const each of [path, `${path}.`, `${path}?x=%0D%0ASet-Cookie:%20a=b`]) {
      const response = await worker.fetch(each);
      const location = response.headers.get("Location");
      assert.equal(response.headers.get("Set-Cookie"), null, each);
      if (location === null) continue;
      assert.equal(new URL(location, SITE).origin, SITE, `${each}: ${location}`);
      assert.match(location, /^\/(?![/\\])[\x21-\x7e]*$/, each);
    }
  }
});
