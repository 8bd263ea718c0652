/**
 * What clients are told that know dates only, and what they may ask for on condition: `Last-Modified` of every route,
 * each condition by itself and in the order of RFC 9110, and a history in which nothing ever gets older. In: the pressed
 * edition, and editions that the press issues, corrects and retracts at known moments.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { judge, type Validators } from "../../src/http/answer/conditions.ts";
import { modifiedAt } from "../../src/http/answer/last-modified.ts";
import { httpDate } from "../../src/http/ask/http-date.ts";
import type { OrderInput } from "../../src/press/order.ts";
import { runPress } from "../../src/press/press.ts";
import { compareIndex } from "../../src/press/reconcile.ts";
import { examplesOf } from "../support/addresses.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import { contextOf, load, stepsThatRetry, titled, twoFilesIn } from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const MOMENT = Date.UTC(1994, 10, 6, 8, 49, 37);
const NOW = Date.UTC(2026, 10, 30);

const DATES: readonly (readonly [text: string | null, at: number | null])[] = [
  ["Sun, 06 Nov 1994 08:49:37 GMT", MOMENT],
  [" Sun, 06 Nov 1994 08:49:37 GMT ", MOMENT],
  ["Sunday, 06-Nov-94 08:49:37 GMT", MOMENT],
  ["Sun Nov  6 08:49:37 1994", MOMENT],
  ["Wednesday, 29-Feb-76 00:00:00 GMT", Date.UTC(2076, 1, 29)],
  ["Saturday, 01-Jan-77 00:00:00 GMT", Date.UTC(1977, 0, 1)],
  ["Sat, 31 Dec 2016 23:59:60 GMT", Date.UTC(2017, 0, 1)],
  [null, null],
  ["", null],
  ["2026-11-30", null],
  ["2026-11-30T00:00:00Z", null],
  ["1", null],
  ["Sun, 6 Nov 1994 08:49:37 GMT", null],
  ["Sun, 06 Nov 1994 08:49:37 CET", null],
  ["Sun, 06 Nov 1994 08:49:37", null],
  ["Sun, 31 Feb 1994 08:49:37 GMT", null],
  ["Sun, 00 Nov 1994 08:49:37 GMT", null],
  ["Sun, 06 Foo 1994 08:49:37 GMT", null],
  ["Sun, 06 Nov 1994 24:00:00 GMT", null],
  ["Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT", null],
];

test("a date is read in each of the three forms of HTTP, and nothing else is one", () => {
  for (const [text, at] of DATES) assert.equal(httpDate(text, NOW), at, `${text}`);
});

const BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT";
const THEN = "Sun, 06 Nov 1994 08:49:37 GMT";
const LATER = "Sun, 06 Nov 1994 08:49:38 GMT";
const FILE: Validators = { tag: '"a"', modified: { at: MOMENT, isOver: true } };
/** Composed at the request: no date is known. */
const COMPOSED: Validators = { tag: '"a"', modified: null };
/** HEAD of what was never made: no tag is known. */
const UNMADE: Validators = { tag: null, modified: { at: MOMENT, isOver: true } };

const CONDITIONS: readonly (readonly [of: Validators, headers: Record<string, string>, verdict: string])[] = [
  [FILE, {}, "answer"],
  [FILE, { "If-Match": '"a"' }, "answer"],
  [FILE, { "If-Match": '"b", "a"' }, "answer"],
  [FILE, { "If-Match": "*" }, "answer"],
  [FILE, { "If-Match": '"b"' }, "failed"],
  [FILE, { "If-Match": 'W/"a"' }, "failed"],
  [FILE, { "If-Match": '"b, *, c"' }, "failed"],
  [FILE, { "If-Match": "" }, "failed"],
  [FILE, { "If-Unmodified-Since": THEN }, "answer"],
  [FILE, { "If-Unmodified-Since": LATER }, "answer"],
  [FILE, { "If-Unmodified-Since": BEFORE }, "failed"],
  [FILE, { "If-Unmodified-Since": "yesterday" }, "answer"],
  [FILE, { "If-Match": '"a"', "If-Unmodified-Since": BEFORE }, "answer"],
  [FILE, { "If-Match": '"b"', "If-None-Match": '"a"' }, "failed"],
  [FILE, { "If-Unmodified-Since": BEFORE, "If-None-Match": '"a"' }, "failed"],
  [FILE, { "If-Match": '"a"', "If-None-Match": '"a"' }, "unchanged"],
  [FILE, { "If-None-Match": '"a"' }, "unchanged"],
  [FILE, { "If-None-Match": 'W/"a"' }, "unchanged"],
  [FILE, { "If-None-Match": '"b","a"' }, "unchanged"],
  [FILE, { "If-None-Match": " * " }, "unchanged"],
  [FILE, { "If-None-Match": '"b, *, c"' }, "answer"],
  [FILE, { "If-Modified-Since": THEN }, "unchanged"],
  [FILE, { "If-Modified-Since": LATER }, "unchanged"],
  [FILE, { "If-Modified-Since": BEFORE }, "answer"],
  [FILE, { "If-Modified-Since": "Sunday" }, "answer"],
  [FILE, { "If-Modified-Since": LATER, "If-None-Match": '"b"' }, "answer"],
  [FILE, { "If-Modified-Since": BEFORE, "If-None-Match": '"a"' }, "unchanged"],
  [FILE, { "If-Modified-Since": LATER, "If-None-Match": "?" }, "answer"],
  [FILE, { "If-Modified-Since": THEN, "If-Unmodified-Since": THEN }, "unchanged"],
  [COMPOSED, { "If-Modified-Since": LATER }, "answer"],
  [COMPOSED, { "If-Unmodified-Since": BEFORE }, "answer"],
  [COMPOSED, { "If-Match": '"b"' }, "failed"],
  [UNMADE, { "If-Match": '"b"' }, "answer"],
  [UNMADE, { "If-None-Match": '"a"' }, "answer"],
  [UNMADE, { "If-Modified-Since": THEN }, "unchanged"],
];

