/**
 * The list of all editions as data. In: the entries of the index, newest first, and the site's address. Out: JSON as
 * `docs/json.md` describes it. It names no key of a store and no program.
 */
import { visibleStrings } from "../formats/visible-text.ts";
import { urlOf } from "../model/address.ts";
import type { EditionEntry } from "./edition-index.ts";

export function archiveJson(entries: readonly EditionEntry[], site: string): string {
  const newest = entries.find(({ retraction }) => retraction === null);
  return `${JSON.stringify(
    {
      schema: "einblatt-editions/1",
      newest: newest?.id ?? null,
      editions: entries.map(({ id, week, revision, issued, asOf, libraryHash, topics, ...entry }) => ({
        id,
        week,
        revision,
        issued,
        asOf,
        library: libraryHash,
        url: urlOf(site, { edition: id }),
        topics: topics.map((topic) => topic.id),
        changes: entry.changes,
        correction: entry.correction,
        retraction: entry.retraction,
      })),
    },
    visibleStrings,
    2,
  )}\n`;
}
