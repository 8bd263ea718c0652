/**
 * Letters that look like others: a Latin `i` typed in a Ukrainian word, a Cyrillic `с` in a German one. In: a text.
 * Out: the words that no search would find, with the letters at fault. It knows no language; the script most of the
 * text is written in decides what is out of place. A letter that some living alphabet has, such as the Turkish ı, is no
 * forgery, nor is an abbreviation that quotation marks set apart.
 */
import { ALL_MARKS } from "./quotation-marks.ts";

/** Cyrillic letters and, below each, the Latin letter that it passes for. */
const CYRILLIC =
  "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0457\u0458\u0455\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0407\u0408\u0405";
const LATIN = "aeopcyxi\u00efjsABEKMHOPCTYXI\u00cfJS";
/** Latin capitals that pass for a Ukrainian word of one letter, where a sentence begins with them: І, А, О, В, У. */
const WORDS = "IAOBY";

export interface LookAlike {
  readonly word: string;
  /** What to do about it, naming each letter by its code point. */
  readonly advice: string;
}

export function lookAlikes(text: string): LookAlike[] {
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  const mostlyLatin = count(/\p{Script=Latin}/gu) > count(/\p{Script=Cyrillic}/gu);
  return [...text.matchAll(/[\p{L}\p{M}\u02bc\u2019']+/gu)].flatMap(({ 0: word, index }) => {
    const mixed = mixedLetters(word);
    const letters = mixed.length > 0 ? mixed : doubles(word, text, index, mostlyLatin);
    if (letters.length === 0) return [];
    const named = [...new Set(letters)].map((letter) => `${letter} (${codePoint(letter)}, ${scriptOf(letter)})`);
    const quoting =
      isAbbreviation(word) && mixed.length === 0 && mostlyLatin ? ", or put an abbreviation in quotation marks" : "";
    const advice = `has look-alike letters in “${word}”: ${named.join(", ")}; retype the word in one script${quoting}`;
    return [{ word, advice }];
  });
}

/** The letters of a word that are of another script than the rest, or of none that anybody writes words in. */
function mixedLetters(word: string): string[] {
  const latin = word.match(/\p{Script=Latin}/gu) ?? [];
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu) ?? [];
  const other = word.match(/[\p{Script=Greek}ȷſʟɑɡ\p{Script=Cherokee}\u{1d400}-\u{1d7ff}\uff21-\uff5a]/gu) ?? [];
  if (other.length > 0 && other.length < [...word].length) return other;
  if (latin.length > 0 && cyrillic.length > 0) return latin.length >= cyrillic.length ? cyrillic : latin;
  return [];
}

/** A whole word of doubles passes for one of the other script: Cyrillic „сор“ in German, Latin „i“ in Ukrainian. */
function doubles(word: string, text: string, index: number, mostlyLatin: boolean): string[] {
  const letters = word.match(/\p{L}/gu) ?? [];
  if (mostlyLatin) {
    const posing = letters.length > 0 && letters.every((letter) => CYRILLIC.includes(letter));
    return posing && !(isAbbreviation(word) && isQuoted(text, index, word.length)) ? letters : [];
  }
  if (/^\p{Lowercase}$/u.test(word) && LATIN.includes(word)) return letters;
  // A capital alone is a name (соцмережа X, план B), but not where a sentence begins.
  const begins = /(?:^|[.!?…:]\s+|[–—]\s+)[„“«(]*$/u.test(text.slice(0, index));
  const goesOn = /^\s+\p{Script=Cyrillic}/u.test(text.slice(index + word.length));
  return word.length === 1 && WORDS.includes(word) && begins && goesOn ? letters : [];
}

function isAbbreviation(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word);
}

/** Whether nothing but Cyrillic words stands between a word and the quotation marks on either side. */
function isQuoted(text: string, from: number, length: number): boolean {
  const before = text.slice(0, from).match(/.(?=[\p{Script=Cyrillic}\d\s-]*$)/u)?.[0] ?? "";
  const after = text.slice(from + length).match(/^[\p{Script=Cyrillic}\d\s-]*(.)/u)?.[1] ?? "";
  return before !== "" && after !== "" && ALL_MARKS.includes(before) && `${ALL_MARKS}’`.includes(after);
}

export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function scriptOf(letter: string): string {
  if (/\p{Script=Cyrillic}/u.test(letter)) return "Cyrillic";
  if (/\p{Script=Greek}/u.test(letter)) return "Greek";
  return /\p{Script=Latin}/u.test(letter) ? "Latin" : "another script";
}
