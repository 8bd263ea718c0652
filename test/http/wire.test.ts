/**
 * Manners on the wire: what caches may keep and never mix, what other sites may read, that campaign parameters change nothing
 * and are never lost, and that asking changes nothing. In: the pressed edition. An example of every route, of every kind of
 * answer or of every header is asked for here, and all of them in `wire.deep.test.ts`; a new route is tried unasked.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examplesOf } from "../support/addresses.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import {
  type Answer,
  asking,
  holdMended,
  holdNoise,
  holdPreflight,
  holdSharing,
  holdVary,
  NOISE,
  REFUSED,
  TAILS,
} from "../support/manners.ts";
import { stateIn } from "../support/stored.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const PLACE = { site: SITE, language: "en", topic: "closing", edition: "2026-W47" };
const EXAMPLES = examplesOf(PLACE);
/** One of each route. */
const ONE_EACH = [...Map.groupBy(EXAMPLES, ({ route }) => route).values()].flatMap(([first]) => first?.path ?? []);

let worker: TestWorker;
/** What every example answers to who wants nothing special. */
let plain: readonly (readonly [path: string, answer: Answer])[];
/** What was stored before anything was asked for but what is made when it is. */
let state: unknown;
const ask = asking(() => worker);
before(async () => {
  worker = await startWorker();
  plain = await atOnce(EXAMPLES, async ({ path }) => [path, await ask(path)] as const);
  state = await stateIn(worker, "en/closing");
});
after(async () => await worker.stop());

/** One of each kind of answer, refusals among them. */
async function kinds(): Promise<readonly string[]> {
  const refused = await atOnce(REFUSED, async (path) => [path, await ask(path)] as const);
  const byKind = Map.groupBy(
    [...plain, ...refused],
    ([, { status, headers }]) => `${status} ${headers.get("Content-Type")}`,
  );
  return [...byKind.values()].flatMap(([first]) => first?.[0] ?? []);
}

test("campaign parameters change no answer, and no redirect loses them", async () => {
  await atOnce(ONE_EACH, async (path) => await holdNoise(ask, path));
});

test("what names an edition is kept for a day, what does not for minutes, a refusal and the state of things never", async () => {
  const pinned = "public, max-age=86400";
  const current = "public, max-age=300, stale-while-revalidate=3600";
  for (const [path, { headers, status }] of plain) {
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

test("a shared cache mixes no two answers, and Vary names nothing that makes no difference", async () => {
  const open = ["/", "/closing", "/en/feed", "/en/closing", "/en/closing/all", "/en/closing.json"];
  const refused = ["/en/atlantis", "/en/atlantis.json", "/atlantis"];
  for (const path of [...open, ...refused, "/closing.pdf)"]) await holdVary(ask, path);
});

test("scripts of other sites may read data, whole, in part, unchanged or refused, and nothing else", async () => {
  await atOnce(await kinds(), async (path) => await holdSharing(ask, path));
});

test("a browser that asks first is told what it may do, for data alone", async () => {
  const answered = (await kinds()).filter((path) => !REFUSED.includes(path));
  await atOnce(answered, async (path) => await holdPreflight(ask, path));
});

test("a link that a mail program broke leads to the page it means, its query kept", async () => {
  const meant = ["/en/closing", "/en/closing.pdf", "/2026-W47/uk/housing/all", "/de/", "/editions.json"];
  await atOnce(meant.entries(), async ([n, path]) => {
    const tails = TAILS.filter((_, i) => i % meant.length === n);
    await holdMended(ask, path, [
      ...tails.map((tail) => path + tail),
      n % 2 === 0 ? path.toUpperCase() : path.replace("/", "/%20"),
    ]);
  });
  for (const [broken, location] of [
    ["/Closing.PDF", "/uk/closing.pdf"],
    ["/en/closing/).", "/en/closing"],
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
  // A language alone is one more spelling of its contents.
  const isLanguage = (path: string): boolean => /^(\/2026-W47)?\/en$/.test(path);
  for (const [path, { status }] of plain) assert.equal(status === 301, isLanguage(path), path);
  await atOnce(["/en/atlantis.", "/en/ATLANTIS", "/en/closing.docx)", "/fr/closing.", "/en/clo.sing"], async (path) => {
    assert.equal((await ask(path)).status, 404, path);
  });
});

test("no address leads to another site, and none puts a line into a header", async () => {
  const evil = [
    "//evil.example",
    "//evil.example/",
    "//evil.example/en/closing.",
    "///evil.example",
    "/\\evil.example",
    "/%5Cevil.example",
    "/%2F%2Fevil.example",
    "/%2F/evil.example/",
    "/.%2Fevil.example.",
    "/en//evil.example/",
    "/en/%0D%0ALocation:%20https:%2F%2Fevil.example",
    "/en/closing%0D%0ASet-Cookie:%20a=b",
    "/https:/evil.example",
    "/en/@evil.example/",
    "/..//evil.example",
    "/2026-W47//evil.example/",
  ];
  await atOnce(evil, async (path) => {
    for (const each of [path, `${path}.`, `${path}?x=%0D%0ASet-Cookie:%20a=b`]) {
      const response = await worker.fetch(each);
      const location = response.headers.get("Location");
      assert.equal(response.headers.get("Set-Cookie"), null, each);
      if (location === null) continue;
      assert.equal(new URL(location, SITE).origin, SITE, `${each}: ${location}`);
      assert.match(location, /^\/(?![/\\])[\x21-\x7e]*$/, each);
    }
  });
});

test("nothing that was asked for has changed anything", async () => {
  assert.deepEqual(await stateIn(worker, "en/closing"), state);
});
