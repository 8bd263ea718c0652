/** The sheets that every isolate sets when it starts: they must be such as could be entered, or no isolate would start. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as v from "valibot";
import { librarySchema } from "../../src/model/library.ts";
import { LIBRARY, setSpecimens } from "../../src/render/specimen.ts";

test("the specimens are of a library like any other, and fit", () => {
  assert.ok(v.is(librarySchema, LIBRARY));
  assert.doesNotThrow(setSpecimens);
});
