/**
 * Where f joins the letter after it. In: a word, the places where it may be divided, its face and the language's custom.
 * Out: the word with U+FB00–FB04 for each ligature, which copy as the letters they join. The sans serif draws its f clear
 * of the next letter and needs none.
 */
import type { FaceId } from "../model/template.ts";

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

export function mayJoin(word: string, face: FaceId): boolean {
  return word.includes("f") && SERIF.has(face) && LETTERS_JOINED.some((letters) => word.includes(letters));
}

/**
 * `joints` are places between letters, ascending, that no ligature may cover: where the language keeps the parts of a
 * compound apart, those at which the word may be divided.
 */
export function joined(word: string, joints: readonly number[]): string {
  let text = "";
  for (let at = 0; at < word.length; ) {
    let [length, sign] = [1, word[at] as string];
    if (sign === "f") {
      for (const [letters, ligature] of LIGATURES) {
        const end = at + letters.length;
        if (!word.startsWith(letters, at) || joints.some((joint) => joint > at && joint < end)) continue;
        [length, sign] = [letters.length, ligature];
        break;
      }
    }
    text += sign;
    at += length;
  }
  return text;
}

/** What a character of set text stands for when it is copied. */
export function lettersOf(character: string): string {
  return LETTERS.get(character) ?? character;
}
