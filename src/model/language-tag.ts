/**
 * Which of our languages a tag means, by lookup (RFC 4647, 3.4): what stands behind the language is left out until one of
 * ours is left. In: a tag as somebody wrote it and the languages there are. Out: one of these, or null. It knows no table
 * of countries; `de-AT`, `uk_UA` and `eng` are understood by their first part alone.
 */

/** What is often written for a language and is none: Ukraine's code of a country. */
const MISTAKEN: Readonly<Record<string, string>> = { ua: "uk" };

export function lookUpLanguage(tag: string, offered: readonly string[]): string | null {
  // Programs also write `_` between the parts.
  const [, first] = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag) ?? [];
  if (first === undefined) return null;
  // Codes of three letters have one of two where there is one: `ukr` is `uk`.
  const [canonical = ""] = Intl.getCanonicalLocales(first);
  const language = MISTAKEN[canonical] ?? canonical;
  return offered.includes(language) ? language : null;
}
