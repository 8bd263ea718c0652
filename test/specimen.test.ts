/** The sheet that every isolate sets when it starts: it must be one that could be entered, or no isolate would start. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as v from "valibot";
import { LIBRARY, setSpecimen } from "../src/editions/specimen.ts";
import { librarySchema } from "../src/model/library.ts";

test("the specimen is a library like any other, and fits", () => {
  assert.ok(v.is(librarySchema, LIBRARY));
  assert.doesNotThrow(setSpecimen);
});
