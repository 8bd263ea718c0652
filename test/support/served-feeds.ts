/**
 * What is asked of every feed of the history and of every page that leads to one, for the fast tests, which ask it of some,
 * and the deep ones, which ask it of all. In: a Worker with the history. Out: assertions.
 */
import assert from "node:assert/strict";
import { FEED_ENDINGS, type FeedEnding } from "../../src/formats/feed/feed-endings.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { SITE } from "./edition-facts.ts";
import { FEEDS, WEEK_4 } from "./feed-history.ts";
import { faultsOf, readFeed } from "./feeds.ts";
import type { TestWorker } from "./worker.ts";

export const ENDINGS = Object.keys(FEED_ENDINGS) as FeedEnding[];

/** `/de/feed.atom`, `/de/kyiv/feed.atom`. */
export function feedPath(language: string, topic: string, ending?: string): string {
  return `/${language}/${topic === "" ? "" : `${topic}/`}feed${ending === undefined ? "" : `.${ending}`}`;
}

/** Valid, with the headers of its format, and with the items of the editions that brought something; their addresses. */
export async function assertFeed(
  worker: Pick<TestWorker, "fetch">,
  language: string,
  topic: string,
  ending: FeedEnding,
): Promise<readonly string[]> {
  const path = feedPath(language, topic, ending);
  const response = await worker.fetch(path);
  assert.equal(response.status, 200, path);
  assert.equal(response.headers.get("Content-Type"), FEED_ENDINGS[ending].contentType);
  assert.equal(response.headers.get("Content-Language"), language);
  assert.equal(response.headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600");
  const text = await response.text();
  assert.deepEqual(await faultsOf(text, ending), [], path);
  const { self, home, items, ...feed } = await readFeed(text, ending);
  assert.deepEqual([self, home, feed.language], [`${SITE}${path}`, `${SITE}/${language}/${topic}`, language]);
  assert.deepEqual(
    items.map(({ id }) => editionNamedIn(id ?? "")),
    FEEDS[topic],
    path,
  );
  for (const { id, url } of items)
    assert.equal(url, id?.includes("#") === true ? `${SITE}/${language}/editions#e2026-W50` : id);
  return items.map(({ url }) => url ?? "");
}

function editionNamedIn(id: string): string {
  const [, edition = "", retracted = ""] = /\/(\d{4}-W[\d.]+)\/[^#]*(#.*)?$/.exec(id) ?? [];
  return edition + retracted;
}

/** Pages below a language or an edition's language, and the topic of whose feeds they lead to. */
export const PAGES_WITH_FEEDS: readonly (readonly [page: string, topic: string])[] = [
  ["", ""],
  ["editions", ""],
  ["changes", ""],
  ...topicsOf(WEEK_4).flatMap(({ id }) => [[id, id] as const, [`${id}/all`, id] as const]),
];

/** In the head for programs, and in the navigation for readers. */
export async function assertLeadsToFeeds(
  worker: Pick<TestWorker, "fetch">,
  language: string,
  edition: string,
  [page, topic]: (typeof PAGES_WITH_FEEDS)[number],
): Promise<void> {
  const path = `${edition}/${language}/${page}`;
  const html = await (await worker.fetch(path)).text();
  const found = [...html.matchAll(/<link rel="alternate" type="([^"]+)" title="Einblatt[^"]*" href="([^"]+)">/g)];
  assert.deepEqual(
    found.map(([, type, href]) => `${type} ${href}`),
    ENDINGS.map((ending) => {
      const [type] = FEED_ENDINGS[ending].contentType.split(";");
      return `${type} ${SITE}${feedPath(language, topic, ending)}`;
    }),
    path,
  );
  const link = `<a href="${feedPath(language, topic)}">${LANGUAGES[language]?.feed.link}</a>`;
  assert.ok(/<nav[\s\S]*?<\/nav>/.exec(html)?.[0].includes(link), path);
}
