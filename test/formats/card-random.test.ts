/**
 * A few libraries of texts that break typesetters have sound cards: nothing outside, nothing over anything else, no missing
 * glyph, and the same library gives the same card every time. A thousand are tried in the deep tier.
 */
import { test } from "node:test";
import { assertRandomCards } from "../support/random-cards.ts";

test("a library of texts that break typesetters has sound cards, and the same ones again", async () => {
  await assertRandomCards(25);
});
