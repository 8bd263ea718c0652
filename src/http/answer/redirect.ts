/**
 * To the same in the reader's language, or without a slash. In: the address asked for and the path to go to. Out: the
 * answer. The query travels as it was written, whatever is in it; who counts newsletter clicks needs it at the end.
 */

import { languageNamed } from "../ask/reader-language.ts";
import { CURRENT } from "./cache-control.ts";

export function redirect(url: string, path: string): Response {
  // Where the address names a language, every reader is sent to the same place. Where it does not, caches that know no
  // `Vary` must not send everyone to the first reader's language, so they are not to keep it.
  const kept: Record<string, string> =
    languageNamed(url) === undefined
      ? { Vary: "Accept-Language", "Cache-Control": "private, max-age=300" }
      : { "Cache-Control": CURRENT };
  return new Response(null, { status: 302, headers: { Location: path + queryOf(url), ...kept } });
}

/** With its question mark, as it was written; nothing where there is none. */
export function queryOf(url: string): string {
  return /\?[^#]*/.exec(url)?.[0] ?? "";
}
