/**
 * What single characters are: letters, capitals, digits, dashes, and the spaces that are private to the typesetter. In:
 * a UTF-16 unit, or a text and a place in it. Out: yes or no. It uses the platform's case mapping, which every script of
 * ours has, and no patterns.
 */

/**
 * Spaces at which no line may end, set and copied as ordinary ones; the second is thin. They are the two controls that
 * ISO 6429 leaves to private use: a Latin text with them still has one byte a letter.
 */
export const GLUE = "\u0091";
export const THIN_GLUE = "\u0092";

/**
 * What the units of our alphabets and signs are, as far as it was asked: asking the platform makes two strings each time.
 * Letters of no case are none here.
 */
export const KINDS = new Uint8Array(0x2100);
const KNOWN = 1;
export const CAPITAL = 2;
export const SMALL = 4;
export const LETTER = CAPITAL | SMALL;

export function kindOf(unit: number): number {
  // Beyond the end of a text there is no unit, but NaN.
  if (!(unit < KINDS.length)) return Number.isNaN(unit) ? KNOWN : askKind(unit);
  const known = KINDS[unit] as number;
  if (known !== 0) return known;
  const kind = askKind(unit);
  KINDS[unit] = kind;
  return kind;
}

function askKind(unit: number): number {
  const character = String.fromCharCode(unit);
  const small = character.toLowerCase();
  if (small !== character) return KNOWN | CAPITAL;
  return small === character.toUpperCase() ? KNOWN : KNOWN | SMALL;
}

export function isLetter(unit: number): boolean {
  return (kindOf(unit) & LETTER) !== 0;
}

export function isCapital(unit: number): boolean {
  return (kindOf(unit) & CAPITAL) !== 0;
}

/** A letter that is no capital. */
export function isSmall(unit: number): boolean {
  return (kindOf(unit) & SMALL) !== 0;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** A hyphen or minus that stands before one of these, or at the end, is meant for a dash. */
const AFTER_DASH = " \u00a0-\u2010\u2011\u2212";

/** Whether a dash stands at a place of a text: figure dash, en and em dash, bar, or a hyphen or minus in its place. */
export function isDash(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x2012 && unit <= 0x2015) return true;
  if (unit !== 0x2d && unit !== 0x2010 && unit !== 0x2011 && unit !== 0x2212) return false;
  return AFTER_DASH.includes(text[at + 1] ?? " ");
}
