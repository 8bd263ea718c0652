/**
 * Downloads are counted and nobody is: what counts, by whom, summed without loss, shown when the day is over, and nothing
 * of whoever asked in any table. In workerd with the real clock; and in this process where the clock has to be ours.
 */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { callerOf } from "../../src/downloads/caller-of.ts";
import { DAYS_SHOWN, type DownloadSum, type Downloads, dayOf } from "../../src/downloads/download.ts";
import { addDownloads, readDownloads } from "../../src/downloads/download-store.ts";
import { GATHERING, tallyOf } from "../../src/downloads/tally.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { archiveJson } from "../../src/pages/archive-json.ts";
import { listEditions } from "../../src/store/edition-index.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { countingOn } from "../support/counting.ts";
import { dumpOf } from "../support/dump.ts";
import { SITE, startWorker, type TestWorker } from "../support/worker.ts";

const READER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const SCANNER = "Barracuda Sentinel (EE)";
const DAY = 86_400_000;
/** A Friday, in the edition's week. */
const NOON = Date.parse("2026-11-20T12:00:00Z");

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ counts: "on" });
});
after(async () => await worker.stop());
beforeEach(async () => {
  await worker.LIBRARY.prepare("DELETE FROM downloads").run();
});

const as = (userAgent: string, more: Record<string, string> = {}): RequestInit => ({
  headers: { "User-Agent": userAgent, ...more },
});

/** `2026-W47 kyiv pdf readers 3`, without the day. */
async function sumsNow(): Promise<readonly string[]> {
  const { results } = await worker.LIBRARY.prepare(
    "SELECT * FROM downloads ORDER BY edition, topic, ending, caller",
  ).all<DownloadSum>();
  return results.map(({ edition, topic, ending, caller, count }) => [edition, topic, ending, caller, count].join(" "));
}

/** Waits for what a Worker writes some seconds after its answers. */
async function sumsOf(total: number): Promise<readonly string[]> {
  for (let tries = 0; tries < 300; tries++) {
    const sum = await worker.LIBRARY.prepare("SELECT SUM(count) AS sum FROM downloads").first<number>("sum");
    if ((sum ?? 0) >= total) return await sumsNow();
    await pause(100);
  }
  throw new Error(`${total} downloads were not written: ${(await sumsNow()).join("; ")}`);
}

