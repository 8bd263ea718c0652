/**
 * The language to speak to a reader in. In: a request. Out: the language its address names, or else the one its client
 * prefers, or else German. It decides nothing about what is served.
 */
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../../templates/languages.ts";
import { chooseLanguage } from "./negotiate.ts";

export function readerLanguage(request: Request): string {
  return languageNamed(request.url) ?? preferredLanguage(request);
}

/** By the address alone, behind an edition or not. */
export function languageNamed(url: string): string | undefined {
  const segments = new URL(url).pathname.split("/").slice(1, 3);
  return segments.find((segment) => Object.hasOwn(LANGUAGES, segment));
}

export function preferredLanguage(request: Request): string {
  const header = request.headers.get("Accept-Language") ?? undefined;
  return chooseLanguage(header, Object.keys(LANGUAGES), DEFAULT_LANGUAGE);
}
