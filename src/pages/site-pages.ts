/**
 * Every page of the site: what a sitemap lists and a crawler finds. In: the list of editions, the newest of those that
 * may be read, and the topics that it no longer has. Out: pages with the moment that last changed them, each in all
 * languages. A page is a web page that answers by itself at the address it calls canonical: the newest edition's
 * contents, sheets, complete pages and newsletter kits, its page of changes where it has one, and the list of editions.
 * What older editions keep belongs to the same page, but for topics that are no more: those are found where they last
 * were. Formats and parameters are ways to have a page and no pages.
 */
import { type Address, ARCHIVE } from "../model/address.ts";
import { CHANGES } from "../model/topic.ts";
import type { EditionEntry, ListedEdition } from "../store/edition-index.ts";
import type { GoneTopic } from "../store/gone-topics.ts";

export interface SitePage {
  /** Without a language, for it is in all of them. */
  readonly address: Address;
  /** ISO 8601; null where nothing is known of it. */
  readonly changed: string | null;
}

export function sitePages(
  editions: readonly ListedEdition[],
  newest: EditionEntry | null,
  gone: readonly GoneTopic[],
): readonly SitePage[] {
  const archive = { address: { topic: ARCHIVE }, changed: lastOf(editions) };
  if (newest === null) return [archive];
  const changed = newest.issued;
  return [
    { address: {}, changed },
    { address: { below: "newsletter" }, changed },
    ...newest.topics.flatMap(({ id }) => topicPages(id, changed)),
    ...(newest.changes === null ? [] : [{ address: { topic: CHANGES }, changed }]),
    archive,
    ...gone.flatMap(({ topic, edition, issued }) => topicPages(topic, issued, edition)),
  ];
}

function topicPages(topic: string, changed: string, edition?: string): readonly SitePage[] {
  const address = edition === undefined ? { topic } : { topic, edition };
  return [
    { address, changed },
    { address: { ...address, below: "all" }, changed },
    { address: { ...address, below: "newsletter" }, changed },
  ];
}

/** An edition that is issued or retracted changes the list. */
function lastOf(editions: readonly ListedEdition[]): string | null {
  const moments = editions.flatMap(({ issued, retraction }) => [
    issued,
    ...(retraction === null ? [] : [retraction.on]),
  ]);
  return moments.toSorted().at(-1) ?? null;
}
