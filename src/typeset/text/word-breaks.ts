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
  /** The names on the sheet, which are never divided. */
  readonly names: Stems;
  /** The places found in words so far, for the same words stand on a sheet again and again. */
  readonly divided: Map<string, readonly Division[]>;
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
const GLUE_UNIT = GLUE.charCodeAt(0);
const THIN_UNIT = THIN_GLUE.charCodeAt(0);

export function isAddress(word: string): boolean {
  const joint = word.search(JOINT);
  // A full stop at the end of a word is that of its sentence.
  return joint >= 0 && joint < word.length - 1 && ADDRESS.test(word);
}

/** A word that is to stay whole is divided only where it needs no hyphen. */
export function divide(word: string, language: Language, isWhole = false): readonly Division[] {
  // Nothing this short has a place to divide, and most words of a text are this short.
  if (word.length < SHORTEST) return NONE;
  if (isWhole) return findDivisions(word, language, true);
  let divisions = language.divided.get(word);
  if (divisions === undefined) {
    divisions = findDivisions(word, language, false);
    language.divided.set(word, divisions);
  }
  return divisions;
}

function findDivisions(word: string, language: Language, isWhole: boolean): readonly Division[] {
  const { ligatures, joints, dashes } = signsIn(word);
  if (ligatures) return apartFromLigatures(word, language, isWhole);
  if (joints && isAddress(word)) return addressJoints(word);
  const hyphens = isWhole || isOneOf(language.names, word) ? [] : language.hyphenation.hyphenate(word);
  const places = dashes ? afterDashes(word) : [];
  if (places.length === 0) return hyphens.length === 0 ? NONE : hyphens.map((at) => ({ at, hyphen: true }));
  return [...hyphens.map((at) => ({ at, hyphen: true })), ...places.map((at) => ({ at, hyphen: false }))]
    .filter(({ at, hyphen }) => at > 0 && at < word.length && !(hyphen && places.includes(at)))
    .sort((a, b) => a.at - b.at);
}

/** Which of the signs stand in a word that need more than patterns: one look instead of one for each. */
function signsIn(word: string): { readonly ligatures: boolean; readonly joints: boolean; readonly dashes: boolean } {
  let [ligatures, joints, dashes] = [false, false, false];
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit === 0x2d || unit === 0x2013 || unit === 0x2014) dashes = true;
    else if (unit === 0x2e || unit === 0x2f) joints = true;
    else if (unit >= 0xfb00 && unit <= 0xfb04) ligatures = true;
  }
  return { ligatures, joints, dashes };
}

/** A hyphen or dash inside a word is a joint, but not beside a single letter or a number, as in „E-Mail“ or „2–3“. */
function afterDashes(word: string): readonly number[] {
  const isJoint = (at: number): boolean =>
    DASHES.includes(word[at] as string) && [-2, -1, 1, 2].every((near) => isLetter(word.charCodeAt(at + near)));
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
function apartFromLigatures(word: string, language: Language, isWhole: boolean): readonly Division[] {
  const characters = [...word];
  const letters = characters.map(lettersOf);
  const places = new Map<number, number>();
  for (let i = 0, plain = 0, set = 0; i < characters.length; i++) {
    places.set(plain, set);
    plain += (letters[i] as string).length;
    set += (characters[i] as string).length;
  }
  return divide(letters.join(""), language, isWhole).flatMap(({ at, hyphen }) => {
    const place = places.get(at);
    return place === undefined ? [] : [{ at: place, hyphen }];
  });
}

/** What may stand before a name within its word. */
const OPENING = "„“‚‘«‹(\"'";

/** The first letters of names, long enough to know an inflected form by, after the code of their first letter. */
export type Stems = ReadonlyMap<number, readonly string[]>;

/**
 * Names lose up to two letters at their end when they are inflected; what is shorter than three letters tells nothing, and
 * what is written small is a word like any other: von, der.
 */
export function stemsOf(names: readonly string[]): Stems {
  const stems = new Map<number, string[]>();
  for (const name of new Set(names)) {
    if (name.length < 3 || !isCapital(name.charCodeAt(0))) continue;
    const first = name.charCodeAt(0);
    const stem = name.length > 5 ? name.slice(0, -2) : name;
    const others = stems.get(first);
    if (others === undefined) stems.set(first, [stem]);
    else others.push(stem);
  }
  return stems;
}

/** Whether a word is one of the names, perhaps after a quotation mark, a bracket or what was bound to it, or inflected. */
function isOneOf(stems: Stems, word: string): boolean {
  for (let start = 0; start < word.length; start++) {
    while (start < word.length && OPENING.includes(word[start] as string)) start += 1;
    const named = stems.get(word.charCodeAt(start));
    if (named?.some((stem) => word.startsWith(stem, start)) === true) return true;
    while (start < word.length && !isGlue(word.charCodeAt(start))) start += 1;
  }
  return false;
}

const isGlue = (unit: number): boolean => unit === GLUE_UNIT || unit === THIN_UNIT;
