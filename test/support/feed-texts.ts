/**
 * Feeds made up of one text, whatever it holds. In: a text, or in how many random ones a format is to be written. Out: a
 * feed that has the text wherever there is room for one; an assertion that its format is kept.
 */
import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { FeedEnding } from "../../src/formats/feed/feed-endings.ts";
import { FEEDS } from "../../src/formats/feed/feeds.ts";
import { writeFragment } from "../../src/formats/feed/write-fragment.ts";
import type { Feed } from "../../src/model/feed.ts";
import { faultsOf } from "./feeds.ts";
import { SEED } from "./random.ts";

export const SITE = "https://einblatt.example";

export function feedWith(title: string, own: Partial<Feed> = {}): Feed {
  const run = { text: title, voice: "plain" } as const;
  return {
    language: "en",
    site: SITE,
    topic: "kyiv",
    title: `Einblatt: ${title}`,
    description: title,
    licence: title,
    updated: "2026-11-23T05:00:00.000Z",
    items: ["2026-W48", "2026-W47.2"].map((id, i) => ({
      id: `${SITE}/${id}/en/kyiv`,
      url: `${SITE}/${id}/en/kyiv`,
      title: `${title} ${id}`,
      html: writeFragment([{ kind: "paragraph", style: "body", runs: [run] }], "en"),
      published: `2026-11-${23 - i}T05:00:00.000Z`,
    })),
    ...own,
  };
}

/** Of all code points, halves among them; fast-check's own unit for that takes a second to make its table. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { minLength: 1, maxLength: 40 })
  .map((codePoints) => String.fromCodePoint(...codePoints));

export async function assertAnyText(ending: FeedEnding, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyText, async (title) => {
      assert.deepEqual(await faultsOf(FEEDS[ending](feedWith(`x${title}`)), ending), []);
    }),
    { numRuns: runs, seed: SEED },
  );
}
