/**
 * Spaces that hold together what belongs together. In: a text and its language. Out: the text with private characters for
 * spaces at which no line may end, thin ones where the language wants them. They are copied as ordinary spaces, so the
 * words stay as they were entered.
 */
import { GLUE, THIN_GLUE } from "./shape.ts";

type Rule = readonly [pattern: RegExp, space: string];

/** Groups of three digits: 300 000. */
const THOUSANDS: Rule = [/(?<=\d) (?=\d{3}(?!\d))/g, THIN_GLUE];
/** A number and its sign: 50 %, 20 €, № 5, § 2. */
const SIGNS: Rule = [/(?<=\d) (?=[%‰€₴₽$°])|(?<=[§№]) (?=\d)/g, THIN_GLUE];

/** Rules for texts with a number in them. */
const NUMBERS: Readonly<Record<string, readonly Rule[]>> = {
  // Day and month, and a number with what it counts (Duden, Textverarbeitung).
  de: [THOUSANDS, SIGNS, [/(?<=\b\d{1,2}\.) (?=\p{Lu})|(?<=\d) (?=(?:Mio|Mrd|Uhr|km|Prozent)(?!\p{L}))/gu, GLUE]],
  en: [[/(?<=\d) (?=(?:million|billion|per cent|percent|km)(?!\p{L}))/gu, GLUE]],
  // Years and hundreds of them, money and its multiples.
  uk: [THOUSANDS, SIGNS, [/(?<=\d) (?=(?:р|рр|ст|тис|млн|млрд|грн|км)(?!\p{L}))/gu, THIN_GLUE]],
};

/** Rules for all texts. */
const LETTERS: Readonly<Record<string, readonly Rule[]>> = {
  // Abbreviations of several words: z. B., d. h., i. d. R.
  de: [[/(?<=(?:^|[\s(„\ue001])\p{Ll}\.) (?=\p{L}\.)/gu, THIN_GLUE]],
  // The same, and words of one letter, which do not end a line.
  uk: [
    [/(?<=(?:^|[\s(«„\ue001])\p{Ll}\.) (?=\p{Ll}\.)/gu, THIN_GLUE],
    [/(?<=(?:^|[\s(«„])[аеєиійоуюявзАЕЄИІЙОУЮЯВЗ]) (?=[\p{L}«„])/gu, GLUE],
  ],
};

export function bound(text: string, language: string): string {
  // A dash stays with the word before it, in every language.
  let words = text.replaceAll(" –", `${GLUE}–`);
  if (words.includes(". ")) words = initialsBound(words);
  for (const [pattern, space] of LETTERS[language] ?? []) words = words.replace(pattern, space);
  if (!/\d/.test(words)) return words;
  for (const [pattern, space] of NUMBERS[language] ?? []) words = words.replace(pattern, space);
  return words;
}

/** An initial stays with the name after it, as in “M. Brucker”. */
function initialsBound(text: string): string {
  return text.replace(/(?<=(?:^|[ \u00a0\ue000])\p{Lu}\.) (?=\p{Lu})/gu, GLUE);
}
