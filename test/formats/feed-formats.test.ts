/**
 * Feeds as text: what goes in is what parsers read, whatever the titles hold. In: feeds made up here. The parsers are not
 * those of the library that writes.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FEED_ENDINGS, type FeedEnding, feedAddress } from "../../src/formats/feed/feed-endings.ts";
import { feedText } from "../../src/formats/feed/feed-text.ts";
import { FEEDS } from "../../src/formats/feed/feeds.ts";
import { urlOf } from "../../src/model/address.ts";
import { assertAnyText, feedWith, SITE } from "../support/feed-texts.ts";
import { faultsOf, readFeed } from "../support/feeds.ts";

const HOSTILE = [
  "Plain",
  `<b>&amp; ]]> "q" 'a' <![CDATA[ x ]]>`,
  "<script>alert(1)</script><!-- --><?xml ?><!DOCTYPE a [<!ENTITY x 'y'>]>&x;",
  "bell \u0007, null \u0000, half \ud83d, half \ude00, none \ufffe\uffff, turned \u202e, break \u2028 end",
  "Київ’s “quote” – „ä“ 😀",
];

/** What a reader shows: runs of spaces are one. */
const shown = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();

for (const ending of Object.keys(FEED_ENDINGS) as FeedEnding[]) {
  test(`${ending}: every field is read back, and hostile text is text`, async () => {
    for (const title of HOSTILE) {
      const feed = feedWith(title);
      const text = FEEDS[ending](feed);
      assert.deepEqual(await faultsOf(text, ending), [], title);
      const read = await readFeed(text, ending);
      assert.equal(read.language, "en");
      assert.equal(shown(read.title), shown(feedText(feed.title)));
      assert.equal(shown(read.description), shown(feedText(title)));
      assert.equal(read.self, urlOf(SITE, feedAddress("en", "kyiv", ending)));
      assert.equal(read.home, `${SITE}/en/kyiv`);
      assert.deepEqual(read.authors, ["Einblatt"]);
      assert.deepEqual(
        read.items.map(({ id, url, published, updated }) => ({ id, url, published, updated })),
        feed.items.map(({ id, url, published }) => ({ id, url, published, updated: published })),
      );
      for (const [i, item] of read.items.entries()) {
        assert.equal(shown(item.title), shown(feedText(feed.items[i]?.title ?? "")));
        assert.equal(shown(item.html), shown(feed.items[i]?.html ?? ""));
        assert.doesNotMatch(item.html ?? "", /<script|<!--|<!DOCTYPE/);
      }
      assert.equal(FEEDS[ending](structuredClone(feed)), text, "equal input, equal bytes");
    }
  });

  test(`${ending}: any text at all, and a feed without items`, async () => {
    await assertAnyText(ending, 40);
    assert.deepEqual(await faultsOf(FEEDS[ending](feedWith("Empty", { items: [] })), ending), []);
  });
}
