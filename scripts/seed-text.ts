/**
 * The text of a file of seeds. In: its bytes. Out: the text, or what is wrong with how it was saved, with the line. It knows
 * nothing of YAML.
 */

export interface Decoded {
  readonly text: string;
  /** Set where the bytes are not UTF-8; the text is empty then, for nothing in it could be relied on. */
  readonly fault?: { readonly line: number; readonly reason: string };
}

const NEW_LINE = 0x0a;
/** A text of Latin or Cyrillic letters in UTF-16 has a zero in nearly every second byte; one in UTF-8 has none. */
const ZEROS = 0.1;

export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const zeros = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isMarked || zeros > bytes.length * ZEROS)
    return faulty(1, "is saved as UTF-16, which some programs call Unicode; save it as UTF-8");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes) };
  } catch {
    return faulty(firstBadLine(bytes), "is not UTF-8 here, but Windows-1252, Latin-1 or the like; save it as UTF-8");
  }
}

function faulty(line: number, reason: string): Decoded {
  return { text: "", fault: { line, reason } };
}

/** No character of UTF-8 goes on over the end of a line, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  for (let line = 1, from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(NEW_LINE, from);
    const to = end < 0 ? bytes.length : end + 1;
    try {
      strict.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to;
  }
  return 1;
}
