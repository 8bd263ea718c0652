/**
 * Which quotation marks each language uses, and which it never does. In: a language tag. Out: its pairs, outer ones
 * first. It knows no text; `punctuation.ts` holds texts to it.
 */
import type { Language } from "../localized.ts";

/** An opening mark and its closing one. */
export type MarkPair = readonly [open: string, close: string];

/** `’` is listed with the marks it closes; that it is the apostrophe too, every language knows. */
export const QUOTATION_MARKS: Readonly<Record<Language, readonly MarkPair[]>> = {
  de: [
    ["„", "“"],
    ["‚", "‘"],
    ["»", "«"],
    ["›", "‹"],
  ],
  en: [
    ["“", "”"],
    ["‘", "’"],
  ],
  uk: [
    ["«", "»"],
    ["„", "“"],
  ],
};

/** Every mark that some language quotes with. */
export const ALL_MARKS = "“”„‟‘‚‛«»‹›";
