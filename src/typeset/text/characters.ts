/**
 * What single characters are: letters, capitals, digits, and the spaces that are private to the typesetter. In: a
 * character. Out: yes or no. It uses the platform's case mapping, which every script of ours has, and no patterns.
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
