/**
 * Every sheet holds from libraries at the edges of what can be entered: from one in which nobody has said anything, from
 * one with nothing in it at all, and from one in which everything is said ten times over.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { topicsOf } from "../../src/model/topic.ts";
import { editionOf } from "../support/edition.ts";
import { EDGES } from "../support/libraries.ts";
import { sheetComplaints } from "../support/page-complaints.ts";
import { sheetsOf } from "../support/sheets.ts";

for (const [name, library] of Object.entries(EDGES)) {
  for (const topic of topicsOf(library)) {
    test(`${name}: every sheet of ${topic.id} holds`, () => {
      const own = sheetsOf(library).filter((sheet) => sheet.topic.id === topic.id);
      assert.deepEqual(
        own.flatMap((sheet) => sheetComplaints(editionOf(library), sheet)),
        [],
      );
    });
  }
}
