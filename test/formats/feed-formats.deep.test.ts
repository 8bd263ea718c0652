/** Feeds of any text at all keep to their formats, in the eyes of parsers that are not those of the library that writes. */
import { test } from "node:test";
import { FEED_ENDINGS, type FeedEnding } from "../../src/formats/feed/feed-endings.ts";
import { assertAnyText } from "../support/feed-texts.ts";

for (const ending of Object.keys(FEED_ENDINGS) as FeedEnding[]) {
  test(`${ending}: any text at all`, async () => {
    await assertAnyText(ending, 300);
  });
}