test("conditions are judged in the order of RFC 9110, and what cannot be judged counts as not said", () => {
  for (const [of, headers, verdict] of CONDITIONS)
    assert.equal(judge(new Headers(headers), of), verdict, JSON.stringify([of.tag, headers]));
});

test("what will only be tomorrow is dated today", () => {
  assert.deepEqual(modifiedAt([null, "2026-11-29T10:00:00.999Z"], NOW), {
    at: Date.UTC(2026, 10, 29, 10),
    isOver: true,
  });
  assert.deepEqual(modifiedAt(["2026-12-07T05:00:00.000Z"], NOW + 1234), { at: NOW + 1000, isOver: false });
  assert.equal(modifiedAt([null], NOW), null);
});

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

/** What is composed of more than the records tell, comes with the program, or is told of this moment. */
const UNDATED = /^\/(health|oembed|robots\.txt|faces\/|favicon|apple-touch)|since=/;

test("every route but those composed at the request says when it last changed, and heeds whoever asks by it", async () => {
  const place = { site: SITE, language: "en", topic: "closing", edition: "2026-W47" };
  const dated = new Set<string>();
  await atOnce(examplesOf(place), async ({ path }) => {
    const ask = async (headers: Record<string, string> = {}, method = "GET") => {
      const response = await worker.fetch(path, { method, headers });
      return { status: response.status, headers: response.headers, size: (await response.arrayBuffer()).byteLength };
    };
    const whole = await ask();
    const modified = whole.headers.get("Last-Modified");
    if (whole.status !== 200 || UNDATED.test(path)) {
      assert.equal(modified, null, path);
      return;
    }
    assert.ok(modified !== null, path);
    dated.add(modified);
    assert.ok(Date.parse(modified) <= Date.parse(whole.headers.get("Date") ?? "") || !whole.headers.has("Date"), path);
    assert.equal((await ask({}, "HEAD")).headers.get("Last-Modified"), modified, path);
    for (const method of ["GET", "HEAD"]) {
      const same = await ask({ "If-Modified-Since": modified }, method);
      assert.deepEqual([same.status, same.size], [304, 0], `${method} ${path}`);
      assert.equal(same.headers.get("Last-Modified"), modified);
      assert.equal(same.headers.get("Cache-Control"), whole.headers.get("Cache-Control"));
    }
    const second = new Date(Date.parse(modified) - 1000).toUTCString();
    assert.equal((await ask({ "If-Modified-Since": second })).status, 200, path);
    assert.equal((await ask({ "If-Modified-Since": modified, "If-None-Match": '"other"' })).status, 200, path);
    for (const headers of [{ "If-Unmodified-Since": second }, { "If-Match": '"other"' }]) {
      const failed = await ask(headers);
      assert.deepEqual([failed.status, failed.size], [412, 0], path);
      assert.equal(failed.headers.get("Cache-Control"), "no-store", path);
      assert.equal(failed.headers.get("Content-Type"), null, path);
    }
  });
  // Of the one edition of these stores, all at the moment at which it came out.
  assert.equal(dated.size, 1);
});

