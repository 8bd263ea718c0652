/**
 * Manners of an answer on the wire, each held by one function: what campaign parameters do, who may read it, what a browser
 * that asks first is told, what it varies by. In: a way to ask, and an address. Out: nothing, or an assertion that fails.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { atOnce } from "./at-once.ts";
import type { BENDS } from "./bends.ts";
import { SITE } from "./edition-facts.ts";
import type { TestWorker } from "./worker.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** All that a client would notice if it got this answer for another one. */
  readonly looks: string;
}

export type Ask = (path: string, headers?: Readonly<Record<string, string>>, method?: string) => Promise<Answer>;

/** What is refused, in every way that a cache may meet. */
export const REFUSED = [
  "/en/atlantis",
  "/en/atlantis.json",
  "/en/atlantis.pdf",
  "/en/closing?paper=a5",
  "/atlantis",
  "/2020-W01/en/",
];
export const NOISE = `utm_source=brief&utm_medium=e%2Dmail&fbclid=${"x".repeat(90)}&mc_cid=a&mc_eid=b&ref=%E4%F6&q=a+b&empty`;

export const noisy = (path: string): string => `${path}${path.includes("?") ? "&" : "?"}${NOISE}`;

/** The Worker may not be there yet. */
export function asking(worker: () => TestWorker): Ask {
  return async (path, headers = {}, method = "GET") => {
    const response = await worker().fetch(path, { method, headers });
    const body = createHash("sha256").update(new Uint8Array(await response.arrayBuffer()));
    const seen = ["Content-Type", "Content-Language", "Location", "ETag", "Content-Location"];
    const looks = [response.status, ...seen.map((name) => response.headers.get(name)), body.digest("hex")].join(" ");
    return { status: response.status, headers: response.headers, looks };
  };
}

/** Campaign parameters change no answer, and no redirect loses them. */
export async function holdNoise(ask: Ask, path: string): Promise<void> {
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

const ACCEPTS = [null, "text/html,application/xhtml+xml,*/*;q=0.8", "application/json", "image/*"];
const LANGUAGES = [null, "en-GB,en", "uk;q=0.9"];
const WISHES = ACCEPTS.flatMap((accept) => LANGUAGES.map((language) => ({ accept, language })));

/** A shared cache mixes no two answers, and Vary names nothing that makes no difference. */
export async function holdVary(ask: Ask, path: string): Promise<void> {
  const asked = await atOnce(WISHES, async ({ accept, language }) => {
    const headers = {
      ...(accept === null ? {} : { Accept: accept }),
      ...(language === null ? {} : { "Accept-Language": language }),
    };
    return { accept, language, answer: await ask(path, headers) };
  });
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

const DATA = /json|xml|bibtex|ris\b|research-info|csv/;
const FOR_PEOPLE = /^(text\/(html|markdown|plain)|application\/pdf|font\/|image\/)/;

/** Scripts of other sites may read data, whole, in part, unchanged or refused, and nothing else. */
export async function holdSharing(ask: Ask, path: string): Promise<void> {
  const asking = { Origin: "https://elsewhere.example" };
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
      const isFramed = path.endsWith("/card");
      assert.equal(embedded, type.startsWith("image/") || isFramed ? "cross-origin" : "same-origin", name);
      assert.equal(headers.get("Cross-Origin-Embedder-Policy"), isFramed ? "require-corp" : null, name);
    }
  }
}

/** A browser that asks first is told what it may do, for data alone. */
export async function holdPreflight(ask: Ask, path: string): Promise<void> {
  const asking = {
    Origin: "https://elsewhere.example",
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "if-none-match, range",
  };
  const { headers, status } = await ask(path, asking, "OPTIONS");
  assert.equal(status, 204, path);
  assert.equal(headers.get("Allow"), "GET, HEAD, OPTIONS", path);
  const wanted = await ask(path, { Accept: "application/json, */*;q=0.1" });
  const shared = wanted.headers.has("Location") || DATA.test(wanted.headers.get("Content-Type") ?? "");
  assert.equal(headers.get("Access-Control-Allow-Origin"), shared ? "*" : null, path);
  assert.equal(headers.get("Access-Control-Allow-Methods"), shared ? "GET, HEAD" : null, path);
  assert.equal(headers.get("Access-Control-Allow-Headers"), shared ? "*" : null, path);
}

/** What mail programs leave at the end of a link, or make of it. */
export const TAILS = [
  ".",
  ",",
  ";",
  ")",
  ">",
  "]",
  "”",
  '"',
  "%20",
  "=",
  "=20",
  "%0D%0A",
  ").",
  "%22%3E",
  "%E2%80%8B",
  "…",
];

/** A link that a mail program broke, in each of these ways, leads to the page it means, its query kept. */
export async function holdMended(ask: Ask, path: string, broken: readonly string[]): Promise<void> {
  for (const each of broken) {
    // A dot by itself is gone before it is sent.
    if (new URL(each, SITE).pathname === path) continue;
    const { headers, status } = await ask(`${each}?${NOISE}`, { "Accept-Language": "uk" });
    assert.equal(status, 301, each);
    assert.equal(headers.get("Location"), `${path}?${NOISE}`, each);
  }
}

/** An address, bent by a rule, leads in one step to where what it means leads; false where the rule bends nothing in it. */
export async function holdBent(ask: Ask, path: string, name: string, bend: (typeof BENDS)[string]): Promise<boolean> {
  const wanted = { "Accept-Language": "uk" };
  const mark = path.includes("?") ? path.indexOf("?") : path.length;
  const found = bend(path.slice(0, mark), path.slice(mark));
  if (path === "" || found === null) return false;
  const [address = "", place] = found.meant.split("#");
  const plain = await ask(address, wanted, "HEAD");
  // Of some routes there is nothing in a small library, or nothing is well.
  if (plain.status >= 400) return false;
  const location = (plain.headers.get("Location") ?? address) + (place === undefined ? "" : `#${place}`);
  // Dots by themselves are gone before anything is sent, and some addresses are bent to another that there is.
  const sent = new URL(SITE + found.bent).href;
  if ([address, location].some((each) => sent === new URL(SITE + each).href)) return false;
  const { status, headers } = await ask(found.bent, wanted);
  const message = `${name}: ${found.bent}`;
  assert.equal(headers.get("Location"), location, message);
  assert.equal(status, found.byName === true || plain.status === 302 ? 302 : 301, message);
  assert.match(headers.get("Cache-Control") ?? "", status === 302 ? /^private/ : /^public/, message);
  return true;
}
