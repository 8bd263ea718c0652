/**
 * What a web page is told about where it stands. In: which edition it is of, by which address it was asked for, and what
 * the index knows. Out: notices. Of a pinned page they are true for ever and change only where the edition is corrected;
 * of the newest there is none but that somebody has looked for news and found none.
 */

import { urlOf } from "../../model/address.ts";
import type { Notice } from "../../pages/write-version-notice.ts";
import { dayIn } from "../../store/day-in.ts";
import { pageAddress } from "./variant-address.ts";
import type { Served } from "./version-links.ts";

export function noticesOf(
  { entry, versions, variant, pinned }: Omit<Served, "site">,
  lastCheck: string | null,
  timeZone: string,
): readonly Notice[] {
  const issued = entry.issuedOn;
  const page = pageAddress(variant);
  if (!pinned) {
    const on = lastCheck === null ? issued : dayIn(timeZone, lastCheck);
    return on > issued ? [{ kind: "checked", on, since: issued }] : [];
  }
  return [
    { kind: "kept", edition: entry.id, issued, newest: urlOf("", page) },
    ...versions.corrections.flatMap(({ id, correction }): readonly Notice[] =>
      correction === null
        ? []
        : [
            {
              kind: "corrected",
              on: correction.on,
              note: correction.note,
              edition: id,
              href: urlOf("", { ...page, edition: id }),
            },
          ],
    ),
  ];
}
