/**
 * The language to speak to a reader in. In: a request. Out: the language its address names, or else the one its client
 * prefers, or else German. It decides nothing about what is served.
 */
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../../templates/languages.ts";
import { lookUpLanguage } from "../../model/language-tag.ts";
import { chooseLanguage } from "./negotiate.ts";

export function readerLanguage(request: Request): string {
  return languageMeant(request.url) ?? preferredLanguage(request);
}

/** Also where it is written as no address of ours is: whoever asks for `/de-AT/…` reads German. */
export function languageMeant(url: string): string | undefined {
  const segments = new URL(url).pathname.split("/").slice(1, 3);
  return (
    segments.map((segment) => lookUpLanguage(segment, Object.keys(LANGUAGES))).find((tag) => tag !== null) ?? undefined
  );
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
