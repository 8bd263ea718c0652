/**
 * Settings that were changed, or that nobody can read, between two starts of the Worker on the same stores: what readers
 * were promised stays, and it is the operator who is told.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { routes } from "../../src/http/routes.ts";
import type { Site } from "../../src/http/site.ts";
import { BadSettings } from "../../src/model/problem.ts";
import { DEFAULTS, type SettingName, type SettingVars } from "../../src/model/settings.ts";
import { pressContextOf } from "../../src/press/press-context-of.ts";
import { SITE } from "../support/edition-facts.ts";
import { issueEdition, logRun } from "../support/issue.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const persist = mkdtempSync(join(tmpdir(), "einblatt-settings-"));
after(() => rmSync(persist, { recursive: true }));

async function withSchedule<T>(
  schedule: string,
  use: (worker: TestWorker) => Promise<T>,
  stores: "unpressed" | "empty" = "empty",
): Promise<T> {
  const worker = await startWorker({ persist, schedule, stores });
  try {
    return await use(worker);
  } finally {
    await worker.stop();
  }
}

const PROGRAM = { name: "test", version: "0.0.0" };
const KEPT = ["/2026-W48/de/", "/2026-W48/en/council", "/2026-W48/uk/council/all"] as const;
const pagesOf = async (worker: TestWorker): Promise<readonly string[]> =>
  await Promise.all(KEPT.map(async (path) => await (await worker.fetch(path)).text()));

test("a schedule moved to another time zone leaves the day of issue on kept pages as it was", async () => {
  const before = await withSchedule(
    "Monday 06:00 Europe/Berlin",
    async (worker) => {
      // On Monday in Berlin it is Sunday in Los Angeles.
      await issueEdition(worker, { id: "2026-W48", issued: "2026-11-23T05:00:00.000Z", library: worker.library });
      return await pagesOf(worker);
    },
    "unpressed",
  );
  assert.match(before[1] ?? "", /edition 2026-W48 of 23\u00a0November 2026/);
  for (const zone of ["America/Los_Angeles", "Asia/Kathmandu"])
    assert.deepEqual(await withSchedule(`Monday 06:00 ${zone}`, pagesOf), before, zone);
});

/** A wrong value of each, and what `/health` says of it. */
const WRONG: readonly (readonly [name: SettingName, value: string | undefined, told: RegExp])[] = [
  ["PUBLIC_URL", "briefings.example.org", /PUBLIC_URL is "briefings.example.org"; write the address readers use/],
  ["PUBLIC_URL", undefined, /PUBLIC_URL is not given; write the address readers use/],
  ["PUBLIC_URL", "", /PUBLIC_URL is ""; write the address readers use/],
  ["FORMER_HOSTS", "https://old.example/briefings", /FORMER_HOSTS is .*; write hosts or addresses without a path/],
  ["SCHEDULE", "Monday 06:00", /SCHEDULE is "Monday 06:00"; .* such as Monday 06:00 Europe\/Berlin/],
  ["SCHEDULE", "", /SCHEDULE is ""; .* such as Monday 06:00 Europe\/Berlin/],
  ["SCHEDULE", "Monday 06:00 Europe/Atlantis", /SCHEDULE .* such as Monday 06:00 Europe\/Berlin/],
  ["ANNOUNCE_TO", "http://hooks.example.org/key", /ANNOUNCE_TO .* begins with https:/],
  ["ANNOUNCE_SECRET", "hooks", /ANNOUNCE_SECRET .* write at least 16 characters/],
  ["INDEX_SECONDS", "abc", /INDEX_SECONDS is "abc"; write whole seconds/],
  ["COUNTS", "true", /COUNTS is "true"; write on or off/],
];

const READ = [
  "/de/",
  "/en/council",
  "/en/council.pdf",
  "/en/council/all",
  "/de/newsletter",
  "/en/editions",
  "/editions.json",
];
const MADE = ["/robots.txt", "/sitemap.xml", "/llms.txt", "/de/feed.atom"];

interface Told {
  readonly status: string;
  readonly edition: { readonly id: string } | null;
  readonly settings: readonly { readonly name: string; readonly message: string }[];
}

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

