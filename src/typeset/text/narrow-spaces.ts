/**
 * Spaces that hold together what belongs together. In: a text and its language. Out: the text with private characters for
 * spaces at which no line may end, thin ones where the language wants them. They are copied as ordinary spaces, so the
 * words stay as they were entered. It looks at single characters, for patterns of all letters take milliseconds to
 * compile when a sheet is the first of its isolate.
 */
import { GLUE, isCapital, isDigit, isLetter, THIN_GLUE } from "./characters.ts";

interface Custom {
  /** What stays with the number before it, and by which space. */
  readonly units: readonly string[];
  readonly unitSpace: string;
  /** Digits in groups of three and signs such as % stand off by a thin space. */
  readonly thinNumbers: boolean;
  /** What a number stays with, by its first letters: Artikel 5. */
  readonly numbered: readonly string[];
  /** Parts of an abbreviation stand close: z. B. */
  readonly thinAbbreviations: boolean;
  /** Words of one letter do not end a line. */
  readonly shortWords: boolean;
}

const PLAIN: Custom = {
  units: [],
  unitSpace: GLUE,
  thinNumbers: false,
  numbered: [],
  thinAbbreviations: false,
  shortWords: false,
};

const CUSTOMS: Readonly<Record<string, Custom>> = {
  // Duden, Textverarbeitung und E-Mails; DIN 5008.
  de: {
    units: ["Mio", "Mrd", "Uhr", "km", "Prozent"],
    unitSpace: GLUE,
    thinNumbers: true,
    numbered: ["Artikel", "Absatz", "Quelle"],
    thinAbbreviations: true,
    shortWords: false,
  },
  en: {
    ...PLAIN,
    units: ["million", "billion", "percent", "per cent", "km"],
    numbered: ["Article", "article", "paragraph", "source"],
  },
  // Years and hundreds of them, money and its multiples.
  uk: {
    units: ["р", "рр", "ст", "тис", "млн", "млрд", "грн", "км"],
    unitSpace: THIN_GLUE,
    thinNumbers: true,
    numbered: ["стат", "джерел", "абзац"],
    thinAbbreviations: true,
    shortWords: true,
  },
};

const DASH = 0x2013;
const OPENING = 0xab;
const STOP = 0x2e;
const SIGNS = "%‰€₴₽$°";
const SECTION = 0xa7;
const NUMERO = 0x2116;

export function bound(text: string, language: string): string {
  const custom = CUSTOMS[language] ?? PLAIN;
  let words = "";
  let from = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
    const space = spaceAt(text, at, custom);
    if (space === null) continue;
    words += text.slice(from, at) + space;
    from = at + 1;
  }
  return from === 0 ? text : words + text.slice(from);
}

/** What stands for the space at a place of the text; null where it is a space like any other. */
function spaceAt(text: string, at: number, custom: Custom): string | null {
  const before = text.charCodeAt(at - 1);
  // A dash stays with the word before it, in every language.
  const next = text.charCodeAt(at + 1);
  if (next === DASH) return GLUE;
  if (before === STOP) return afterStop(text, at, custom);
  if (isDigit(before)) return afterNumber(text, at, custom);
  if (before === SECTION || before === NUMERO) return isDigit(next) ? THIN_GLUE : null;
  if (isDigit(next)) return isLetter(text[at - 1] ?? "") ? beforeNumber(text, at, custom) : null;
  if (!custom.shortWords || !begins(text, at - 1) || !isLetter(text[at - 1] ?? "")) return null;
  return isLetter(text[at + 1] ?? "") || next === OPENING ? GLUE : null;
}

/** An initial stays with the name, the day with the month, and the parts of an abbreviation with one another. */
function afterStop(text: string, at: number, custom: Custom): string | null {
  const next = text[at + 1] ?? "";
  const letter = text[at - 2] ?? "";
  if (isLetter(letter) && begins(text, at - 2)) {
    if (isCapital(letter)) return isCapital(next) ? GLUE : null;
    return custom.thinAbbreviations && isLetter(next) && text.charCodeAt(at + 2) === STOP ? THIN_GLUE : null;
  }
  if (isLetter(letter)) return isYear(text, at + 1) ? GLUE : null;
  const isDay = isDigit(letter.charCodeAt(0)) && (begins(text, at - 2) || begins(text, at - 3));
  return isDay && isCapital(next) ? GLUE : null;
}

/** A year stays with its month, a number with what it numbers. */
function beforeNumber(text: string, at: number, { numbered }: Custom): string | null {
  if (isYear(text, at + 1)) return GLUE;
  const from = Math.max(text.lastIndexOf(" ", at - 1), text.lastIndexOf("\u00a0", at - 1)) + 1;
  return numbered.some((word) => text.startsWith(word, from)) ? GLUE : null;
}

/** Whether four figures, and no more, begin at a place. */
function isYear(text: string, at: number): boolean {
  for (let i = 0; i < 4; i++) if (!isDigit(text.charCodeAt(at + i))) return false;
  return !isDigit(text.charCodeAt(at + 4));
}

/** Thousands, signs, units, and the month after its day where a year follows: 15 August 2025. */
function afterNumber(text: string, at: number, custom: Custom): string | null {
  const next = text[at + 1] ?? "";
  if (custom.thinNumbers && SIGNS.includes(next) && next !== "") return THIN_GLUE;
  let digits = 0;
  while (isDigit(text.charCodeAt(at + 1 + digits))) digits += 1;
  if (digits === 3 && custom.thinNumbers) return THIN_GLUE;
  const unit = custom.units.some(
    (word) => text.startsWith(word, at + 1) && !isLetter(text[at + 1 + word.length] ?? ""),
  );
  if (unit) return custom.unitSpace;
  const isDay = begins(text, at - 1) || begins(text, at - 2);
  const month = text.indexOf(" ", at + 1);
  return isDay && isLetter(next) && month > 0 && isYear(text, month + 1) ? GLUE : null;
}

/** Whether a word begins at a place. */
function begins(text: string, at: number): boolean {
  return at === 0 || " \u00a0(„«“".includes(text[at - 1] ?? "x");
}
