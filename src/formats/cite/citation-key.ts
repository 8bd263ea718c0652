/**
 * By what a text refers to an entry of its literature. In: what is cited. Out: a key of letters, digits and hyphens that
 * no other sheet, edition or language has.
 */
import type { Citable } from "../../model/citable.ts";

export function citationKey({ topic, edition, language }: Citable): string {
  return `einblatt-${topic}-${edition}-${language}`.replaceAll(".", "-");
}
