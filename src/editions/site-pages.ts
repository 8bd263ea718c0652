/**
 * Every page of the site: what a sitemap lists and a crawler finds. In: the entries of the index, newest first. Out: pages
 * with the edition that last changed them, each in all languages. A page is a web page that answers by itself at the
 * address it calls canonical: the newest edition's contents, sheets, complete pages and newsletter kits, its page of
 * changes where it has one, and the list of editions. What older editions keep belongs to the same page, but for topics that are no more:
 * those are found where they last were. Formats and parameters are ways to have a page and no pages.
 */
import { type Address, ARCHIVE } from "../model/address.ts";
import { CHANGES, presentName } from "../model/topic.ts";
import type { EditionEntry } from "./edition-index.ts";

export interface SitePage {
  /** Without a language, for it is in all of them. */
  readonly address: Address;
  /** ISO 8601; null where nothing is known of it. */
  readonly changed: string | null;
}

export function sitePages(entries: readonly EditionEntry[]): readonly SitePage[] {
  const readable = entries.filter(({ retraction }) => retraction === null);
  const [newest] = readable;
  const archive = { address: { topic: ARCHIVE }, changed: lastOf(entries) };
  if (newest === undefined) return [archive];
  const changed = newest.issued;
  return [
    { address: {}, changed },
    { address: { below: "newsletter" }, changed },
    ...newest.topics.flatMap(({ id }) => topicPages(id, changed)),
    ...(newest.changes === null ? [] : [{ address: { topic: CHANGES }, changed }]),
    archive,
    ...gone(readable, newest),
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

/** Topics that the newest edition has under no name. */
function gone(readable: readonly EditionEntry[], newest: EditionEntry): readonly SitePage[] {
  const last = new Map<string, EditionEntry>();
  for (const entry of readable)
    for (const { id } of entry.topics) if (!last.has(id) && presentName(id, newest) === null) last.set(id, entry);
  return [...last].flatMap(([id, entry]) => topicPages(id, entry.issued, entry.id));
}

/** An edition that is issued or retracted changes the list. */
function lastOf(entries: readonly EditionEntry[]): string | null {
  const moments = entries.flatMap(({ issued, retraction }) => [
    issued,
    ...(retraction === null ? [] : [retraction.on]),
  ]);
  return moments.toSorted().at(-1) ?? null;
}
