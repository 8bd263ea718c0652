/**
 * A page as it is served: with the longest that can be said of where it stands. In: a stored page and its language. Out:
 * the page with that in its marked place.
 */

import { VERSION_NOTICE_PLACE } from "../../src/formats/html/shell.ts";
import { writeVersionNotice } from "../../src/pages/write-version-notice.ts";

export function asServed(html: string, language: string): string {
  if (html.split(VERSION_NOTICE_PLACE).length !== 2)
    throw new Error("a page has one place where it is told where it stands");
  const note = { de: "Eine Aussage Moskaus war der falschen Quelle zugeschrieben; sie steht nun bei der richtigen." };
  const markup = writeVersionNotice(
    [
      { kind: "checked", on: "2026-11-23", since: "2026-11-16" },
      { kind: "kept", edition: "2026-W47", issued: "2026-11-16", newest: `/${language}/kyiv` },
      { kind: "corrected", on: "2026-11-25", note, edition: "2026-W47.2", href: `/2026-W47.2/${language}/kyiv` },
    ],
    language,
  );
  return html.replace(VERSION_NOTICE_PLACE, () => markup + VERSION_NOTICE_PLACE);
}
