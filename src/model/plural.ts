/**
 * A phrase with a number in it, in one language. In: nothing. Out: the shape in which `templates/words/` gives such a phrase.
 * It does not choose the form; composing does.
 */

/** One form for each plural category of the language (CLDR); `other` is always there. `{n}` is the number. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
