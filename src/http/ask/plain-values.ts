/**
 * The value of a parameter that somebody plainly meant. In: the parameter and the value as it arrived. Out: a value there
 * is, or null where nothing plainly is meant. Whether there is an edition of that name is not known here.
 */
import { TEMPLATES } from "../../../templates/templates.ts";
import { OEMBED_TYPES } from "../../formats/oembed.ts";
import { PAPERS } from "../../model/template.ts";
import { lettersOf, plainWord } from "./plain-word.ts";

const among =
  (values: readonly string[]) =>
  (word: string): string | null =>
    values.find((value) => lettersOf(value) === lettersOf(word)) ?? null;

const pixels = (word: string): string | null => (/^\d+$/.test(word) ? word : null);

const VALUES: Readonly<Record<string, (word: string) => string | null>> = {
  template: among(TEMPLATES.map(({ id }) => id)),
  paper: among(Object.keys(PAPERS)),
  dl: (word) => (/^[01]$/.test(word) ? word : null),
  since: plainEdition,
  format: among(Object.keys(OEMBED_TYPES)),
  maxwidth: pixels,
  maxheight: pixels,
};

export function plainValue(parameter: string, given: string): string | null {
  // Quoted-printable writes the sign between a name and its value as `=3D`, which leaves `3D` behind.
  const word = plainWord(given.replace(/^3D/, ""));
  return word === "" ? null : (VALUES[parameter]?.(word) ?? null);
}

/** `2026-w49`, `2026_W49`, `2026W49.2`; whether there is such a week is not known here. */
export function plainEdition(word: string): string | null {
  const [, year, week, revision = ""] = /^(\d{4})[-_ ]*w(\d{2})(\.\d+)?$/.exec(word) ?? [];
  return week === undefined ? null : `${year}-W${week}${revision}`;
}
