/**
 * Lines of a given width for plain text. In: one line of text, a width in columns and what begins the first and the
 * other lines. Out: the lines. A word longer than a line is broken between graphemes, but an address never is, because a
 * broken one cannot be followed.
 */

/** Made when first asked, for making it takes an isolate's start milliseconds. */
let segmenter: Intl.Segmenter | undefined;

function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** Ideographs, kana, hangul and emoji take two columns in a terminal. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/u;

/** What our languages are written with: each sign is one column and joins no other, so no grapheme need be sought. */
const NARROW =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205f\u20a0-\u20bf\u2190-\u21ff\u2260]*$/;

/** Separators that may end a line; no-break spaces may not. */
const SPACE = /[ \u2000-\u2006\u2008-\u200b\u205f\u3000]+/u;

export function columnsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemesOf(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}

export function wrapText(text: string, width: number, first = "", rest = first): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const room = (): number => width - columnsOf(lines.length === 0 ? first : rest);
  const end = (): void => {
    lines.push((lines.length === 0 ? first : rest) + line);
    line = "";
  };
  for (const word of text.split(SPACE).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (columnsOf(longer) <= room()) {
      line = longer;
      continue;
    }
    if (line !== "") end();
    const pieces = columnsOf(word) <= room() || word.includes("://") ? [word] : breakWord(word, room());
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) end();
      line = piece;
    }
  }
  if (line !== "" || lines.length === 0) end();
  return lines;
}

/** Pieces of at most `room` columns, each of whole graphemes. */
function breakWord(word: string, room: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of graphemesOf(word)) {
    if (piece !== "" && columnsOf(piece + segment) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}
