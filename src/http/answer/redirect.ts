/**
 * To the same in the reader's language, or as a folder. In: the address asked for and the path to go to. Out: the answer.
 * The query travels as it was written, whatever is in it; who counts newsletter clicks needs it at the end.
 */

import { languageNamed } from "../ask/reader-language.ts";
import { CURRENT, OWN_READER } from "./cache-control.ts";

export function redirect(url: string, path: string): Response {
  const headers = { Location: path + queryOf(url) };
  // Where the address names a language, it is one more spelling of the same, for every reader and for good.
  if (languageNamed(url) !== undefined)
    return new Response(null, { status: 301, headers: { ...headers, "Cache-Control": CURRENT } });
  // Where it does not, caches that know no `Vary` must not send everyone to the first reader's language.
  const kept = { Vary: "Accept-Language", "Cache-Control": OWN_READER };
  return new Response(null, { status: 302, headers: { ...headers, ...kept } });
}

/** With its question mark, as it was written; nothing where there is none. */
export function queryOf(url: string): string {
  return /\?[^#]*/.exec(url)?.[0] ?? "";
}