test("in workerd: what counts is counted, by whom it was asked for, across writings, and nothing of them is kept", async () => {
  const mark = "Kennzeichen4711";
  const personal = {
    Cookie: `id=${mark}`,
    Referer: `https://mail.example/${mark}`,
    "CF-Connecting-IP": "203.0.113.47",
    "X-Forwarded-For": "203.0.113.47",
    "Accept-Language": `de;q=1, ${mark}`,
    From: `${mark}@example.org`,
  };
  const get = async (path: string, userAgent = READER, more: Record<string, string> = {}): Promise<Response> => {
    const response = await worker.fetch(
      `${path}${path.includes("?") ? "&" : "?"}mc_eid=${mark}`,
      as(`${userAgent} ${mark}`, { ...personal, ...more }),
    );
    await response.arrayBuffer();
    return response;
  };
  const listBefore = await get("/editions.json");

  const first = await get("/de/kyiv.txt");
  const tag = first.headers.get("ETag") ?? "";
  await get("/2026-W47/de/kyiv.txt");
  await get("/uk/kyiv.txt", ROBOT);
  await get("/en/kyiv.txt", SCANNER);
  await get("/de/kyiv/all.md");
  await get("/de/changes.json");
  await get("/de/kyiv", READER, { Accept: "text/html" });
  for (const range of ["bytes=0-", "bytes=0-99"])
    assert.equal((await get("/de/kyiv.json", READER, { Range: range })).status, 206);

  // None of these is a download.
  for (const range of ["bytes=100-", "bytes=-50", "bytes=10-19"])
    assert.equal((await get("/de/kyiv.json", READER, { Range: range })).status, 206);
  assert.equal((await get("/de/kyiv.json", READER, { Range: "bytes=99999999-" })).status, 416);
  assert.equal((await get("/de/kyiv.txt", READER, { "If-None-Match": tag })).status, 304);
  assert.equal((await worker.fetch("/de/kyiv.txt", { method: "HEAD", ...as(READER) })).status, 200);
  assert.equal((await worker.fetch("/de/kyiv.txt", { method: "POST", ...as(READER) })).status, 405);
  for (const path of ["/kyiv.txt", "/", "/de/kyiv/"]) assert.equal((await get(path)).status, 302, path);
  for (const path of ["/de/nothing.txt", "/2026-W01/de/kyiv.txt", "/de/kyiv.doc"])
    assert.equal((await get(path)).status, 404, path);
  for (const path of ["/de/", "/de/editions", "/editions.json", "/de/changes?since=2026-W47"]) await get(path);

  const expected = [
    "2026-W47 changes json readers 1",
    "2026-W47 kyiv html readers 1",
    "2026-W47 kyiv json readers 2",
    "2026-W47 kyiv md readers 1",
    "2026-W47 kyiv txt readers 2",
    "2026-W47 kyiv txt robots 1",
    "2026-W47 kyiv txt scanners 1",
  ];
  assert.deepEqual(await sumsOf(9), expected);

  await get("/de/kyiv.txt");
  await get("/de/kyiv.txt");
  assert.deepEqual(
    await sumsOf(11),
    expected.map((line) => line.replace("txt readers 2", "txt readers 4")),
  );

  const dump = await dumpOf(worker.LIBRARY);
  assert.ok(dump.includes("\ndownloads\n") && dump.includes('"caller":"scanners"'), "the dump has what was counted");
  for (const trace of [mark, "203.0.113", "Firefox", "Googlebot", "Barracuda", "mail.example", "mc_eid"])
    assert.ok(!dump.includes(trace), trace);

  const listAfter = await get("/editions.json");
  assert.equal(listAfter.headers.get("ETag"), listBefore.headers.get("ETag"), "today is not shown");
});

test("where counting is off, nothing is written, kept awake for or shown", async () => {
  await addDownloads(worker.LIBRARY, [sum({ day: "2026-11-10" })]);
  const kept = await dumpOf(worker.LIBRARY);
  for (const counts of ["off", "", "On", "true"]) {
    const house = countingOn(worker, { now: () => NOON, counts });
    assert.equal((await house.fetch("/de/kyiv.txt", as(READER))).status, 200);
    const list = (await (await house.fetch("/editions.json")).json()) as { downloads: unknown };
    assert.equal(list.downloads, null);
    await house.gathered();
    assert.equal(house.awake(), 0, counts);
  }
  assert.equal(await dumpOf(worker.LIBRARY), kept);
});

test("isolates that write at once lose nothing of each other", async () => {
  const houses = Array.from({ length: 4 }, () => countingOn(worker, { now: () => NOON }));
  for (let round = 0; round < 3; round++) {
    await Promise.all(houses.map(async (house) => await (await house.fetch("/de/kyiv.txt", as(READER))).text()));
    await Promise.all(houses.map(({ gathered }) => gathered()));
  }
  assert.deepEqual(await sumsNow(), ["2026-W47 kyiv txt readers 12"]);
});

test("a database that fails costs the counts and no reader anything", async () => {
  const house = countingOn({ ...worker, LIBRARY: onlyCountsFail(worker.LIBRARY) }, { now: () => NOON });
  const response = await house.fetch("/de/kyiv.txt", as(`${READER} Kennzeichen`));
  assert.equal(response.status, 200);
  assert.ok((await response.text()).length > 100);
  await house.gathered();
  assert.equal(house.errors.length, 1);
  assert.deepEqual(JSON.parse(house.errors[0] ?? ""), { downloads: "lost", count: 1, message: "no downloads today" });
  for (const path of ["/de/editions", "/editions.json"]) assert.equal((await house.fetch(path)).status, 200, path);
  assert.deepEqual(await sumsNow(), []);
});

