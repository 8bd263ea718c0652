/**
 * The record is the publication: put once, and what it says stands. Two runs meet in the very moment of publishing, one is
 * stopped right after its record was put, another finds the edition that it was compared with replaced; and nothing is swept
 * before it is known what was published.
 */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { OrderInput } from "../../src/press/order.ts";
import { runPress } from "../../src/press/press.ts";
import type { PressContext, Steps } from "../../src/press/press-context.ts";
import { discard } from "../../src/press/sweep.ts";
import { filesAmiss } from "../../src/press/verify-files.ts";
import { editionById } from "../../src/store/edition-index.ts";
import { type ManifestLine, readManifest } from "../../src/store/manifest.ts";
import { listRecords, readPublication } from "../../src/store/record.ts";
import { databaseOf, deleteUnder, keysIn, libraryAlone, putDatabaseBack } from "../support/damage.ts";
import {
  contextOf,
  currentId,
  FIRST,
  load,
  SECOND,
  stepsThatRetry,
  titled,
  twoFilesIn,
  wipe,
} from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
});
after(async () => await worker.stop());
beforeEach(async () => {
  await wipe(worker);
  await load(worker, titled("The first"));
});

let runs = 0;
async function ordered(
  input: OrderInput,
  own: Partial<PressContext> = {},
  steps: Steps = stepsThatRetry(0),
): Promise<string> {
  return await runPress(
    contextOf(worker, { filesIn: twoFilesIn, ...own }).context,
    `run-${++runs}`,
    input,
    new Date(SECOND),
    steps,
  );
}

/** The bucket, and something that happens just before a record of an edition is put. */
function meeting(work: () => Promise<unknown>): R2Bucket {
  let met = false;
  return new Proxy(worker.SHEETS, {
    get: (bucket, property) => {
      if (property !== "put") return Reflect.get(bucket, property);
      return async (key: string, ...rest: [never, never]) => {
        if (/^records\/.*\/publication\.json$/.test(key) && !met) {
          met = true;
          await work();
        }
        return await bucket.put(key, ...rest);
      };
    },
  });
}

test("of two runs that publish one week in the same moment the second is late, and the first one's edition stands", async () => {
  const bucket = meeting(async () => {
    await load(worker, titled("Of the other run"));
    assert.equal(await ordered({ kind: "issue", time: "2026-11-16T06:00:00.000Z" }), "issued");
  });
  assert.equal(await ordered({ kind: "issue", time: FIRST }, { bucket }), "late");
  const record = await readPublication(worker.SHEETS, "2026-W47");
  assert.equal(record?.entry.issued, "2026-11-16T06:00:00.000Z");
  const text = await (await worker.fetch("/2026-W47/de/overview.txt")).text();
  assert.ok(text.includes("Of the other run"), text);
  for (const key of await keysIn(worker, "files/")) assert.ok(key.includes(record.entry.digest), key);
});

test("an edition whose record is put is published, though what it was compared with is replaced in that moment", async () => {
  assert.equal(await ordered({ kind: "issue", time: FIRST }), "issued");
  await load(worker, titled("The second"));
  const bucket = meeting(async () => {
    const note = { de: "Der Titel war falsch." };
    assert.equal(await ordered({ kind: "correct", edition: "2026-W47", note, time: SECOND }), "issued");
    await load(worker, titled("The third"));
  });
  assert.equal(await ordered({ kind: "issue", time: SECOND }, { bucket }), "issued");
  assert.deepEqual([...(await listRecords(worker.SHEETS)).keys()].sort(), ["2026-W47", "2026-W47.2", "2026-W48"]);
  assert.equal(await currentId(worker), "2026-W48");
});

