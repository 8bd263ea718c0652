/**
 * Dates, counts and gaps in the words of a language. In: a value and the language's words. Out: the phrase. It uses the
 * patterns of the language's file and the plural categories of the platform, and no other knowledge of any language.
 */
import type { Plural } from "../../model/plural.ts";
import type { Words } from "../../model/words.ts";

/** `{name}` in a pattern becomes its value; a name without a value stays, so that a mistake shows. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  let filled = "";
  let from = 0;
  for (let open = pattern.indexOf("{"); open >= 0; open = pattern.indexOf("{", open + 1)) {
    const close = pattern.indexOf("}", open);
    const value = close < 0 ? undefined : values[pattern.slice(open + 1, close)];
    if (value === undefined) continue;
    filled += pattern.slice(from, open) + value;
    from = close + 1;
  }
  return from === 0 ? pattern : filled + pattern.slice(from);
}

/** `3 statements`, in the form that the language wants for that number. */
export function count(forms: Plural, n: number, language: string): string {
  return fill(forms[categoryOf(n, language)] ?? forms.other, { n });
}

/** Rules are made once a language and asked once a number, for either costs more than the words around it. */
const PLURALS = new Map<
  string,
  { readonly rules: Intl.PluralRules; readonly known: Map<number, Intl.LDMLPluralRule> }
>();

function categoryOf(n: number, language: string): Intl.LDMLPluralRule {
  let plural = PLURALS.get(language);
  if (plural === undefined) {
    plural = { rules: new Intl.PluralRules(language), known: new Map() };
    PLURALS.set(language, plural);
  }
  let category = plural.known.get(n);
  if (category === undefined) {
    category = plural.rules.select(n);
    plural.known.set(n, category);
  }
  return category;
}

/** A partial date (`2025-08-15`, `2025-08` or `2025`) in words, no more precise than it is. */
export function dateInWords(date: string, words: Words, length: "long" | "short"): string {
  const [y = "", m, d] = date.split("-");
  if (m === undefined) return y;
  const month = Number(m);
  const values = { y, m: month, mm: m, month: words.months[month - 1] ?? m, mon: words.shortMonths[month - 1] ?? m };
  const { dates } = words;
  if (d === undefined) return fill(length === "long" ? dates.month : dates.shortMonth, values);
  return fill(length === "long" ? dates.day : dates.shortDay, { ...values, d: Number(d), dd: d });
}
