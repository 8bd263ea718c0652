/**
 * Downloads are counted and nobody is: what counts, by whom, summed without loss, shown when the day is over, and nothing
 * of whoever asked in any table. By the routes in this process, on a real database, since the clock has to be ours.
 */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { DAYS_SHOWN, type DownloadSum, type Downloads, dayOf } from "../../src/downloads/download.ts";
import { addDownloads, readDownloads } from "../../src/downloads/download-store.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { archiveJson } from "../../src/pages/archive-json.ts";
import { listEditions } from "../../src/store/edition-index.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { as, assertCounted, NOON, READER, ROBOT, SCANNER, sumsNow } from "../support/counted.ts";
import { countingOn } from "../support/counting.ts";
import { dumpOf } from "../support/dump.ts";
import { SITE } from "../support/edition-facts.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const DAY = 86_400_000;

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());
beforeEach(async () => {
  await worker.LIBRARY.prepare("DELETE FROM downloads").run();
});

test("what counts is counted, by whom it was asked for, across writings, and nothing of them is kept", async () => {
  const house = countingOn(worker, { now: () => NOON });
  await assertCounted(worker, house.fetch, async () => await house.gathered());
});

test("where counting is off, nothing is written, kept awake for or shown", async () => {
  await addDownloads(worker.LIBRARY, [sum({ day: "2026-11-10" })]);
  const kept = await dumpOf(worker.LIBRARY);
  for (const counts of ["off", "", "On", "true"]) {
    const house = countingOn(worker, { now: () => NOON, counts });
    assert.equal((await house.fetch("/de/council.txt", as(READER))).status, 200);
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
    await Promise.all(houses.map(async (house) => await (await house.fetch("/de/council.txt", as(READER))).text()));
    await Promise.all(houses.map(({ gathered }) => gathered()));
  }
  assert.deepEqual(await sumsNow(worker), ["2026-W47 council txt readers 12"]);
});

test("a database that fails costs the counts and no reader anything", async () => {
  const house = countingOn({ ...worker, LIBRARY: onlyCountsFail(worker.LIBRARY) }, { now: () => NOON });
  const response = await house.fetch("/de/council.txt", as(`${READER} Kennzeichen`));
  assert.equal(response.status, 200);
  assert.ok((await response.text()).length > 100);
  await house.gathered();
  assert.equal(house.errors.length, 1);
  assert.deepEqual(JSON.parse(house.errors[0] ?? ""), { downloads: "lost", count: 1, message: "no downloads today" });
  for (const path of ["/de/editions", "/editions.json"]) assert.equal((await house.fetch(path)).status, 200, path);
  assert.deepEqual(await sumsNow(worker), []);
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
  for (const who of [READER, READER, ROBOT]) await (await house.fetch("/de/council.txt", as(who))).text();
  assert.deepEqual(points, []);
  await house.gathered();
  assert.deepEqual(points, [
    { indexes: ["2026-W47"], blobs: ["2026-11-20", "council", "txt", "readers"], doubles: [2] },
    { indexes: ["2026-W47"], blobs: ["2026-11-20", "council", "txt", "robots"], doubles: [1] },
  ]);
  assert.deepEqual(await sumsNow(worker), []);
  assert.equal(((await (await house.fetch("/editions.json")).json()) as { downloads: unknown }).downloads, null);
});

test("a dataset that throws costs no reader anything", async () => {
  const COUNTER = {
    writeDataPoint: () => {
      throw new Error("too many points");
    },
  } as AnalyticsEngineDataset;
  const house = countingOn(worker, { now: () => NOON, COUNTER });
  assert.equal((await house.fetch("/de/council.txt", as(READER))).status, 200);
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
  for (const who of [READER, READER, ROBOT, SCANNER]) await (await house.fetch("/de/council.txt", as(who))).text();
  await (await house.fetch("/de/council.md", as(READER))).text();
  await house.gathered();
  const look = async (): Promise<readonly [string | null, List]> => {
    const response = await house.fetch("/editions.json");
    const list = (await response.json()) as List;
    assert.equal(response.headers.has("Last-Modified"), list.downloads === null, "no record dates what was counted");
    return [response.headers.get("ETag"), list];
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
    topics: { council: 3 },
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
  return {
    edition: "2026-W47",
    topic: "council",
    ending: "pdf",
    day: "2026-11-20",
    caller: "readers",
    count: 1,
    ...own,
  };
}
