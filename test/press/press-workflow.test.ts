/**
 * The schedule, the Workflow and the stores as they run in production, in workerd: the cron's tick at given times, and news
 * to a listener. In: one Worker, and a server that listens on this machine.
 */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { PROGRAM } from "../../generated/program.ts";
import { editionsOf, load, titled } from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";
import { ended } from "../support/workflow.ts";

const heard: { key: unknown; body: { edition: string; contents: { de: string } } }[] = [];
const listener = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    heard.push({ key: request.headers["idempotency-key"], body: JSON.parse(body) });
    response.end();
  });
});
const lines: string[] = [];
let worker: TestWorker;
before(async () => {
  await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
  const { port } = listener.address() as AddressInfo;
  worker = await startWorker({
    stores: "empty",
    announceTo: `http://127.0.0.1:${port}/`,
    log: (line) => lines.push(line),
  });
});
after(async () => {
  listener.close();
  await worker.stop();
});

test("the tick at its time issues exactly one edition; earlier, again and later ticks issue none", async () => {
  await load(worker, titled("The first"));
  await worker.tick("2026-11-16T05:00:00.000Z");
  assert.equal(await ended(worker, "2026-W47"), "complete");
  await load(worker, titled("The second"));
  for (const time of ["2026-11-16T05:00:00.000Z", "2026-11-19T12:00:00.000Z", "2026-11-23T04:59:59.000Z"])
    await worker.tick(time);
  assert.deepEqual(
    (await editionsOf(worker)).map(({ id }) => id),
    ["2026-W47"],
  );
  await Promise.all([worker.tick("2026-11-23T05:00:00.000Z"), worker.tick("2026-11-23T05:00:00.000Z")]);
  assert.equal(await ended(worker, "2026-W48"), "complete");
  await worker.tick("2026-11-23T06:00:00.000Z");
  assert.deepEqual(
    (await editionsOf(worker)).map(({ id, issued }) => `${id} ${issued}`),
    ["2026-W47 2026-11-16T05:00:00.000Z", "2026-W48 2026-11-23T05:00:00.000Z"],
  );
  const said = lines.map((line) => JSON.parse(line));
  assert.deepEqual(
    [...new Set(said.map(({ version }) => version))],
    [PROGRAM.version],
    "each line says which version runs",
  );
  const ticks = said.filter(({ tick }) => tick !== undefined);
  // Of two ticks in the same moment both may be told that they started the run; it is one all the same.
  const begun = new Set(ticks.filter(({ found }) => found === "started").map(({ slot }) => slot));
  assert.deepEqual([...begun], ["2026-W47", "2026-W48"], lines.join("\n"));
  const frozen = said.filter(({ step }) => step === "freeze").map(({ press }) => press);
  assert.deepEqual(frozen, ["2026-W47", "2026-W48"], lines.join("\n"));
  assert.equal(ticks.at(-1).found, "settled");
});

test("a listener is told of each edition once by POST, with the edition's name as key", () => {
  assert.deepEqual(
    heard.map(({ key, body }) => [key, body.edition, body.contents.de]),
    ["2026-W47", "2026-W48"].map((id) => [id, id, `http://localhost:8787/${id}/de/`]),
  );
});