test("a part is cut by date only from exactly what the client has, and nobody may compress it", async () => {
  const whole = await worker.fetch("/en/council.pdf");
  const modified = whole.headers.get("Last-Modified") ?? "";
  await whole.arrayBuffer();
  const cut = async (headers: Record<string, string>) => {
    const response = await worker.fetch("/en/council.pdf", { headers: { Range: "bytes=0-99", ...headers } });
    await response.arrayBuffer();
    return [response.status, response.headers.get("Cache-Control")];
  };
  const part = [206, "public, max-age=300, stale-while-revalidate=3600, no-transform"];
  const all = [200, "public, max-age=300, stale-while-revalidate=3600"];
  assert.deepEqual(await cut({}), part);
  assert.deepEqual(await cut({ "If-Range": modified }), part);
  for (const seconds of [-1, 1]) {
    const other = new Date(Date.parse(modified) + seconds * 1000).toUTCString();
    assert.deepEqual(await cut({ "If-Range": other }), all);
  }
  assert.deepEqual(await cut({ "If-Range": "2026" }), all);
  assert.deepEqual(await cut({ Range: "bytes=99999999-" }), [416, "no-store"]);
  assert.deepEqual(await cut({ "If-Match": '"other"', Range: "bytes=99999999-" }), [412, "no-store"]);
});

const ADDRESSES = {
  newest: "/de/overview.pdf",
  page: "/de/overview",
  feed: "/de/feed.atom",
  list: "/editions.json",
  map: "/sitemap.xml",
  first: "/2026-W47/de/overview.pdf",
  firstPage: "/2026-W47/de/overview",
} as const;

test("through editions, corrections, checks and retractions each address is dated by its last change, and none goes back", async () => {
  const own = await startWorker({ stores: "empty" });
  try {
    const told = new Map<string, string>();
    const press = async (at: string, order: OrderInput) => {
      const { context } = contextOf(own, { now: () => new Date(at), filesIn: twoFilesIn });
      const run = await runPress(context, at, order, new Date(at), stepsThatRetry(0));
      const dates: Record<string, string | null> = {};
      for (const [name, path] of Object.entries(ADDRESSES)) {
        const response = await own.fetch(path);
        await response.arrayBuffer();
        const modified = response.headers.get("Last-Modified");
        dates[name] = modified === null ? null : new Date(modified).toISOString().slice(5, 16);
        if (modified === null) continue;
        const before = told.get(path) ?? modified;
        assert.ok(Date.parse(modified) >= Date.parse(before), `${at} ${path}: ${modified} after ${before}`);
        told.set(path, modified);
      }
      return [run, dates] as const;
    };
    const lists = (at: string) => ({ feed: at, list: at, map: at });

    await load(own, titled("The first"));
    const issue = { kind: "issue" } as const;
    assert.deepEqual(await press("2026-11-16T05:03:00.000Z", issue), [
      "issued",
      {
        newest: "11-16T05:03",
        page: "11-16T05:03",
        ...lists("11-16T05:03"),
        first: "11-16T05:03",
        firstPage: "11-16T05:03",
      },
    ]);
    // Nothing is new: only the newest page says that somebody looked.
    assert.deepEqual(await press("2026-11-23T05:01:00.000Z", issue), [
      "unchanged",
      {
        newest: "11-16T05:03",
        page: "11-23T05:01",
        ...lists("11-16T05:03"),
        first: "11-16T05:03",
        firstPage: "11-16T05:03",
      },
    ]);
    await load(own, titled("The first, corrected"));
    const correction = { kind: "correct", edition: "2026-W47", note: { de: "Falsch." } } as const;
    const corrected = await press("2026-11-24T09:00:00.000Z", correction);
    assert.deepEqual(corrected, [
      "issued",
      {
        newest: "11-24T09:00",
        page: "11-24T09:00",
        ...lists("11-24T09:00"),
        first: "11-16T05:03",
        firstPage: "11-24T09:00",
      },
    ]);
    // The correction is taken back: the newest is the first again, and everything that told of it is as of now.
    const retracted = { kind: "retract", edition: "2026-W47.2", reason: { de: "Doch nicht." } } as const;
    assert.deepEqual(await press("2026-11-25T10:00:00.000Z", retracted), [
      "retracted",
      {
        newest: "11-25T10:00",
        page: "11-25T10:00",
        ...lists("11-25T10:00"),
        first: "11-16T05:03",
        firstPage: "11-25T10:00",
      },
    ]);
    // What is gone answers so, whenever the client last looked.
    const gone = await own.fetch("/2026-W47.2/de/overview.pdf", {
      headers: { "If-Modified-Since": new Date().toUTCString() },
    });
    assert.deepEqual([gone.status, gone.headers.get("Last-Modified")], [410, null]);

    // An index that has yet to read the moments off the records is behind, and brought up to them.
    const { context } = contextOf(own);
    assert.deepEqual((await compareIndex(context)).unindexed, []);
    await own.LIBRARY.prepare("UPDATE editions SET published = NULL, retracted = NULL").run();
    assert.equal((await compareIndex(context)).unindexed.length, 2);
    await press("2026-11-25T11:00:00.000Z", { kind: "reconcile" });
    assert.deepEqual((await compareIndex(context)).unindexed, []);
  } finally {
    await own.stop();
  }
});
