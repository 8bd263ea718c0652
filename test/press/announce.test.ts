/**
 * Whoever is told of an edition is told once: no redirect, no refusal and no silence counts as told, the next tick tries
 * again, and what was taken is not said a second time. In: a listener that answers as it is bidden, on this machine, and
 * the press on real stores.
 */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { announceTo } from "../../src/press/announce.ts";
import type { News } from "../../src/press/announcement.ts";
import { lastTelling } from "../../src/press/announcement-log.ts";
import { keepSchedule } from "../../src/press/keep-schedule.ts";
import type { OrderInput } from "../../src/press/order.ts";
import { runPress } from "../../src/press/press.ts";
import type { PressContext } from "../../src/press/press-context.ts";
import { ROOT } from "../support/edition-facts.ts";
import {
  contextOf,
  FIRST,
  issueAt,
  load,
  runsOf,
  SECOND,
  stepsThatRetry,
  titled,
  twoFilesIn,
  wipe,
} from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const operations = readFileSync(join(ROOT, "docs/operations.md"), "utf8");
const NEWS: News = { edition: "2026-W47", issued: FIRST, changes: null, correction: null, contents: {} };
const NOW = new Date("2026-11-16T05:03:07.890Z");

let heard: Heard[] = [];
/** What is answered; a redirect leads to `/thanks`, which takes anything. */
let status = 200;
const listener = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    const { method, url, headers } = request;
    heard.push({ method, url, headers, body });
    response.writeHead(url === "/thanks" ? 200 : status, { Location: "/thanks" }).end("x".repeat(1000));
  });
});
let hook: string;
let worker: TestWorker;
before(async () => {
  await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
  hook = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/key-that-is-secret`;
  worker = await startWorker({ stores: "empty" });
});
after(async () => {
  listener.close();
  await worker.stop();
});

const to = (secret: string | null = null) => announceTo({ url: hook, secret }, fetch, () => NOW);

test("2xx alone is told, and no redirect is followed", async () => {
  for (status of [200, 201, 202, 204, 299]) await to()(NEWS);
  assert.equal(heard.length, 5);
  for (status of [300, 301, 302, 303, 304, 307, 308, 400, 401, 404, 410, 429, 500, 503])
    await assert.rejects(to()(NEWS), { message: `ANNOUNCE_TO answered ${status}` });
  assert.deepEqual(new Set(heard.map(({ method, url }) => `${method} ${url}`)), new Set(["POST /key-that-is-secret"]));
});

test("a listener that is not there or does not answer is one that was not told, and its address is not", async () => {
  const failing = (failure: unknown) =>
    announceTo(
      { url: hook, secret: null },
      () => Promise.reject(failure),
      () => NOW,
    );
  const late = new DOMException(`${hook} is slow`, "TimeoutError");
  await assert.rejects(failing(late)(NEWS), { message: "ANNOUNCE_TO did not answer in 10 seconds" });
  for (const failure of [new TypeError(`cannot fetch ${hook}`), "gone", undefined])
    await assert.rejects(failing(failure)(NEWS), { message: "ANNOUNCE_TO could not be reached" });
  let signal: AbortSignal | null | undefined;
  const taking = async (_: string, init: RequestInit) => {
    signal = init.signal;
    return new Response(null);
  };
  await announceTo({ url: hook, secret: null }, taking, () => NOW)(NEWS);
  assert.ok(signal instanceof AbortSignal && !signal.aborted);
});

test("with a secret the time and the body are signed, without one nothing is", async () => {
  status = 200;
  heard = [];
  await to("sixteen-signs-ok")(NEWS);
  await to()(NEWS);
  const [signed, plain] = heard;
  assert.ok(signed !== undefined && plain !== undefined);
  const timestamp = signed.headers["einblatt-timestamp"];
  assert.equal(timestamp, "1794805387");
  const hash = createHmac("sha256", "sixteen-signs-ok").update(`${timestamp}.${signed.body}`).digest("hex");
  assert.equal(signed.headers["einblatt-signature"], `sha256=${hash}`);
  assert.deepEqual(JSON.parse(signed.body), NEWS);
  assert.equal(signed.headers["idempotency-key"], "2026-W47");
  assert.deepEqual([plain.headers["einblatt-timestamp"], plain.headers["einblatt-signature"]], [undefined, undefined]);
});

test("the example in the documents knows our signature from any other", async () => {
  const [, code = ""] = /```js\n([\s\S]*?isFromEinblatt[\s\S]*?)```/.exec(operations) ?? [];
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    readonly isFromEinblatt: (headers: IncomingHttpHeaders, body: string, secret: string) => boolean;
  };
  heard = [];
  await announceTo({ url: hook, secret: "sixteen-signs-ok" }, fetch, () => new Date())(NEWS);
  await to("sixteen-signs-ok")(NEWS);
  const [signed, old] = heard;
  assert.ok(signed !== undefined && old !== undefined);
  assert.equal(module.isFromEinblatt(signed.headers, signed.body, "sixteen-signs-ok"), true);
  assert.equal(module.isFromEinblatt(signed.headers, signed.body, "sixteen-signs-no"), false);
  assert.equal(module.isFromEinblatt(signed.headers, `${signed.body} `, "sixteen-signs-ok"), false);
  assert.equal(module.isFromEinblatt(old.headers, old.body, "sixteen-signs-ok"), false);
  assert.equal(module.isFromEinblatt({}, signed.body, "sixteen-signs-ok"), false);
});

function contextAt(time: string, own: Partial<PressContext> = {}): PressContext {
  return contextOf(worker, { now: () => new Date(time), filesIn: twoFilesIn, announce: to(), ...own }).context;
}

/** A tick in a week that was dealt with, and a Workflow in which nothing is to be done. */
async function tick(time: string, own: Partial<PressContext> = {}): Promise<void> {
  await keepSchedule(contextAt(time, own), {} as Workflow<OrderInput>, new Date(time));
}

async function order(time: string, input: OrderInput): Promise<void> {
  await runPress(contextAt(time), time, input, new Date(time), stepsThatRetry(1));
}

const editionsHeard = (): readonly string[] => heard.map(({ body }) => (JSON.parse(body) as News).edition);

async function announced(): Promise<unknown> {
  const { announced, status } = (await (await worker.fetch("/health")).json()) as Record<string, unknown>;
  assert.notEqual(status, "database");
  assert.doesNotMatch(JSON.stringify(announced), /127\.0\.0\.1|secret/);
  return announced;
}

test("what was not taken is tried again by each tick until it is, and then no more", async () => {
  heard = [];
  status = 302;
  await load(worker, titled("The first"));
  assert.equal(await announced(), null);
  assert.equal(await issueAt(contextAt(FIRST), FIRST, stepsThatRetry(2)), "issued");
  assert.deepEqual(editionsHeard(), ["2026-W47", "2026-W47", "2026-W47"]);
  const [run] = await runsOf(worker);
  assert.deepEqual([run?.outcome, run?.error], ["issued", "after it was issued: ANNOUNCE_TO answered 302"]);
  const failed = { edition: "2026-W47", told: null, tries: 3, tried: FIRST, error: "ANNOUNCE_TO answered 302" };
  assert.deepEqual(await announced(), failed);

  status = 503;
  await tick("2026-11-16T06:00:00.000Z");
  const again = { ...failed, tries: 4, tried: "2026-11-16T06:00:00.000Z", error: "ANNOUNCE_TO answered 503" };
  assert.deepEqual(await announced(), again);
  await tick("2026-11-16T07:00:00.000Z", { announce: null });
  assert.deepEqual(await announced(), again, "nobody is to be told any more");

  status = 204;
  await tick("2026-11-16T08:00:00.000Z");
  const at = "2026-11-16T08:00:00.000Z";
  assert.deepEqual(await announced(), { ...failed, tries: 5, tried: at, told: at, error: null });
  heard = [];
  await tick("2026-11-16T09:00:00.000Z");
  await order("2026-11-16T10:00:00.000Z", { kind: "issue" });
  assert.deepEqual(heard, [], "it is not told twice");
});

test("of two who tell at once one does, and who died while telling is followed by another", async () => {
  await wipe(worker);
  heard = [];
  status = 500;
  assert.equal(await issueAt(contextAt(FIRST), FIRST), "issued");
  status = 200;
  heard = [];
  await Promise.all([1, 2, 3].map(async () => await tick("2026-11-16T06:00:00.000Z")));
  assert.deepEqual(editionsHeard(), ["2026-W47"]);

  const dying = "UPDATE announcements SET told = NULL, trying = 1, tried = '2026-11-16T07:00:00.000Z'";
  await worker.LIBRARY.prepare(dying).run();
  heard = [];
  await tick("2026-11-16T07:00:30.000Z");
  assert.deepEqual(heard, []);
  await tick("2026-11-16T08:00:00.000Z");
  assert.deepEqual(editionsHeard(), ["2026-W47"]);
});

test("a run that died between publishing and telling is made up for; an edition from before anybody listened is not", async () => {
  await wipe(worker);
  heard = [];
  const dying = {
    do: async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      if (name === "sweep") throw new Error("the isolate is gone");
      return await work();
    },
  };
  assert.equal(await issueAt(contextAt(FIRST), FIRST, dying), "issued");
  assert.deepEqual(heard, []);
  await tick("2026-11-16T06:00:00.000Z");
  assert.deepEqual(editionsHeard(), ["2026-W47"]);

  await wipe(worker);
  heard = [];
  assert.equal(await issueAt(contextAt(FIRST, { announce: null }), FIRST), "issued");
  await tick("2026-11-16T06:00:00.000Z");
  assert.deepEqual([heard, await lastTelling(worker.LIBRARY)], [[], null]);
});

test("old news is not told: of an edition that was retracted, or after which a newer one came out", async () => {
  await wipe(worker);
  status = 500;
  assert.equal(await issueAt(contextAt(FIRST), FIRST), "issued");
  await load(worker, titled("The second"));
  assert.equal(await issueAt(contextAt(SECOND), SECOND), "issued");
  status = 200;
  heard = [];
  await tick("2026-11-23T06:00:00.000Z");
  assert.deepEqual(editionsHeard(), ["2026-W48"]);

  status = 500;
  const said = { de: "Ein Datum war falsch." };
  await load(worker, titled("The second, mended"));
  await order("2026-11-24T10:00:00.000Z", { kind: "correct", edition: "2026-W48", note: said });
  assert.equal((await lastTelling(worker.LIBRARY))?.edition, "2026-W48.2");
  await order("2026-11-24T11:00:00.000Z", { kind: "retract", edition: "2026-W48.2", reason: said });
  heard = [];
  status = 200;
  await tick("2026-11-24T12:00:00.000Z");
  assert.deepEqual(editionsHeard(), []);
});
