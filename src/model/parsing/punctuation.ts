/**
 * Signs a typist takes for others: straight quotation marks, those of another language, a hyphen for a dash, three dots,
 * two spaces. In: a text and its language, or none. Out: what to type instead, in one sentence for each kind of fault. It
 * sets nothing itself, because only an editor knows whether ' was meant to quote or to leave a letter out.
 */

import type { Language } from "../localized.ts";
import { codePoint } from "./look-alikes.ts";
import { ALL_MARKS, type MarkPair, QUOTATION_MARKS } from "./quotation-marks.ts";

const APOSTROPHE = "’";
/** From year to year, or between numbers of two figures: 737-800 and the like are names. */
const RANGE = /(?<![\p{L}\d.,-])(?:(?:1\d|20)\d\d-(?:1\d|20)\d\d|\d{1,2}-\d{1,2})(?![\p{L}\d-])/u;
/** What else is wrong with such a text, only comes of it: UTF-8 that was read as Windows-1252: ü, ä, ß; “ and –; Cyrillic letters. */
const MOJIBAKE = /Ã[\u0080-\u00bf„œŸ–]|â€|Â[\u00a0-\u00bf]|[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ]/u;
/** Signs of every language, and what is right instead. */
const FALSE_FRIENDS: readonly (readonly [sign: RegExp, advice: string])[] = [
  [/(?<=\p{L})['`´](?=\p{L})/u, `has a straight apostrophe; write ${APOSTROPHE} (U+2019)`],
  [/(?<=\p{L})[′ʹ‛ʻ](?=\p{L})/u, `has a prime or another sign for an apostrophe; write ${APOSTROPHE} (U+2019)`],
  [/(?<=^|[\s(])-(?=\s|$)/u, "has a hyphen where a dash belongs; write – (U+2013)"],
  [/(?<=^|[\s(])-(?=\d)/u, "has a hyphen for a minus; write − (U+2212)"],
  [RANGE, "has a hyphen for “to” between numbers; write – (U+2013)"],
  [/--/u, "has hyphens in a row; write – (U+2013)"],
  [/\.\.\./u, "has three dots; write … (U+2026)"],
  [/[ \u00a0\u2007\u2009\u200a\u202f]{2}/u, "has two spaces in a row; remove one"],
  [/&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/iu, "has a sign as HTML writes it, such as &amp;; write the sign itself"],
];
/** In an address these are no faults: every host in other letters than Latin ones has two hyphens. */
const ADDRESSES =
  /https?:\/\/[^\s„“”‘’»«›‹]+|(?<![\p{L}\d.-])(?:[\p{L}\d][\p{L}\d-]*\.)+(?:xn--[a-z\d-]+|\p{L}{2,})(?:\/[^\s„“”‘’»«›‹]*)?|\bxn--[a-z\d-]+/giu;

export function punctuationFaults(entered: string, language: Language | null): readonly string[] {
  if (MOJIBAKE.test(entered))
    return ["has letters that were read in a wrong encoding, such as Ã¼ for ü; copy the text anew, as UTF-8"];
  const text = entered.replace(ADDRESSES, "x");
  const pairs = (language === null ? undefined : QUOTATION_MARKS[language]) ?? [];
  const straight = /(?<!\p{L})['`´]|['`´](?!\p{L})|"/u.test(text);
  return [
    ...(straight
      ? [`has straight quotation marks; write ${inWords(pairs)} (and ${APOSTROPHE} for an apostrophe)`]
      : []),
    ...FALSE_FRIENDS.flatMap(([sign, advice]) => (sign.test(text) ? [advice] : [])),
    ...(pairs.length === 0 ? [] : markFaults(text, pairs, language ?? "")),
  ];
}

/** Marks of other languages; where there are none, marks that open and never close or the other way round. */
function markFaults(text: string, pairs: readonly MarkPair[], language: Language): readonly string[] {
  const own = pairs.flat().join("");
  const foreign = [...new Set(text)].filter((mark) => ALL_MARKS.includes(mark) && !own.includes(mark));
  if (foreign.length > 0) {
    const named = foreign.map((mark) => `${mark} (${codePoint(mark)})`).join(", ");
    return [`has quotation marks that ${language} does not use: ${named}; write ${inWords(pairs)}`];
  }
  const lone = unpaired(text, pairs);
  return lone === null ? [] : [`has ${lone} without its other half; quote with ${inWords(pairs)}`];
}

/** The first mark that opens or closes nothing. An apostrophe is taken for one unless it can close what is open. */
function unpaired(text: string, pairs: readonly MarkPair[]): string | null {
  const open: MarkPair[] = [];
  const characters = [...text];
  for (const [i, character] of characters.entries()) {
    const innermost = open.at(-1);
    if (character === innermost?.[1] && !(character === APOSTROPHE && isLetter(characters[i + 1]))) {
      open.pop();
      continue;
    }
    const opened = pairs.find(([mark]) => mark === character);
    if (opened !== undefined) open.push(opened);
    else if (character !== APOSTROPHE && pairs.some(([, mark]) => mark === character)) return character;
  }
  return open[0]?.[0] ?? null;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}

function inWords(pairs: readonly MarkPair[]): string {
  if (pairs.length === 0) return "those of the language";
  return pairs.map(([open, close]) => `${open}…${close}`).join(" or ");
}
