/**
 * The list of all editions as data. In: the entries of the index, newest first, the site's address, and the downloads
 * where they are counted. Out: JSON as `docs/editions.md` describes it. It names no key of a store and no program.
 */

import type { Downloads } from "../downloads/download.ts";
import { visibleStrings } from "../formats/visible-text.ts";
import { urlOf } from "../model/address.ts";
import type { ListedEdition } from "../store/edition-index.ts";

export function archiveJson(entries: readonly ListedEdition[], site: string, downloads: Downloads | null): string {
  const newest = entries.find(({ retraction }) => retraction === null);
  return `${JSON.stringify(
    {
      schema: "einblatt-editions/1",
      newest: newest?.id ?? null,
      downloads: downloads === null ? null : { since: downloads.since, until: downloads.until, days: downloads.days },
      editions: entries.map(({ id, week, revision, issued, asOf, libraryHash, ...entry }) => ({
        id,
        week,
        revision,
        issued,
        asOf,
        library: libraryHash,
        url: urlOf(site, { edition: id }),
        changes: entry.changes,
        correction: entry.correction,
        retraction: entry.retraction,
        downloads: downloads?.editions[id] ?? null,
      })),
    },
    visibleStrings,
    2,
  )}\n`;
}
