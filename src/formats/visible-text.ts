/**
 * The words of a text without what only steers their display. In: text from a library, which may hold anything. Out:
 * the same words on one line, without control characters, direction overrides, invisible tags and lone surrogates. It
 * drops nothing a reader can see, and it knows no format, so every format shows the same.
 */

/** Tabs, line ends and page ends: all of them part words. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/**
 * C0 and C1 controls; the soft hyphen, which would break a search; marks, embeddings, overrides and isolates of
 * direction, with which a text could turn the words after it around; the byte order mark; invisible tag characters.
 */
const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is what this is for.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Either of them, or half a character: most texts have none, and are found so at one look. */
const ANY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is what this is for.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]/;

export function visibleText(text: string): string {
  if (!ANY.test(text)) return text;
  return text.toWellFormed().replace(BREAKS, " ").replace(STEERING, "");
}

/** A replacer for `JSON.stringify`, for data whose texts nobody has looked through yet. */
export function visibleStrings(_key: string, value: unknown): unknown {
  return typeof value === "string" ? visibleText(value) : value;
}
