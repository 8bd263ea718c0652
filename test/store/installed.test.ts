/**
 * What older programs published stays as it was, whatever the present one does: every installation on record is opened by
 * the built Worker, after its migrations, and of its addresses every tenth is asked; all of them in the deep tier. The
 * archives in `test/fixtures/` are written by `make-installed.ts`. One is added with each change of schema or storage, and
 * none is ever made anew.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readEntries } from "../../src/library/read-entries.ts";
import { readLibrary } from "../../src/library/read-library.ts";
import { parseLibrary } from "../../src/model/parsing/parse-library.ts";
import { mendLibrary } from "../../src/press/mend-library.ts";
import { listEditions } from "../../src/store/edition-index.ts";
import { readEdition } from "../../src/store/read-edition.ts";
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

for (const archive of archives) {
  test(`${archive}: its library comes over, and the libraries of its editions are still libraries`, async () => {
    await opened(archive, async ({ LIBRARY, SHEETS }) => {
      const library = await readLibrary(LIBRARY);
      assert.ok(library !== null);
      assert.equal((await readEntries(LIBRARY)).revision, 1);
      const editions = await listEditions(LIBRARY);
      assert.ok(editions.length > 1);
      for (const entry of editions) {
        const { library: frozen } = await readEdition(SHEETS, entry);
        const parsed = parseLibrary(frozen, () => ({ file: entry.id }));
        assert.equal(JSON.stringify(parsed.library), JSON.stringify(frozen), entry.id);
        const [{ id } = { id: "" }] = library.statements;
        assert.ok(mendLibrary(frozen, library, [id]).statements.some((each) => each.id === id));
      }
    });
  });
}