/** Whatever names the table of downloads is refused. */
function onlyCountsFail(db: D1Database): D1Database {
  return new Proxy(db, {
    get: (object, property) => {
      const value = Reflect.get(object, property) as unknown;
      if (typeof value !== "function") return value;
      return (...args: readonly unknown[]) => {
        if (property === "prepare" && /\bdownloads\b/.test(String(args[0]))) throw new Error("no downloads today");
        return value.apply(object, args);
      };
    },
  });
}

test("where Analytics Engine is bound it gets the sums, the database none, and nothing is shown", async () => {
  const points: AnalyticsEngineDataPoint[] = [];
  const COUNTER = { writeDataPoint: (point: AnalyticsEngineDataPoint) => points.push(point) } as AnalyticsEngineDataset;
  const house = countingOn(worker, { now: () => NOON, COUNTER });
  for (const who of [READER, READER, ROBOT]) await (await house.fetch("/de/kyiv.txt", as(who))).text();
  assert.deepEqual(points, []);
  await house.gathered();
  assert.deepEqual(points, [
    { indexes: ["2026-W47"], blobs: ["2026-11-20", "kyiv", "txt", "readers"], doubles: [2] },
    { indexes: ["2026-W47"], blobs: ["2026-11-20", "kyiv", "txt", "robots"], doubles: [1] },
  ]);
  assert.deepEqual(await sumsNow(), []);
  assert.equal(((await (await house.fetch("/editions.json")).json()) as { downloads: unknown }).downloads, null);
});

test("a dataset that throws costs no reader anything", async () => {
  const COUNTER = {
    writeDataPoint: () => {
      throw new Error("too many points");
    },
  } as AnalyticsEngineDataset;
  const house = countingOn(worker, { now: () => NOON, COUNTER });
  assert.equal((await house.fetch("/de/kyiv.txt", as(READER))).status, 200);
  await house.gathered();
  assert.match(house.errors.join(), /too many points/);
});

interface List {
  readonly downloads: Omit<Downloads, "editions"> | null;
  readonly editions: readonly { readonly downloads: Downloads["editions"][string] | null }[];
}

test("a day is shown when it is over, in every language and as data, and the list says so by its tag", async () => {
  let now = NOON;
  const house = countingOn(worker, { now: () => now });
  for (const who of [READER, READER, ROBOT, SCANNER]) await (await house.fetch("/de/kyiv.txt", as(who))).text();
  await (await house.fetch("/de/kyiv.md", as(READER))).text();
  await house.gathered();
  const look = async (): Promise<readonly [string | null, List]> => {
    const response = await house.fetch("/editions.json");
    return [response.headers.get("ETag"), (await response.json()) as List];
  };
  const [tag, hidden] = await look();
  assert.equal(hidden.downloads, null);
  // Late in the day and shortly after midnight, when some isolate may still have something to write.
  for (const time of ["2026-11-20T23:59:59Z", "2026-11-21T00:59:59Z"]) {
    now = Date.parse(time);
    assert.equal((await look())[0], tag, time);
  }
  now = Date.parse("2026-11-21T01:00:00Z");
  const [later, shown] = await look();
  assert.notEqual(later, tag);
  assert.deepEqual(shown.downloads, {
    since: "2026-11-20",
    until: "2026-11-20",
    days: [{ day: "2026-11-20", readers: 3, robots: 1, scanners: 1 }],
  });
  assert.deepEqual(shown.editions[0]?.downloads, {
    readers: 3,
    robots: 1,
    scanners: 1,
    topics: { kyiv: 3 },
    endings: { md: 1, txt: 2 },
  });
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const page = (await (await house.fetch(`/${language}/editions`)).text()).replaceAll("&nbsp;", " ");
    const line = words.page.counts.edition
      .replace("{readers}", "3")
      .replace("{robots}", "1")
      .replace("{scanners}", "1");
    assert.ok(page.includes(line), `${language}: ${line}`);
    assert.ok(page.includes(words.page.counts.about.slice(-40)), language);
    assert.doesNotMatch(page, /\{(since|until|readers|robots|scanners)\}/);
  }
});

