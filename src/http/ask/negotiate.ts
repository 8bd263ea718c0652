/**
 * What a reader's client prefers. In: the `Accept` or `Accept-Language` header and what there is. Out: one of these, or
 * null where the header rules all of them out. Hono reads the header's grammar; here is only what a preference means.
 */
import { parseAccept } from "hono/utils/accept";
import { lookUpLanguage } from "../../model/language-tag.ts";

/** A media type without parameters, in lower case. */
export type MediaType = string;

/** `offered` stands in our order of preference, which decides where the client has none. */
export function chooseType(accept: string | undefined, offered: readonly MediaType[]): MediaType | null {
  const ranges = parseAccept(accept ?? "").map(({ type, q }) => ({ type: type.toLowerCase(), q }));
  // A header in which nothing looks like a media type says nothing.
  const sensible = ranges.filter(({ type }) => /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$|^\*(\/\*)?$|^[\w.+-]+\/\*$/.test(type));
  if (sensible.length === 0) return offered[0] ?? null;
  const ranked = offered.flatMap((type) => {
    // The most specific range speaks for a type, as RFC 9110 12.5.1 has it.
    const [best] = sensible
      .map((range) => ({ q: range.q, precision: precisionOf(range.type, type) }))
      .filter(({ precision }) => precision > 0)
      .sort((a, b) => b.precision - a.precision);
    return best === undefined || best.q === 0 ? [] : [{ type, ...best }];
  });
  ranked.sort((a, b) => b.q - a.q || b.precision - a.precision);
  return ranked[0]?.type ?? null;
}

/** 3 for the type itself, 2 for `text/*`, 1 for anything, 0 for no match. */
function precisionOf(range: string, type: MediaType): number {
  if (range === type) return 3;
  if (range === "*/*" || range === "*") return 1;
  return range.endsWith("/*") && type.startsWith(range.slice(0, -1)) ? 2 : 0;
}

/**
 * `de-AT` is served by `de`; a reader none of whose languages we have gets the fallback. What is refused by `q=0` is served
 * only where all else is refused too, and `*` means the languages that the header does not name.
 */
export function chooseLanguage(
  acceptLanguage: string | undefined,
  offered: readonly string[],
  fallback: string,
): string {
  const ranges = parseAccept(acceptLanguage ?? "")
    // `de-AT;q=0` refuses what is written as in Austria, which ours is not.
    .filter(({ type, q }) => q > 0 || !/[-_]/.test(type))
    .map(({ type, q }) => ({ q, means: type === "*" ? type : lookUpLanguage(type, offered) }));
  const refused = ranges.filter(({ q }) => q === 0).map(({ means }) => means);
  const named = ranges.map(({ means }) => means);
  const inOrder = [fallback, ...offered];
  for (const { means, q } of ranges.toSorted((a, b) => b.q - a.q)) {
    const meant = means === "*" ? inOrder.find((language) => !named.includes(language)) : means;
    if (q > 0 && meant != null && !refused.includes(meant)) return meant;
  }
  const rest = refused.includes("*") ? [] : inOrder.filter((language) => !refused.includes(language));
  return rest[0] ?? fallback;
}
