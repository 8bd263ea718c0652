/**
 * The languages of the sheet, in the order readers see them: a file of words and a hyphenation set each. In: the
 * files below `words/`. Out: the table. A language is an entry here and never a branch in code.
 */
import type { Words } from "../src/model/words.ts";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { uk } from "./words/uk.ts";

export const LANGUAGES: Readonly<Record<string, Words>> = { de, en, uk };

/** The language of a reader whose own is not among ours. */
export const DEFAULT_LANGUAGE = "de";
