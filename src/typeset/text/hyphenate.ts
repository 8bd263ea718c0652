/**
 * Where a word may be broken. In: a word as it stands in the text. Out: the places after which a hyphen may be set, by
 * Liang's algorithm (TeX's) over a trie read in place: opening makes six views and parses nothing. It knows no language
 * but its table's, and nothing of lines, fonts or the hyphens a word already has: a break after those is the caller's.
 *
 * The table (little-endian, sections end to end, made by scripts/build-hyphenation.ts):
 *
 *   u32       magic "EBH1"
 *   6 × u32   number of elements of each section below
 *   next      u16  of each edge: distance to the first edge of the list it leads to, modulo 2¹⁶; 0 for none
 *   levels    u16  of each edge: 1 + the place in levelStarts of the pattern that ends here; 0 for none
 *   starts    u16  levelStarts: where each pattern's levels begin in digits, and the end
 *   letters   u8   of each edge: code of its letter, LAST on the last edge of a list; lists ascend;
 *                  the root's list is first, it and those it leads to have every letter
 *   digits    u8   levels of the gaps before each letter of a pattern, the dot included; odd ones allow a break
 *   alphabet  u8   code of the UTF-16 unit APOSTROPHE + place, UPPER on capitals; 0 for what no pattern has
 */

/** "EBH1" read as a little-endian u32. */
export const HYPHENATION_MAGIC = 0x31484245;
export const LAST = 0x80;
export const UPPER = 0x80;
/** Code of the boundary of a word, the dot of the patterns; letters come after it. */
export const BOUNDARY = 1;
export const APOSTROPHE = 0x27;

/** What must stay together. */
export interface Minima {
  /** Letters before the first and after the last break. */
  readonly left: number;
  readonly right: number;
  /** Where every syllable needs a vowel, the letters that are one. */
  readonly vowels?: string;
}

export interface Hyphenation {
  /**
   * Ascending UTF-16 indices into `word`: a hyphen may be set before the unit at each. Empty for
   * words with digits or capitals past the first letter, for addresses, and for what the patterns
   * do not know. The parts of a word that has hyphens, or quotes around it, are broken each on its own.
   */
  hyphenate(word: string): readonly number[];
}

/** How many lists on the way from the root have an edge for every code, in their order. */
const FULL_LISTS = 2;
const NONE: readonly number[] = [];
/** Room for the letters of any word that is one, and its boundaries. */
const USUAL = 128;

