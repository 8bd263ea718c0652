/**
 * A query in which every parameter of ours can be read. In: a query as it arrived and the names of ours. Out: the same with
 * the values of ours as they were plainly meant, and a place on the page that had got into one. What is somebody else's
 * stays as it was written, but for what parted it from the next.
 */
import { plainValue } from "../ask/plain-values.ts";
import { decodedOnce } from "../ask/plain-word.ts";
import { splitAddress } from "../ask/split-address.ts";

export interface Query {
  /** Without a question mark. */
  readonly text: string;
  readonly place: string;
}

const ESCAPED = /^(?:(?:amp|#0*38|#x0*26)(?:;|%3B)){1,4}/i;

export function mendQuery(given: string, own: readonly string[]): Query {
  // In the value of another parameter, behind what was to part them.
  const swallowed = new RegExp(`(?:[?;]|%3F|%26|%3B)(?:amp(?:;|%3B)){0,4}(?=(?:${own.join("|")})(?:=|%3D))`, "i");
  const encoded = new RegExp(`^(${own.join("|")})%3D`, "i");
  let place = "";
  const mend = (text: string): readonly string[] => text.split("&").flatMap(mendOne);
  const mendOne = (written: string): readonly string[] => {
    const piece = written.replace(ESCAPED, "").replace(encoded, "$1=");
    const [, name = piece, value] = /^([^=]*)=(.*)$/s.exec(piece) ?? [];
    const parameter = decodedOnce(name).trim().toLowerCase();
    if (value !== undefined && parameter === "url" && own.includes(parameter)) return [`url=${value}`];
    if (value === undefined || !own.includes(parameter)) {
      const sign = /:\/\/|%3A%2F%2F/i.test(piece) ? null : swallowed.exec(piece);
      if (sign === null) return [piece];
      const before = piece.slice(0, sign.index);
      return [...(before === "" ? [] : [before]), ...mend(piece.slice(sign.index + sign[0].length))];
    }
    const { part, query, place: found } = splitAddress(value);
    const plain = plainValue(parameter, part);
    // What nothing plainly means is refused, and the refusal repeats it.
    if (plain === null) return [piece];
    place ||= found;
    return [`${parameter}=${plain}`, ...query.flatMap(mend)];
  };
  return { text: given === "" ? "" : mend(given).join("&"), place };
}
