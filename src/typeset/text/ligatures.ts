/**
 * Where f joins the letter after it. In: a word, the places where it may be divided, its face and the language's custom.
 * Out: the word with U+FB00–FB04 for each ligature, which copy as the letters they join. The sans serif draws its f clear
 * of the next letter and needs none.
 */
import type { FaceId } from "../../model/template.ts";

/** The letters that each ligature joins, the longest first. */
export const LIGATURES: ReadonlyMap<string, string> = new Map([
  ["ffi", "\ufb03"],
  ["ffl", "\ufb04"],
  ["ff", "\ufb00"],
  ["fi", "\ufb01"],
  ["fl", "\ufb02"],
]);

const LETTERS: ReadonlyMap<string, string> = new Map([...LIGATURES].map(([letters, sign]) => [sign, letters]));
const LETTERS_JOINED = [...LIGATURES.keys()];
const SERIF: ReadonlySet<FaceId> = new Set(["text", "text-bold", "display"]);

export function hasLigatures(face: FaceId): boolean {
  return SERIF.has(face);
}

/** Whether a text has letters that a ligature would join. */
export function mayJoin(text: string): boolean {
  for (let at = text.indexOf("f"); at >= 0; at = text.indexOf("f", at + 1)) {
    if (LETTERS_JOINED.some((letters) => text.startsWith(letters, at))) return true;
  }
  return false;
}

/**
 * `joints` are places between letters, ascending, that no ligature may cover: where the language keeps the parts of a
 * compound apart, those at which the word may be divided.
 */
export function joined(word: string, joints: readonly number[]): string {
  let text = "";
  let from = 0;
  for (let at = word.indexOf("f"); at >= 0; at = word.indexOf("f", Math.max(at + 1, from))) {
    const letters = LETTERS_JOINED.find(
      (each) => word.startsWith(each, at) && !joints.some((joint) => joint > at && joint < at + each.length),
    );
    if (letters === undefined) continue;
    text += word.slice(from, at) + LIGATURES.get(letters);
    from = at + letters.length;
  }
  return text + word.slice(from);
}

const VOWELS = "aeiouyäöü";

/**
 * Whether the two f at a place belong to one syllable's end and the next one's beginning, as in Waffe and offen, and not
 * to two words that meet, as in auflaufen: within a stem they follow a single short vowel, and a word that ends in f has
 * a long one, a diphthong or a consonant before it. Of the words that end otherwise, Straf- is the one that is common.
 */
export function isStemOfDoubleF(word: string, at: number): boolean {
  const lower = word.toLowerCase();
  if (lower[at] !== "f" || lower[at + 1] !== "f" || lower.endsWith("straf", at + 1)) return false;
  return VOWELS.includes(lower[at - 1] ?? "-") && !VOWELS.includes(lower[at - 2] ?? "-");
}

/** What a character of set text stands for when it is copied. */
export function lettersOf(character: string): string {
  return LETTERS.get(character) ?? character;
}
