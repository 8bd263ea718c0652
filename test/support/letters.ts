/**
 * Libraries whose texts use very many different characters, which is what makes a file large. In: how many, from the
 * repertoire and from beyond it. Out: a library in which every text is drawn from them, always the same. No editor writes
 * like that.
 */
import type { Library } from "../../src/model/library.ts";
import { REPERTOIRE } from "../../src/model/repertoire.ts";
import { libraryOf } from "./random.ts";

/** Characters that one can see. */
const REPERTOIRE_LETTERS = REPERTOIRE.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
).filter((character) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(character));

export interface Letters {
  /** Characters that the faces have, and Chinese ones, that they have not. */
  readonly known: number;
  readonly unknown: number;
  /** Texts reach this share of their caps. */
  readonly length: number;
}

export function manyLetters({ known, unknown, length }: Letters): Library {
  const letters = [
    ...REPERTOIRE_LETTERS.slice(0, known),
    ...Array.from({ length: unknown }, (_, i) => String.fromCodePoint(0x4e00 + i)),
  ];
  let state = 1;
  const draw = (): string => {
    state = (state * 48271) % 0x7fffffff;
    return letters[state % letters.length] as string;
  };
  const counts = { actors: 4, issues: 6, articles: 5, statements: 80, disputes: 6, events: 12 };
  const library = libraryOf({ seed: 3, ...counts, scripts: ["german"], length, languages: ["de"], longIds: false });
  const redrawn = (value: unknown, key: string): unknown => {
    // Words of seven letters, so that lines break.
    if (typeof value === "string")
      return key === "de" ? Array.from(value, (_, i) => (i % 8 === 7 ? " " : draw())).join("") : value;
    if (Array.isArray(value)) return value.map((each) => redrawn(each, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, redrawn(each, name)]));
  };
  return redrawn(library, "") as Library;
}
