/**
 * What older programs published stays as it was, whatever the present one does: every installation on record is opened by
 * the built Worker, after its migrations, and of its addresses every tenth is asked; all of them in the deep tier. The
 * archives in `test/fixtures/` are written by `make-installed.ts`. One is added with each change of schema or storage, and
 * none is ever made anew.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { archives, opened, wrongIn } from "../support/opened.ts";

test("there are installations on record", () => {
  assert.ok(archives.includes("installed-49285e6.tar.br"));
});

for (const archive of archives) {
  test(`${archive}: what was published is answered as it was`, async () => {
    await opened(archive, async (worker, known) => {
      const all = Object.entries({ ...known.redirects, ...known.addresses });
      assert.ok(all.length > 500, `${all.length} addresses`);
      assert.deepEqual(
        await wrongIn(
          worker,
          all.filter((_, i) => i % 10 === 0),
          false,
        ),
        [],
      );
    });
  });
}
