/**
 * What to type instead of a character that no face has. In: the character. Out: a few words of advice: the letter it is
 * built on, a sign that means the same, or to transliterate. It does not know whether the character is refused.
 */
import { inRepertoire } from "../repertoire.ts";
import { codePoint } from "./look-alikes.ts";

/** Letters without a part that Unicode could take away, and signs, with what stands for them. */
const SUBSTITUTES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "Қ К қ к Ғ Г ғ г Ң Н ң н Ү У ү у Ұ У ұ у Һ Х һ х Ә Е ә е Ө О ө о Җ Ж җ ж Ҳ Х ҳ х Ҷ Ч ҷ ч Ҡ К ҡ к Ҙ З ҙ з Ҫ С ҫ с Ӏ І ӏ і " +
    "Ѣ Е ѣ е Ŧ T ŧ t Ɖ D ɖ d Ɓ B ɓ b Ɗ D ɗ d Ɛ E ɛ e Ɔ O ɔ o Ŋ N ŋ n Ƙ K ƙ k Ĳ IJ ĳ ij ƒ f ɑ a ɡ g ȷ j ʟ l " +
    "ʻ ’ ʿ ’ ʾ ’ ʹ ’ ʽ ’ ‛ ’ ⁻ − ⁺ + ⇒ → ⇐ ← ↔ – ⅕ 1/5 ⅙ 1/6 ⁇ ?? ‼ !! ∙ · ● • □ ☐ ₤ £ ℓ l ⸺ — ⸻ —"
  )
    .split(" ")
    .flatMap((sign, i, all) => (i % 2 === 0 ? [[sign, all[i + 1] as string]] : [])),
);

export function insteadOf(character: string): string {
  const simple = SUBSTITUTES[character] ?? baseOf(character);
  if (simple !== null) return `write ${simple}`;
  if (character === "\u0301") return "leave the stress mark out";
  if (/\p{M}/u.test(character)) return "leave the mark out";
  if (/\p{L}/u.test(character)) return "transliterate it into Latin or Cyrillic letters";
  if (/\p{Sc}/u.test(character)) return "write the name of the currency";
  if (/\p{Z}/u.test(character)) return "write an ordinary space";
  if (/\p{C}/u.test(character)) return "delete it; it cannot be seen";
  return "leave it out or say it in words";
}

/** ế is built on e; Unicode tells, and whether we have that. */
function baseOf(character: string): string | null {
  const bare = character.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare !== "" && bare !== character && [...bare].every((each) => inRepertoire(each.codePointAt(0) ?? 0))
    ? bare
    : null;
}

/** What cannot be seen is named by its code point alone. */
export function nameOf(character: string): string {
  return /[\p{C}\p{Z}\p{M}]/u.test(character) ? codePoint(character) : `${character} (${codePoint(character)})`;
}
