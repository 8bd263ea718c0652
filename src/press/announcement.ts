/**
 * What is told when an edition is out. In: its entry. Out: plain values for whoever listens, with the addresses to link
 * to. It sends nothing.
 */
import { LANGUAGES } from "../../templates/languages.ts";
import { urlOf } from "../model/address.ts";
import type { ChangeCounts } from "../model/changes.ts";
import type { Correction } from "../model/edition.ts";
import type { EditionEntry } from "../store/edition-index.ts";

export interface News {
  readonly edition: string;
  readonly issued: string;
  readonly changes: ChangeCounts | null;
  readonly correction: Correction | null;
  /** The contents in each language, pinned to this edition. */
  readonly contents: Readonly<Record<string, string>>;
}

export function newsOf({ id, issued, site, changes, correction }: EditionEntry): News {
  const contents = Object.keys(LANGUAGES).map((language) => [language, urlOf(site, { language, edition: id })]);
  return { edition: id, issued, changes, correction, contents: Object.fromEntries(contents) };
}
