/**
 * Where a word may be divided. In: a word as it is set, and its language with the names on the sheet. Out: the places,
 * and whether a line that ends there needs a hyphen: none after a dash or at the joint of an address. It refuses to
 * divide names, numbers and abbreviations, addresses except at their joints, and ligatures.
 */
import { GLUE, isCapital, isLetter, THIN_GLUE } from "./characters.ts";
import type { Hyphenation } from "./hyphenate.ts";
import { lettersOf } from "./ligatures.ts";

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
const DASHES = ["-", "–", "—"];
const LIGATURE = /[\ufb00-\ufb04]/;

export function isAddress(word: string): boolean {
  const joint = word.search(JOINT);
  // A full stop at the end of a word is that of its sentence.
  return joint >= 0 && joint < word.length - 1 && ADDRESS.test(word);
}

export function divide(word: string, language: Language): readonly Division[] {
  // Nothing this short has a place to divide, and most words of a text are this short.
  if (word.length < SHORTEST) return NONE;
  if (LIGATURE.test(word)) return apartFromLigatures(word, language);
  if (isAddress(word)) return addressJoints(word);
  const hyphens = language.isName(word) ? [] : language.hyphenation.hyphenate(word);
  const dashes = DASHES.some((dash) => word.includes(dash)) ? afterDashes(word) : [];
  if (dashes.length === 0) return hyphens.length === 0 ? NONE : hyphens.map((at) => ({ at, hyphen: true }));
  return [...hyphens.map((at) => ({ at, hyphen: true })), ...dashes.map((at) => ({ at, hyphen: false }))]
    .filter(({ at, hyphen }) => at > 0 && at < word.length && !(hyphen && dashes.includes(at)))
    .sort((a, b) => a.at - b.at);
}

/** A hyphen or dash inside a word is a joint, but not beside a single letter or a number, as in „E-Mail“ or „2–3“. */
function afterDashes(word: string): readonly number[] {
  const isJoint = (at: number): boolean =>
    DASHES.includes(word[at] as string) && [-2, -1, 1, 2].every((near) => isLetter(word[at + near] ?? ""));
  return Array.from(word, (_, at) => at + 1).filter((at) => isJoint(at - 1));
}

/** Addresses divide after `/ ? & = #` and before `. _`, never with a hyphen, which would change them. */
function addressJoints(word: string): readonly Division[] {
  const start = Math.max(word.indexOf("//") + 2, 3);
  return [...word.matchAll(/(?<=[/?&=#])(?=[^/])|(?=[._])/g)]
    .filter(({ index }) => index > start && index < word.length)
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

/** The first letters of names, long enough to know an inflected form by, after their first letter. */
export type Stems = ReadonlyMap<string, readonly string[]>;

/**
 * Names lose up to two letters at their end when they are inflected; what is shorter than three letters tells nothing, and
 * what is written small is a word like any other: von, der.
 */
export function stemsOf(names: readonly string[]): Stems {
  const stems = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const [first = ""] = name;
    if (name.length < 3 || !isCapital(first)) continue;
    stems.set(first, [...(stems.get(first) ?? []), name.length > 5 ? name.slice(0, -2) : name]);
  }
  return stems;
}

/** Whether a word is one of the names, perhaps after a quotation mark, a bracket or what was bound to it, or inflected. */
export function isOneOf(stems: Stems, word: string): boolean {
  for (let start = 0; start < word.length; start++) {
    while (start < word.length && OPENING.includes(word[start] as string)) start += 1;
    if (stems.get(word[start] ?? "")?.some((stem) => word.startsWith(stem, start)) === true) return true;
    while (start < word.length && word[start] !== GLUE && word[start] !== THIN_GLUE) start += 1;
  }
  return false;
}
