/**
 * Letters that look like others: a Latin `i` typed in a Ukrainian word, a Cyrillic `с` in a German one. In: a text.
 * Out: the words that no search would find, with the letters at fault. It knows no language; the script most of the
 * text is written in decides what is out of place.
 */

/** Cyrillic letters and, below each, the Latin letter that it passes for. */
const CYRILLIC =
  "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0457\u0458\u0455\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0407\u0408\u0405";
const LATIN = "aeopcyxi\u00efjsABEKMHOPCTYXI\u00cfJS";

export interface LookAlike {
  readonly word: string;
  /** What to do about it, naming each letter by its code point. */
  readonly advice: string;
}

export function lookAlikes(text: string): LookAlike[] {
  const words = text.match(/[\p{L}\p{M}\u02bc\u2019']+/gu) ?? [];
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  const mostlyLatin = count(/\p{Script=Latin}/gu) > count(/\p{Script=Cyrillic}/gu);
  return words.flatMap((word) => {
    const letters = strays(word, mostlyLatin);
    if (letters.length === 0) return [];
    const named = [...new Set(letters)].map((letter) => `${letter} (${codePoint(letter)}, ${scriptOf(letter)})`);
    return [
      { word, advice: `has look-alike letters in “${word}”: ${named.join(", ")}; retype the word in one script` },
    ];
  });
}

/** The letters of a word that do not belong. */
function strays(word: string, mostlyLatin: boolean): string[] {
  const latin = word.match(/\p{Script=Latin}/gu) ?? [];
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu) ?? [];
  const other = word.match(/[\p{Script=Greek}ıȷſʟɑɡ\p{Script=Cherokee}\u{1d400}-\u{1d7ff}\uff21-\uff5a]/gu) ?? [];
  if (other.length > 0 && other.length < [...word].length) return other;
  if (latin.length > 0 && cyrillic.length > 0) return latin.length >= cyrillic.length ? cyrillic : latin;
  // A whole word of doubles passes for one of the other script: Cyrillic „сор“ in German, Latin „i“ in Ukrainian.
  if (mostlyLatin && cyrillic.length > 0 && cyrillic.every((letter) => CYRILLIC.includes(letter))) return cyrillic;
  if (!mostlyLatin && /^\p{Lowercase}$/u.test(word) && LATIN.includes(word)) return latin;
  return [];
}

export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function scriptOf(letter: string): string {
  if (/\p{Script=Cyrillic}/u.test(letter)) return "Cyrillic";
  if (/\p{Script=Greek}/u.test(letter)) return "Greek";
  return /\p{Script=Latin}/u.test(letter) ? "Latin" : "another script";
}