test("a setting that nobody can read costs readers nothing, and is named to whoever looks after it", async () => {
  await logRun(worker, "2026-11-30T05:00:00.000Z");
  const { LIBRARY, SHEETS } = worker;
  const right = { PUBLIC_URL: SITE, SCHEDULE: "Monday 06:00 Europe/Berlin", INDEX_SECONDS: "0" };
  const served = (own: SettingVars) => {
    const app = routes(PROGRAM, Date.now, async () => {});
    const env = { LIBRARY, SHEETS, ...right, ...own } as Site["Bindings"];
    return async (path: string) => await app.fetch(new Request(`${SITE}${path}`), env);
  };
  const told = async (own: SettingVars): Promise<readonly [number, Told]> => {
    const response = await served(own)("/health");
    return [response.status, (await response.json()) as Told];
  };
  for (const [name, value, message] of WRONG) {
    const fetch = served({ [name]: value });
    for (const path of [...READ, ...MADE]) {
      const response = await fetch(path);
      assert.equal(response.status, 200, `${name}=${value}: ${path}`);
      await response.arrayBuffer();
    }
    const [status, body] = await told({ [name]: value });
    assert.deepEqual([status, body.status, body.edition?.id], [503, "setting", "2026-W47"], name);
    assert.equal(body.settings.length, 1, name);
    assert.match(body.settings[0]?.message ?? "", message);
    assert.doesNotMatch(JSON.stringify(body), /hooks/, "what may hold a key is shown to nobody");
  }
  const [, all] = await told(Object.fromEntries(WRONG.map(([name, value]) => [name, value ?? ""])));
  assert.deepEqual(
    all.settings.map(({ name }) => name),
    ["PUBLIC_URL", "FORMER_HOSTS", "SCHEDULE", "ANNOUNCE_TO", "ANNOUNCE_SECRET", "INDEX_SECONDS", "COUNTS"],
  );

  // An installation from before a setting was there has none of that name.
  const absent = Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, undefined]));
  const [, body] = await told(absent);
  assert.deepEqual(body.settings, []);
  assert.equal((await served(absent)("/de/")).status, 200);
});

test("where the public address is wrong, pages made on the spot name the one at which they were asked for", async () => {
  const { LIBRARY, SHEETS } = worker;
  const app = routes(PROGRAM, Date.now, async () => {});
  const env = { LIBRARY, SHEETS, PUBLIC_URL: "https://example.org/briefings" } as unknown as Site["Bindings"];
  const text = async (path: string) => await (await app.fetch(new Request(`https://reader.test${path}`), env)).text();
  assert.match(await text("/robots.txt"), /^Sitemap: https:\/\/reader\.test\/sitemap\.xml$/m);
  const sheet = await app.fetch(new Request("https://reader.test/en/council"), env);
  assert.match(sheet.headers.get("Link") ?? "", /<https:\/\/reader\.test\/en\/council>; rel="canonical"/);
  assert.match(
    await sheet.text(),
    new RegExp(`${SITE}/2026-W47/en/council`),
    "what is printed was settled when it was frozen",
  );
});

test("the press issues nothing where it is wrong when or under which address, and without a listener all the same", () => {
  const { log } = console;
  const lines: unknown[] = [];
  console.log = (line: unknown) => lines.push(line);
  try {
    const stores = { LIBRARY: {} as D1Database, SHEETS: {} as R2Bucket };
    const contextOf = (own: SettingVars) => pressContextOf({ ...stores, PUBLIC_URL: `${SITE}//`, ...own }, PROGRAM);
    assert.deepEqual([contextOf({}).site, contextOf({}).announce, lines], [SITE, null, []]);
    for (const [name, value, message] of WRONG) {
      lines.length = 0;
      if (name === "PUBLIC_URL" || name === "SCHEDULE")
        assert.throws(
          () => contextOf({ [name]: value }),
          (error: Error) => error instanceof BadSettings && message.test(error.message),
        );
      else {
        assert.equal(contextOf({ [name]: value }).announce, null);
        assert.match((JSON.parse(String(lines)) as { error: string }).error, message);
      }
    }
  } finally {
    console.log = log;
  }
});
