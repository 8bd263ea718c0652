/**
 * Every address of every installation on record, as its program left it; and the same once its database is lost, before and
 * after its editions were put on record.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runPress } from "../../src/press/press.ts";
import { type Database, databaseOf, keysIn, libraryAlone, putDatabaseBack } from "../support/damage.ts";
import { archives, opened, wrongIn } from "../support/opened.ts";
import { contextOf, stepsThatRetry } from "../support/press.ts";

for (const archive of archives) {
  test(`${archive}: every file that was published is answered as it was`, async () => {
    await opened(archive, async (worker, known) => {
      const all = Object.entries({ ...known.redirects, ...known.addresses });
      assert.deepEqual(await wrongIn(worker, all, false), []);
    });
  });

  test(`${archive}: once its editions are on record its database may be lost, and before that nobody gets other bytes`, async () => {
    await opened(archive, async (worker, known) => {
      const some = Object.entries(known.addresses).filter((_, i) => i % 9 === 0);
      // Without an index nobody knows where a page stands among the others, which it says in a sentence of its own.
      const files = some.filter(([, { contentType }]) => !contentType?.startsWith("text/html"));
      const order = async (kind: "reconcile" | "rebuild" | "restore") =>
        await runPress(contextOf(worker).context, `${kind}-${some.length}`, { kind }, new Date(), stepsThatRetry(0));
      const whole = await databaseOf(worker);
      const records = await keysIn(worker, "records/");
      if (records.length === 0) {
        await putDatabaseBack(worker, libraryAlone(whole));
        assert.deepEqual(await wrongIn(worker, files, true), [], "before the first tick");
        assert.equal((await worker.fetch("/de/")).status, 503);
        await putDatabaseBack(worker, whole);
      }
      assert.equal(await order("reconcile"), "done");
      const adopted = await databaseOf(worker);
      await putDatabaseBack(worker, libraryAlone(adopted));
      assert.deepEqual(await wrongIn(worker, files, false), [], "from the records");
      assert.equal(await order("rebuild"), "done");
      assert.deepEqual(await wrongIn(worker, some, false), [], "from the index again");
      // What was written down of an edition by whoever adopted it is written down again.
      const manifests = (await keysIn(worker, "manifests/")).filter((key) => key.includes("/adopted-"));
      await worker.SHEETS.delete(manifests);
      assert.equal(await order("restore"), "done");
      for (const key of manifests) assert.ok((await worker.SHEETS.head(key)) !== null, key);
      const rows = (database: Database, table: string) => JSON.stringify(database.get(table));
      const again = await databaseOf(worker);
      for (const table of ["editions", "sheets"])
        assert.equal(rows(again, table).length, rows(adopted, table).length, table);
    });
  });
}
