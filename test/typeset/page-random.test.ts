/**
 * A few libraries of texts that break typesetters become one sound page each. No exception, nothing outside, nothing over
 * anything else, no word and no statement lost, and the same library gives the same page and the same file every time. A
 * thousand are tried in the deep tier.
 */
import { test } from "node:test";
import { assertRandomPages } from "../support/random-pages.ts";

test("a library of texts that break typesetters gives a sound page, and the same one again", async () => {
  await assertRandomPages(30);
});
