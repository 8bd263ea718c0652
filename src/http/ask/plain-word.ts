/**
 * A word of an address as whoever wrote it meant it. In: the word as it arrived. Out: the same in small letters, without
 * what texts, mails and word processors put around and into it. It does not know which words there are.
 */

/** How often what was encoded is encoded again on its way; each round is undone. */
const ROUNDS = 4;

/**
 * What stands around an address in a text, and behind it what quoted-printable (RFC 2045, 6.7) leaves at the end of a line,
 * and an encoded slash.
 */
const AROUND = "[\\s/+.,;:!?*_'\"`´“”„‘’‚«»‹›…()<>\\[\\]{}|-]";
/** What stands before a number may belong to it. */
const BEFORE = new RegExp(`^(?:(?![-.,]\\d)${AROUND})+`, "u");
const AFTER = new RegExp(`(?:${AROUND}|=(?:20|0D|0A|3D)?|%(?:2F|5C))+$`, "iu");
/** Soft hyphens, spaces without width, marks of direction and of how a letter is drawn; ends of lines. */
const UNSEEN = /=\r?\n|[\p{Cf}\p{Zl}\p{Zp}\r\n\t]|\u034f|[\ufe00-\ufe0f]/gu;

/** More letters than any name has, even with something that is not seen between each two of them. */
const LONGEST = 300;

export function plainWord(given: string): string {
  if (given.length > LONGEST) return given;
  return decoded(given)
    .replace(UNSEEN, "")
    .normalize("NFKC")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(BEFORE, "")
    .replace(AFTER, "")
    .toLowerCase();
}

/** To compare words whose hyphens were lost, doubled or made spaces, and names in scripts that have no address. */
export function lettersOf(word: string): string {
  // Some letters have two only in capitals: ß.
  const folded = plainWord(word).toUpperCase().toLowerCase().normalize("NFD");
  return folded.replace(/[\p{M}\p{Z}\p{Sk}_'’ʼ"“”„«»&,+-]/gu, "");
}

function decoded(given: string): string {
  let text = given;
  for (let round = 0; round < ROUNDS; round++) text = decodedOnce(text);
  return text;
}

/** What is no UTF-8 stays as it is, and so do slashes: one that was encoded parts nothing. */
export function decodedOnce(text: string): string {
  return text.replace(/(?:%(?!2f|5c)[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}
