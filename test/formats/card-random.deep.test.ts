/**
 * Whatever the schema lets through has a sound card: a thousand libraries of texts that break typesetters, and those in
 * which every text is as long as it may be.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { rasterise } from "../../src/formats/card/rasterise.ts";
import { writeSvg } from "../../src/formats/card/write-svg.ts";
import { cardComplaints, cardsOf, letters, MOST_BYTES } from "../support/cards.ts";
import { editionAfter, FULL, libraryOf } from "../support/random.ts";
import { assertRandomCards } from "../support/random-cards.ts";

test("any library has sound cards, and the same ones again", async () => {
  await assertRandomCards(1000);
});

for (const scripts of [["german"], ["ukrainian"], ["endless"], ["wide"], ["chinese"]]) {
  test(`every cap reached at once still has its card: ${scripts.join()}`, async () => {
    const recipe = { ...FULL, scripts };
    const cards = cardsOf(editionAfter(libraryOf(recipe), recipe, { before: null, corrected: true }));
    assert.deepEqual(cards.flatMap(cardComplaints), []);
    const [first] = cards;
    assert.ok(first !== undefined);
    assert.ok((await rasterise(writeSvg(first.set))).length < MOST_BYTES);
    for (const { name, card } of cards) assert.ok(letters(card.alt).includes(letters(card.title.text)), name);
  });
}