test("stopped after its record was put, an edition is published by whoever comes next", async () => {
  let puts = 0;
  const bucket = new Proxy(worker.SHEETS, {
    get: (own, property) => {
      if (property !== "put") return Reflect.get(own, property);
      return async (key: string, ...rest: [never, never]) => {
        const put = await own.put(key, ...rest);
        if (key.endsWith("/publication.json")) {
          puts++;
          throw new Error("the answer was lost");
        }
        return put;
      };
    },
  });
  await assert.rejects(ordered({ kind: "issue", time: FIRST }, { bucket }));
  assert.equal(puts, 1);
  assert.equal(await currentId(worker), undefined);
  assert.equal((await worker.fetch("/2026-W47/de/overview.pdf")).status, 200, "its record is enough");
  assert.equal(await ordered({ kind: "reconcile" }), "done");
  assert.equal(await currentId(worker), "2026-W47");
});

test("what nobody knows any more keeps its name: nothing is issued before an operator has said what it is", async () => {
  assert.equal(await ordered({ kind: "issue", time: FIRST }), "issued");
  const text = await (await worker.fetch("/2026-W47/de/overview.txt")).text();
  await putDatabaseBack(worker, libraryAlone(await databaseOf(worker)));
  await deleteUnder(worker, "records/");
  await load(worker, titled("Something else"));
  for (const time of [FIRST, "2026-11-16T07:00:00.000Z", SECOND])
    assert.equal(await ordered({ kind: "issue", time }), "refused", time);
  assert.equal((await worker.fetch("/2026-W47/de/overview.txt")).status, 503);
  assert.equal(await ordered({ kind: "rebuild" }), "done");
  assert.equal(await (await worker.fetch("/2026-W47/de/overview.txt")).text(), text);
  assert.equal(await ordered({ kind: "issue", time: SECOND }), "issued");
});

test("until every edition is known to be on record nothing is swept", async () => {
  assert.equal(await ordered({ kind: "issue", time: FIRST }), "issued");
  const key = `files/2026-W47/${"a".repeat(64)}/de/overview/old.txt`;
  await worker.SHEETS.put(key, "Perhaps somebody's.\n");
  await deleteUnder(worker, "records/complete.json");
  const unmarked: Steps = {
    do: async (name, work) => (name === "mark" ? (null as never) : await work()),
  };
  assert.equal(await ordered({ kind: "issue", time: FIRST }, {}, unmarked), "issued", "the same order again");
  assert.ok((await worker.SHEETS.head(key)) !== null);
  assert.equal(await ordered({ kind: "issue", time: FIRST }), "issued");
  assert.equal(await worker.SHEETS.head(key), null, "now it is known to be nobody's");
});

test("what is published is not discarded, even by a run that takes it for its own failure", async () => {
  assert.equal(await ordered({ kind: "issue", time: FIRST }), "issued");
  const entry = await editionById(worker.LIBRARY, "2026-W47");
  assert.ok(entry !== null);
  const before = await keysIn(worker, "");
  await worker.LIBRARY.prepare("DELETE FROM editions").run();
  assert.equal(await discard(worker.SHEETS, worker.LIBRARY, entry), 0);
  assert.deepEqual(await keysIn(worker, ""), before);
});

test("a file of other bytes is amiss, whatever it says of itself", async () => {
  assert.equal(await ordered({ kind: "issue", time: FIRST }), "issued");
  const record = await readPublication(worker.SHEETS, "2026-W47");
  const read = await readManifest(worker.SHEETS, record?.manifests[0]?.key ?? "");
  const lines = read?.manifest.files ?? [];
  assert.deepEqual(await filesAmiss(worker.SHEETS, lines), []);
  const [line] = lines as [ManifestLine];
  const { customMetadata = {}, httpMetadata = {} } = (await worker.SHEETS.head(line.key)) ?? {};
  await worker.SHEETS.put(line.key, new Uint8Array(line.size), {
    customMetadata,
    httpMetadata: httpMetadata as R2HTTPMetadata,
    sha256: Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(line.size))).toString("hex"),
  });
  assert.deepEqual(await filesAmiss(worker.SHEETS, lines), [line]);
});
