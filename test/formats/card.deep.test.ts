/** Every preview card there is, drawn: those of a library, and those of libraries without answers, words or actors. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { rasterise } from "../../src/formats/card/rasterise.ts";
import { writeSvg } from "../../src/formats/card/write-svg.ts";
import type { Library } from "../../src/model/library.ts";
import { cardOf, cardsOf, pictureComplaints } from "../support/cards.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { bare, unspoken } from "../support/libraries.ts";

const LIBRARIES: Readonly<Record<string, Library>> = {
  "a library": HARBOUR,
  "a library without statements": unspoken(HARBOUR),
  "a library without anything": bare(HARBOUR),
  "a library without actors": { ...HARBOUR, actors: [], statements: [], disputes: [], speakers: [] },
};

for (const [name, library] of Object.entries(LIBRARIES)) {
  test(`every card of ${name} is a sound picture, and the same twice`, async () => {
    for (const card of cardsOf(editionOf(library))) {
      const png = await rasterise(writeSvg(card.set));
      assert.deepEqual(await pictureComplaints(card, png), []);
      const { set } = cardOf(editionOf(structuredClone(library)), card.topic, card.language);
      assert.ok(Buffer.from(png).equals(await rasterise(writeSvg(set))), `${card.name} is drawn otherwise again`);
    }
  });
}
