/**
 * Where a word may be divided. In: a word as it stands between spaces, a language's hyphenation and the names on the
 * sheet. Out: its pieces, each with what a break after it costs: nothing after a dash or a slash, a hyphen within a
 * word. It refuses to divide names, numbers, abbreviations, and addresses except at their joints.
 */
import type { Hyphenation } from "./hyphenate.ts";

export interface Fragment {
  readonly text: string;
  /** A break after this fragment: not allowed, free, or with a hyphen. */
  readonly after: "none" | "free" | "hyphen";
}

const ADDRESS = /:\/\/|^www\.|^localhost[:/]|^[\w-]+(\.[\w-]+)+\//;
const JOINT = /[/.]/;
/** Two letters before a break and two after it are the least in any language. */
const SHORTEST = 4;
const DASH = /[-–—]/;
const DASHES = /(?<=\p{L}{2})[-–—](?=\p{L}{2})/gu;

export function divide(word: string, hyphenation: Hyphenation, isName: (word: string) => boolean): readonly Fragment[] {
  // Nothing this short has a place to divide, and most words of a text are this short.
  if (word.length < SHORTEST) return [{ text: word, after: "none" }];
  if (JOINT.test(word) && ADDRESS.test(word)) return addressJoints(word);
  const hyphens = isName(word) ? [] : hyphenation.hyphenate(word);
  const dashed = DASH.test(word);
  if (hyphens.length === 0 && !dashed) return [{ text: word, after: "none" }];
  const breaks = new Map<number, "free" | "hyphen">();
  for (const place of hyphens) breaks.set(place, "hyphen");
  // A hyphen or dash inside a word is a joint, but not beside a single letter or a number, as in „E-Mail“ or „2–3“.
  if (dashed) for (const match of word.matchAll(DASHES)) breaks.set(match.index + 1, "free");
  return cut(word, breaks);
}

/** Addresses divide after `/ ? & = #` and before `. _`, never with a hyphen, which would change them. */
function addressJoints(word: string): readonly Fragment[] {
  const breaks = new Map<number, "free" | "hyphen">();
  const start = word.indexOf("//") + 2;
  for (const match of word.matchAll(/(?<=[/?&=#])(?=[^/])|(?=[._])/g)) {
    if (match.index >= start && match.index > 2) breaks.set(match.index, "free");
  }
  return cut(word, breaks);
}

function cut(word: string, breaks: ReadonlyMap<number, "free" | "hyphen">): readonly Fragment[] {
  const places = [...breaks.keys()].filter((place) => place > 0 && place < word.length).sort((a, b) => a - b);
  let from = 0;
  const fragments: Fragment[] = [];
  for (const place of places) {
    fragments.push({ text: word.slice(from, place), after: breaks.get(place) ?? "none" });
    from = place;
  }
  fragments.push({ text: word.slice(from), after: "none" });
  return fragments;
}
