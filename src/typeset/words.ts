/**
 * Where a word may be divided. In: a word as it is set, and its language with the names on the sheet. Out: the places,
 * and whether a line that ends there needs a hyphen: none after a dash or at the joint of an address. It refuses to
 * divide names, numbers and abbreviations, addresses except at their joints, and ligatures.
 */
import type { Hyphenation } from "./hyphenate.ts";
import { lettersOf } from "./ligatures.ts";
import { GLUE, THIN_GLUE } from "./shape.ts";

/** What the typesetter knows of a language. */
export interface Language {
  /** Its BCP 47 tag up to the first hyphen. */
  readonly primary: string;
  readonly hyphenation: Hyphenation;
  /** Whether a ligature may stand where the parts of a compound meet: in English, but not in German. */
  readonly joinsCompounds: boolean;
  isName(word: string): boolean;
}

export interface Division {
  /** UTF-16 index of the first unit on the next line. */
  readonly at: number;
  readonly hyphen: boolean;
}

const NONE: readonly Division[] = [];
const ADDRESS = /:\/\/|^www\.|^localhost[:/]|^[\w-]+(\.[\w-]+)+\//;
const JOINT = /[/.]/;
/** Two letters before a break and two after it are the least in any language. */
const SHORTEST = 4;
const DASH = /[-–—]/;
const DASHES = /(?<=\p{L}{2})[-–—](?=\p{L}{2})/gu;
const LIGATURE = /[\ufb00-\ufb04]/;

export function isAddress(word: string): boolean {
  return JOINT.test(word) && ADDRESS.test(word);
}

export function divide(word: string, language: Language): readonly Division[] {
  // Nothing this short has a place to divide, and most words of a text are this short.
  if (word.length < SHORTEST) return NONE;
  if (LIGATURE.test(word)) return apartFromLigatures(word, language);
  if (isAddress(word)) return addressJoints(word);
  const hyphens = language.isName(word) ? [] : language.hyphenation.hyphenate(word);
  if (!DASH.test(word)) return hyphens.length === 0 ? NONE : hyphens.map((at) => ({ at, hyphen: true }));
  // A hyphen or dash inside a word is a joint, but not beside a single letter or a number, as in „E-Mail“ or „2–3“.
  const dashes = [...word.matchAll(DASHES)].map(({ index }) => index + 1);
  return [...hyphens.map((at) => ({ at, hyphen: true })), ...dashes.map((at) => ({ at, hyphen: false }))]
    .filter(({ at, hyphen }) => at > 0 && at < word.length && !(hyphen && dashes.includes(at)))
    .sort((a, b) => a.at - b.at);
}

/** Addresses divide after `/ ? & = #` and before `. _`, never with a hyphen, which would change them. */
function addressJoints(word: string): readonly Division[] {
  const start = Math.max(word.indexOf("//") + 2, 3);
  return [...word.matchAll(/(?<=[/?&=#])(?=[^/])|(?=[._])/g)]
    .filter(({ index }) => index >= start && index < word.length)
    .map(({ index }) => ({ at: index, hyphen: false }));
}

/** The patterns know letters only; a place that a ligature covers is none. */
function apartFromLigatures(word: string, language: Language): readonly Division[] {
  const characters = [...word];
  const letters = characters.map(lettersOf);
  const places = new Map<number, number>();
  for (let i = 0, plain = 0, set = 0; i < characters.length; i++) {
    places.set(plain, set);
    plain += (letters[i] as string).length;
    set += (characters[i] as string).length;
  }
  return divide(letters.join(""), language).flatMap(({ at, hyphen }) => {
    const place = places.get(at);
    return place === undefined ? [] : [{ at: place, hyphen }];
  });
}

/** What may stand before a name within its word. */
const OPENING = "„“‚‘«‹(\"'";

/**
 * Whether a word is one of the names, perhaps after a quotation mark, a bracket or what was bound to it, inflected or
 * joined to other words. `stems` are the first letters of names, long enough to know an inflected form by.
 */
export function isOneOf(stems: ReadonlySet<string>, word: string): boolean {
  for (let start = 0; start < word.length; start++) {
    while (start < word.length && OPENING.includes(word[start] as string)) start += 1;
    for (const stem of stems) if (word.startsWith(stem, start)) return true;
    while (start < word.length && word[start] !== GLUE && word[start] !== THIN_GLUE) start += 1;
  }
  return false;
}
