/**
 * One card of each kind of topic as a picture at the size that chats show, against the one in `golden/`: for eyes in
 * review, and for what no list of items shows. `npm run golden` writes the pictures anew; whoever does looks at them
 * first. Not pixels are compared but means over squares of 4.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { rasterise } from "../../src/formats/card/rasterise.ts";
import { writeSvg } from "../../src/formats/card/write-svg.ts";
import type { SetCard } from "../../src/model/card.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { cardOf, pictureOf } from "../support/cards.ts";
import { differencesBetween } from "../support/differences.ts";
import { editionOf } from "../support/edition.ts";
import { fromPng, type Picture, reduced, toPng } from "../support/picture.ts";
import { notShipped, SEEDS } from "./seeds.ts";

const FOLDER = join(import.meta.dirname, "golden");
const UPDATE = process.env.UPDATE_GOLDEN === "1";
const NAMES = ["ceasefire/de", "kyiv/en", "overview/uk"];
/** To 400 pixels across. */
const FACTOR = 3;

/**
 * Shades of 255. librsvg, which shares no code with resvg, draws these cards with at most 12 in a square and 0.3 in the
 * mean; a word less makes 60 and more in a square, and so do words 4 pixels aside.
 */
const TOLERANCE = { square: 16, mean: 1 } as const;
const differences = (found: Picture, expected: Picture): readonly string[] =>
  differencesBetween(found, expected, { side: 4, unit: FACTOR, tolerance: TOLERANCE });

function setNamed(name: string): SetCard {
  const [id = "", language = ""] = name.split("/");
  const topic = topicsOf(SEEDS).find((each) => each.id === id);
  assert.ok(topic !== undefined);
  return cardOf(editionOf(SEEDS), topic, language).set;
}

const drawn = async (set: SetCard): Promise<Picture> =>
  reduced(await pictureOf(await rasterise(writeSvg(set))), FACTOR);

for (const name of NAMES) {
  test(`the card ${name} looks as in its picture`, { skip: notShipped }, async () => {
    const file = join(FOLDER, `card-${name.replaceAll("/", "-")}.png`);
    const found = await drawn(setNamed(name));
    if (UPDATE) writeFileSync(file, toPng(found));
    assert.deepEqual(differences(found, fromPng(readFileSync(file))), [], `${name} looks different; look at it`);
  });

  test(`the card ${name} looks the same to another program`, { skip: notShipped }, async () => {
    const set = setNamed(name);
    const other = reduced(await pictureOf(new TextEncoder().encode(writeSvg(set))), FACTOR);
    assert.deepEqual(differences(await drawn(set), other), []);
  });

  test(`the card ${name}: a word or a mark that is lost is seen, and so is a shift`, { skip: notShipped }, async () => {
    const set = setNamed(name);
    const sound = await drawn(set);
    const word = set.items.findLastIndex((item) => item.kind === "text" && item.characters.length > 2);
    const mark = set.items.findLastIndex((item) => item.kind === "shape" && item.path.length > 3);
    const defects = {
      "a word is missing": set.items.filter((_, i) => i !== word),
      "a mark is missing": set.items.filter((_, i) => i !== mark),
      "the words are aside": set.items.map((item) => (item.kind === "text" ? { ...item, x: item.x + 4 } : item)),
    };
    for (const [defect, items] of Object.entries(defects))
      assert.notDeepEqual(differences(await drawn({ ...set, items }), sound), [], defect);
  });
}
