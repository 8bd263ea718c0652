/**
 * A newsletter's morning in small: some thousand mixed requests for a pressed edition, by the code of `npm run bench`. No
 * answer is wrong, and no file is set or stored again. It measures no time.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeConnections } from "../../bench/load.ts";
import { type Asked, requestsOf } from "../../bench/morning-requests.ts";
import { addressesOf, learn, listFiles, sendAll } from "../../bench/morning-traffic.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { contextOf, issueAt, load } from "../support/press.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const REQUESTS = 2500;
const library = smallLibrary({ statements: [statement("one"), statement("two", { actor: "moscow" })] });
let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty", indexSeconds: "5" });
});
after(async () => {
  closeConnections();
  await worker.stop();
});

test("of thousands of mixed requests none is answered wrongly, and nothing is set again", async () => {
  await load(worker, library);
  await issueAt(contextOf(worker).context, "2026-11-19T05:00:00.000Z");
  const target = { port: Number((await worker.listening).port), host: "localhost:8787" };
  const topics = topicsOf(library).map(({ id }) => id);
  const before = await listFiles(worker.SHEETS);
  const known = await learn(target, addressesOf(topics, "2026-W47"), worker.SHEETS);
  assert.deepEqual(await listFiles(worker.SHEETS), before, "the press had made every file");

  const asked = [...requestsOf(known, REQUESTS, 1)];
  for (const status of [200, 206, 301, 304, 404])
    assert.ok(asked.filter(({ due }) => due.status === status).length > 50);
  const { answered, wrong } = await sendAll(target, asked.values(), Number.POSITIVE_INFINITY);
  assert.deepEqual(wrong, []);
  assert.equal(answered, REQUESTS);
  assert.deepEqual(await listFiles(worker.SHEETS), before);

  // The same with one thing due that is not so, for a morning that finds nothing wrong could be blind.
  const [first] = asked;
  assert.ok(first !== undefined);
  for (const due of [{ status: 418 }, { bytes: new Uint8Array(1) }, { headers: { etag: '"other"' } }]) {
    const other: Asked = { ...first, due: { ...first.due, ...due } };
    assert.equal((await sendAll(target, [other].values(), Number.POSITIVE_INFINITY)).wrong.length, 1);
  }
});
