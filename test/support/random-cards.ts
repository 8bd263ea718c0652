/**
 * Whatever the schema lets through has a sound card, and the same one again. In: how many libraries of texts that break
 * typesetters are to be tried. Out: an assertion; a library that breaks one is told as its recipe.
 */
import assert from "node:assert/strict";
import * as fc from "fast-check";
import { rasterise } from "../../src/formats/card/rasterise.ts";
import { writeSvg } from "../../src/formats/card/write-svg.ts";
import { type Topic, topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { cardComplaints, cardOf, MOST_BYTES } from "./cards.ts";
import { editionAfter, histories, libraryOf, recipes, SEED } from "./random.ts";

/** Every so many cards are set twice. */
const TWICE = 5;
/** Every so many cards are drawn. */
const DRAWN = 25;

export async function assertRandomCards(runs: number): Promise<void> {
  const some: string[] = [];
  await fc.assert(
    fc.property(recipes, fc.nat(), histories, (recipe, place, history) => {
      const edition = editionAfter(libraryOf(recipe), recipe, history);
      const topics = topicsOf(edition.library);
      const topic = topics[place % topics.length] as Topic;
      const tags = Object.keys(LANGUAGES);
      const language = tags[place % tags.length] as string;
      const found = cardOf(edition, topic, language);
      assert.deepEqual(cardComplaints(found), []);
      if (place % TWICE !== 0) return;
      const svg = writeSvg(found.set);
      assert.equal(writeSvg(cardOf(editionAfter(libraryOf(recipe), recipe, history), topic, language).set), svg);
      if (place % DRAWN === 0) some.push(svg);
    }),
    { numRuns: runs, seed: SEED },
  );
  assert.ok(some.length > 0, "some cards were drawn");
  for (const svg of some) assert.ok((await rasterise(svg)).length < MOST_BYTES);
}
