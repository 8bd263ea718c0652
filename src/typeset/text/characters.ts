/**
 * What single characters are: letters, capitals, digits, dashes, and the spaces that are private to the typesetter. In:
 * a character, or a text and a place in it. Out: yes or no. It uses the platform's case mapping, which every script of ours has, and no patterns.
 */

/** Spaces at which no line may end, set and copied as ordinary ones; the second is thin. */
export const GLUE = "\ue000";
export const THIN_GLUE = "\ue001";

export function isLetter(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase();
}

export function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}

/** Of a UTF-16 unit. */
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