test("what is shown stays small: days of four weeks, and sums", async () => {
  const until = "2026-11-20";
  const days = Array.from({ length: 100 }, (_, i) => dayOf(Date.parse(until) - i * DAY));
  await addDownloads(
    worker.LIBRARY,
    days.map((day) => sum({ day })),
  );
  const downloads = await readDownloads(worker.LIBRARY, until);
  assert.ok(downloads !== null);
  assert.equal(downloads.since, days.at(-1));
  assert.equal(downloads.days.length, DAYS_SHOWN);
  assert.equal(downloads.days.at(-1)?.day, until);
  assert.equal(downloads.editions["2026-W47"]?.readers, 100);
  const [entry] = await listEditions(worker.LIBRARY);
  assert.ok(entry !== undefined);
  const many = Array.from({ length: 520 }, (_, i) => ({
    ...entry,
    id: `${2026 + Math.floor(i / 52)}-W${10 + (i % 43)}`,
  }));
  const full = {
    ...(downloads.editions["2026-W47"] as Downloads["editions"][string]),
    topics: Object.fromEntries(topicsOf(worker.library).map(({ id }) => [id, 123_456])),
  };
  const editions = Object.fromEntries(many.map(({ id }) => [id, full]));
  assert.ok(archiveJson(many, SITE, { ...downloads, editions }).length < 1_000_000);
});

function sum(own: Partial<DownloadSum>): DownloadSum {
  return { edition: "2026-W47", topic: "kyiv", ending: "pdf", day: "2026-11-20", caller: "readers", count: 1, ...own };
}

test("readers, robots and scanners by the name they give", () => {
  const names: Readonly<Record<string, readonly (string | undefined)[]>> = {
    readers: [
      READER,
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    ],
    robots: [
      ROBOT,
      undefined,
      "",
      " ",
      "curl/8.14.1",
      "python-requests/2.32.3",
      "facebookexternalhit/1.1",
      "WhatsApp/2.23.20.0",
      "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
      "Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)",
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36",
    ],
    scanners: [SCANNER, "Mozilla/5.0 (compatible; Mimecast)", "Proofpoint/1.0 bot", "Microsoft SafeLinks"],
  };
  for (const [caller, of] of Object.entries(names))
    for (const name of of) assert.equal(callerOf(name), caller, String(name));
});

test("a name of any length and of any letters is one of the three", () => {
  for (const name of [
    "a".repeat(100_000),
    "bot ".repeat(30_000),
    "\u0000(((((".repeat(9_000),
    "Mozilla/".repeat(20_000),
  ])
    assert.ok(["readers", "robots"].includes(callerOf(name)));
});

test("many at once are written at once; a writing that was stopped is made up for by the next", async () => {
  let now = NOON;
  const written: (readonly DownloadSum[])[] = [];
  const waiting: Promise<void>[] = [];
  const outlet = {
    write: async (sums: readonly DownloadSum[]) => void written.push(sums),
    waitUntil: (work: Promise<void>) => void waiting.push(work),
  };
  // No pause ever ends here, as in an isolate that is stopped in the middle of each.
  const tally = tallyOf(
    () => now,
    () => new Promise(() => {}),
  );
  const note = (topic: string) => tally.note({ edition: "2026-W47", topic, ending: "pdf" }, READER, outlet);
  for (let i = 0; i < 249; i++) note("kyiv");
  assert.equal(waiting.length, 1, "one waits for all");
  note("moscow");
  await waiting[1];
  assert.deepEqual(
    written[0]?.map(({ topic, count }) => [topic, count]),
    [
      ["kyiv", 249],
      ["moscow", 1],
    ],
  );
  note("kyiv");
  note("kyiv");
  assert.equal(waiting.length, 2, "the first still waits");
  now += GATHERING;
  note("kyiv");
  assert.equal(waiting.length, 3, "another waits where the first is gone");
});
