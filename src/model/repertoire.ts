/**
 * The characters a sheet may be set in. In: a code point. Out: whether every one of the five faces has a glyph for it.
 * The faces are built from this list and a test holds them to it. It knows no font and no language: text is expected in
 * NFC, and what is not here (combining marks, emoji, other scripts) is refused when data is entered and shown as
 * FALLBACK on the page.
 *
 * Left out because a Source Serif cut lacks them: Ĭ ĭ Ĳ ĳ Ŧ ŧ, □, ●, ↔, ⁺ ⁻, the spaces U+2002–2006.
 */

/** Inclusive ranges of Unicode code points, ascending, without overlaps. All lie in the BMP. */
export const REPERTOIRE: readonly (readonly [first: number, last: number])[] = [
  [0x0020, 0x007e], // Basic Latin
  [0x00a0, 0x00ff], // Latin-1; the no-break space and the soft hyphen share glyphs with space and hyphen
  [0x0100, 0x012b], // Latin Extended-A, as far as the faces have it
  [0x012e, 0x0131],
  [0x0134, 0x0165],
  [0x0168, 0x017f],
  [0x018f, 0x018f], // Ə; with ə and Latin Extended-A the whole alphabet of Azerbaijani
  [0x0218, 0x021b], // Ș ș Ț ț, the Romanian letters with a comma
  [0x0259, 0x0259], // ə
  [0x02bc, 0x02bc], // ʼ, the Ukrainian apostrophe as a letter
  [0x0400, 0x045f], // Cyrillic: Ukrainian, Russian, Belarusian, Serbian, Macedonian
  [0x0490, 0x0491], // Ґ ґ
  [0x1e9e, 0x1e9e], // ẞ
  [0x2007, 0x2007], // figure space
  [0x2009, 0x200a], // thin and hair space
  [0x2010, 0x2015], // hyphen, non-breaking hyphen, dashes
  [0x2018, 0x201a], // ‘ ’ ‚
  [0x201c, 0x201e], // “ ” „
  [0x2020, 0x2022], // † ‡ •
  [0x2026, 0x2026], // …
  [0x202f, 0x202f], // narrow no-break space
  [0x2030, 0x2030], // ‰
  [0x2032, 0x2033], // ′ ″
  [0x2039, 0x203a], // ‹ ›
  [0x2044, 0x2044], // ⁄
  [0x2070, 0x2070], // ⁰; ¹ ² ³ are in Latin-1
  [0x2074, 0x2079], // ⁴ to ⁹
  [0x2080, 0x2089], // ₀ to ₉
  [0x20ac, 0x20ac], // €
  [0x20b4, 0x20b4], // ₴
  [0x20ba, 0x20ba], // ₺
  [0x20bd, 0x20bd], // ₽
  [0x2116, 0x2116], // №
  [0x2122, 0x2122], // ™
  [0x2153, 0x2154], // ⅓ ⅔
  [0x215b, 0x215e], // ⅛ to ⅞
  [0x2190, 0x2193], // ← ↑ → ↓
  [0x2196, 0x2199], // ↖ ↗ ↘ ↙
  [0x2212, 0x2212], // −
  [0x221e, 0x221e], // ∞
  [0x2248, 0x2248], // ≈
  [0x2260, 0x2260], // ≠
  [0x2264, 0x2265], // ≤ ≥
  [0x25a0, 0x25a0], // ■
  [0x25b2, 0x25b3], // ▲ △
  [0x25b6, 0x25b7], // ▶ ▷
  [0x25bc, 0x25bd], // ▼ ▽
  [0x25c0, 0x25c1], // ◀ ◁
  [0x25c6, 0x25c6], // ◆
  [0x25ca, 0x25ca], // ◊
  [0x2610, 0x2611], // ☐ ☑
  [0x2713, 0x2713], // ✓
];

/** The visible box ☐ shown for a character outside the repertoire; every face draws it as an empty square. */
export const FALLBACK = 0x2610;

/** Whether every face can show this code point. */
export function inRepertoire(codePoint: number): boolean {
  for (const [first, last] of REPERTOIRE) {
    if (codePoint <= last) return codePoint >= first;
  }
  return false;
}
