/**
 * The hyphenation of each language. In: a language tag. Out: what breaks its words. A table is opened when its language
 * is first asked for, and a language without one is never hyphenated. A new language is a line here and one in
 * scripts/build-hyphenation.ts.
 */

import { Memo } from "../memo.ts";
import type { CastLanguage } from "./cast.ts";
import type { Hyphenation, Minima } from "./hyphenate.ts";
import { openHyphenation } from "./hyphenate.ts";
import de from "./hyphenation/de.bin";
import en from "./hyphenation/en.bin";
import uk from "./hyphenation/uk.bin";
import type { Stems } from "./word-breaks.ts";

const TABLES: ReadonlyMap<string, { readonly bytes: ArrayBuffer; readonly minima: Minima }> = new Map([
  ["de", { bytes: de, minima: { left: 2, right: 3, vowels: "aeiouyäöüàáâãåæèéêëíîïóôõøœúû" } }],
  ["en", { bytes: en, minima: { left: 2, right: 3 } }],
  ["uk", { bytes: uk, minima: { left: 2, right: 2 } }],
]);

const NEVER: Hyphenation = { hyphenate: () => [] };
const opened = new Map<string, Hyphenation>();

/** `language` is a BCP 47 tag; only its first part counts, so de-AT is broken like de. */
export function hyphenationFor(language: string): Hyphenation {
  const [primary = ""] = language.split("-");
  const known = opened.get(primary);
  if (known) return known;
  const table = TABLES.get(primary);
  if (!table) return NEVER;
  const hyphenation = openHyphenation(table.bytes, table.minima);
  opened.set(primary, hyphenation);
  return hyphenation;
}

/** Compounds whose parts no ligature may join; elsewhere a ligature is only a matter of looks. */
const COMPOUNDING: ReadonlySet<string> = new Set(["de"]);

/** Names, known by their stems, are never divided. */
export function languageOf(tag: string, stems: Stems): CastLanguage {
  const [primary = ""] = tag.split("-");
  return {
    primary,
    hyphenation: hyphenationFor(tag),
    joinsCompounds: !COMPOUNDING.has(primary),
    names: stems,
    divided: new Map(),
    cast: new Memo(),
  };
}
