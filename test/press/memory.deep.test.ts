/**
 * What one isolate can hold. A library of as many issues as there may be, with news in it, is frozen and the batch that
 * takes most is set by the real Workflow, in a workerd whose isolates get as much memory as leaves room, beside it, for
 * buffers and for what draws the cards in the 128 MB that the platform gives.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { keepLibrary } from "../../bench/kept-library.ts";
import { manyTopics } from "../../bench/many-topics.ts";
import { pressUntil } from "../../bench/press-until.ts";
import { CAPS } from "../../src/model/fields.ts";
import { HARBOUR } from "../support/fixtures.ts";

/** Megabytes of V8's old space. */
const MEMORY = 96;
/** The overview and the actors beside the issues. */
const TOPICS = CAPS.issues + 1 + HARBOUR.actors.length;

const folder = mkdtempSync(join(tmpdir(), "einblatt-"));
after(() => rmSync(folder, { recursive: true }));

test("5,000 topics of five statements, all of them changed, fit into an isolate", async () => {
  const library = manyTopics(HARBOUR, TOPICS);
  assert.ok(library.statements.length > 4.9 * CAPS.issues, String(library.statements.length));
  await keepLibrary(folder, library, 1);
  const { steps } = await pressUntil(folder, MEMORY, "set 1 of");
  assert.deepEqual(
    steps.map(({ name }) => name.replace(/ of .*/, "")),
    ["records", "record 1", "mark", "freeze", "set 1"],
  );
});
