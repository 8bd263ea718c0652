/**
 * What older programs published stays as it was, whatever the present one does: every installation on record is opened by
 * the built Worker, after its migrations, and each of its addresses is asked. In: the archives in `test/fixtures/`, which
 * `make-installed.ts` writes. An archive is added with each change of schema or storage, and none is ever made anew.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { unpack } from "../support/archive.ts";
import { ROOT } from "../support/edition-facts.ts";
import { answerAt, type Installed } from "../support/installed.ts";
import { startWorker } from "../support/worker.ts";

const FOLDER = join(ROOT, "test/fixtures");
const archives = readdirSync(FOLDER).filter((name) => name.startsWith("installed-"));

/** Requests at once; workerd has one thread for all. */
const TOGETHER = 8;

test("there is an installation on record", () => {
  assert.ok(archives.includes("installed-49285e6.tar.br"));
});

for (const archive of archives) {
  test(`${archive}: every file that was published is answered as it was`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "einblatt-installed-"));
    unpack(readFileSync(join(FOLDER, archive)), folder);
    const known = JSON.parse(readFileSync(join(folder, "addresses.json"), "utf8")) as Installed;
    const worker = await startWorker({ persist: join(folder, "v3"), stores: "empty" });
    const wrong: string[] = [];
    try {
      const all = Object.entries({ ...known.redirects, ...known.addresses });
      assert.ok(all.length > 500, `${all.length} addresses`);
      const asker = async (): Promise<void> => {
        for (let next = all.pop(); next !== undefined; next = all.pop()) {
          const [path, was] = next;
          const is = await answerAt(worker, path, was.key ?? null);
          for (const [name, value] of Object.entries(was))
            if (is[name as keyof typeof is] !== value)
              wrong.push(`${path}: ${name} was ${value}, is ${is[name as keyof typeof is]}`);
        }
      };
      await Promise.all(Array.from({ length: TOGETHER }, asker));
    } finally {
      await worker.stop();
      rmSync(folder, { recursive: true });
    }
    assert.deepEqual(wrong, []);
  });
}