/** The buffer is kept, not copied. */
export function openHyphenation(bytes: ArrayBuffer, minima: Minima): Hyphenation {
  const header = new Uint32Array(bytes, 0, 7);
  if (header[0] !== HYPHENATION_MAGIC) throw new TypeError("These bytes are not a hyphenation table.");
  const [, edges, , patterns, , digitCount, alphabetSize] = header as unknown as [
    0,
    number,
    0,
    number,
    0,
    number,
    number,
  ];
  let at = header.byteLength;
  const take = <T extends { readonly byteLength: number }>(
    Section: new (buffer: ArrayBuffer, offset: number, length: number) => T,
    length: number,
  ): T => {
    const section = new Section(bytes, at, length);
    at += section.byteLength;
    return section;
  };
  const next = take(Uint16Array, edges);
  const levels = take(Uint16Array, edges);
  const starts = take(Uint16Array, patterns);
  const letters = take(Uint8Array, edges);
  const digits = take(Uint8Array, digitCount);
  const alphabet = take(Uint8Array, alphabetSize);

  const isVowel = new Uint8Array(UPPER);
  // A letter that no pattern has may be one.
  isVowel[0] = 1;
  for (const letter of minima.vowels ?? "") isVowel[alphabet[letter.charCodeAt(0) - APOSTROPHE] ?? 0] = 1;

  // Codes of one run of letters between boundaries, and the highest level met in the gap before each.
  const usualCodes = new Uint8Array(USUAL);
  const usualGaps = new Uint8Array(USUAL);

  /**
   * Patterns of compounds and of syllables may both find a place around the same consonants: Kri-m-an-ne-xion. At least
   * one is wrong, so only the one of the higher level stays, and neither of two that are level.
   */
  const joinVowelless = (codes: Uint8Array, gaps: Uint8Array, length: number): void => {
    let last = 0;
    let hasVowel = false;
    for (let gap = 1; gap <= length; gap++) {
      if (isVowel[codes[gap] as number] === 1) hasVowel = true;
      // A place too near to either end is none, and speaks against no other.
      const isPlace = gap >= minima.left && gap <= length - minima.right && ((gaps[gap + 1] as number) & 1) === 1;
      if (!isPlace && gap < length) continue;
      if (!hasVowel) {
        const before = last === 0 ? UPPER : (gaps[last + 1] as number);
        const after = gap === length ? UPPER : (gaps[gap + 1] as number);
        if (before <= after && last > 0) gaps[last + 1] = 0;
        if (after <= before && gap < length) gaps[gap + 1] = 0;
        // What joins the letters before has their vowel.
        hasVowel = before <= after && last > 0;
        if (after <= before) continue;
      }
      last = gap;
      hasVowel = false;
    }
  };

  /** Adds the breaks of the run of `length` letters whose codes stand at 1 and on. */
  const breakRun = (codes: Uint8Array, gaps: Uint8Array, start: number, length: number, breaks: number[]): void => {
    codes[0] = BOUNDARY;
    codes[length + 1] = BOUNDARY;
    for (let gap = 0; gap < length + 3; gap++) gaps[gap] = 0;
    for (let from = 0; from <= length; from++) {
      let edge = 0;
      for (let to = from; to <= length + 1; to++) {
        const code = codes[to] as number;
        if (code === 0) break;
        if (to - from < FULL_LISTS) {
          edge += code - BOUNDARY;
        } else {
          let letter = letters[edge] as number;
          // The last letter of a list is greater than any code.
          while (letter < code) letter = letters[++edge] as number;
          if ((letter & ~LAST) !== code) break;
        }
        const pattern = levels[edge] as number;
        if (pattern !== 0) {
          const end = starts[pattern] as number;
          for (let digit = starts[pattern - 1] as number, gap = from; digit < end; digit++, gap++) {
            if ((digits[digit] as number) > (gaps[gap] as number)) gaps[gap] = digits[digit] as number;
          }
        }
        const distance = next[edge] as number;
        if (distance === 0) break;
        edge = (edge + distance) & 0xffff;
      }
    }
    if (minima.vowels !== undefined) joinVowelless(codes, gaps, length);
    for (let gap = minima.left; gap <= length - minima.right; gap++) {
      if ((gaps[gap + 1] as number) & 1) breaks.push(start + gap);
    }
  };

  return {
    hyphenate(word) {
      if (word.length < minima.left + minima.right) return NONE;
      const room = word.length + 3;
      const codes = room > USUAL ? new Uint8Array(room) : usualCodes;
      const gaps = room > USUAL ? new Uint8Array(room) : usualGaps;
      const breaks: number[] = [];
      for (let index = 0; index < word.length; index++) {
        const start = index;
        let capitals = false;
        for (; index < word.length; index++) {
          let unit = word.charCodeAt(index);
          if (unit === 0x2019 || unit === 0x02bc) unit = APOSTROPHE;
          const place = unit - APOSTROPHE;
          const code = place >= 0 && place < alphabetSize ? (alphabet[place] as number) : 0;
          if (code === 0 && isBetweenWords(unit)) break;
          if (code >= UPPER && index > start) capitals = true;
          codes[index - start + 1] = code & ~UPPER;
        }
        const length = index - start;
        if (isJointOfUnbreakable(word, index, length)) return NONE;
        if (length >= minima.left + minima.right && !capitals) breakRun(codes, gaps, start, length, breaks);
      }
      return breaks.length === 0 ? NONE : breaks;
    },
  };
}

/** Whether what ends a run of letters makes the whole word a number, an address, a path or an abbreviation like z.B. */
function isJointOfUnbreakable(word: string, index: number, length: number): boolean {
  if (index === word.length) return false;
  const unit = word.charCodeAt(index);
  if (unit >= 0x30 && unit <= 0x39) return true;
  if (unit === 0x40 || unit === 0x2f || unit === 0x5c || unit === 0x5f) return true; // @ / \ _
  return unit === 0x2e && length > 0 && index + 1 < word.length && !isBetweenWords(word.charCodeAt(index + 1));
}

/** Whether a unit that no pattern has ends a run; the others are letters of other alphabets, which match nothing. */
function isBetweenWords(unit: number): boolean {
  return (
    unit < 0x41 || (unit > 0x5a && unit < 0x61) || (unit > 0x7a && unit < 0xc0) || (unit >= 0x2000 && unit < 0x2c00)
  );
}
