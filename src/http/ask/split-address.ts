/**
 * Where a part of an address ends and what was meant to be its query begins. In: a path, or the value of a parameter, to
 * which campaign tools have appended theirs with the wrong sign, or whose signs they have encoded. Out: the part, what
 * belongs into the query, and a place on the page. It does not know what is ours.
 */
import { decodedOnce } from "./plain-word.ts";

export interface Split {
  readonly part: string;
  /** As it was written behind the sign, without it. */
  readonly query: readonly string[];
  /** Without its sign; empty where there is none. */
  readonly place: string;
}

/** An ampersand, perhaps written for HTML, once or several times. */
const AND = "&(?:(?:amp|#0*38|#x0*26);)*";
/** A semicolon parts parameters only where one follows; else it ends a sentence. */
const SIGN = new RegExp(`\\?+|#|${AND}(?=\\w|%|$)|;(?=[\\w.-]+=[^/]*$)`, "i");
/** Other signs that are written so in HTML stand around an address. */
const ENTITIES = /&(?!amp;|#0*38;|#x0*26;)([a-z]{2,6}|#\d{2,5}|#x[0-9a-f]{2,5});/gi;
const ROUNDS = 4;
/** Looking through more than this takes longer than whoever wrote it deserves. */
const LONGEST = 2000;

export function splitAddress(given: string): Split {
  if (given.length > LONGEST) return { part: given, query: [], place: "" };
  let query: readonly string[] = [];
  let place = "";
  let part = given;
  // What is behind a sign stays encoded as it was beside it.
  for (let round = 0; round <= ROUNDS; round++) {
    part = part.replace(ENTITIES, " ");
    const sign = SIGN.exec(part);
    if (sign !== null) {
      const rest = part.slice(sign.index + sign[0].length);
      part = part.slice(0, sign.index);
      const [before = "", ...behind] = sign[0] === "#" ? cutPlace(rest) : [place, rest];
      place = before;
      query = [...behind, ...query];
    }
    part = decodedOnce(part);
  }
  return { part, query: query.filter((each) => each !== ""), place };
}

/** Tools append to what they see, and so behind a place. */
function cutPlace(text: string): readonly string[] {
  const sign = new RegExp(`[?;]|${AND}`, "i").exec(text);
  return sign === null ? [text] : [text.slice(0, sign.index), text.slice(sign.index + sign[0].length)];
}
