/**
 * Text in several languages, and what to show a reader whose language is missing.
 * In: a value per language. Out: one string with the language it is really in. It knows no sheet, no font and no list
 * of supported languages: that is the table in `templates/languages.ts`.
 */

/** A BCP 47 tag, such as `de`, `en` or `uk`. */
export type Language = string;

/** The same text in one or more languages. The first entry is the one it was written in. */
export type Localized = Readonly<Record<Language, string>>;

/** A text as shown: `lang` differs from the one asked for where a translation is missing. */
export interface Shown {
  readonly text: string;
  readonly lang: Language;
}

/** The text in `language`, or, where that is missing, in the language it was written in. */
export function inLanguage(text: Localized, language: Language): Shown {
  const wanted = text[language];
  if (wanted !== undefined) return { text: wanted, lang: language };
  for (const [lang, value] of Object.entries(text)) return { text: value, lang };
  return { text: "", lang: language };
}
