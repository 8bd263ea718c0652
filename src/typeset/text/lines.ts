/**
 * Breaking a paragraph into lines all at once, after Knuth and Plass, Breaking Paragraphs into Lines (1981): the breaks
 * whose demerits are smallest over the whole paragraph. In: words on an endless line and a measure. Out: where each line
 * begins. It never throws: a word that no place divides is cut between characters, and a loose line is better than none.
 * Lines are ragged, so the badness of one grows with the gap at its end.
 */
import type { Voice } from "../../model/briefing.ts";
import { jointsIn } from "./cast.ts";
import type { Word } from "./copy.ts";
import { FACES } from "./faces.ts";
import { walk } from "./shape.ts";

/** Where a line begins: at a word, or at a UTF-16 unit within it. */
export interface LineStart {
  readonly word: number;
  readonly at: number;
  /** The line before ends with a hyphen that the text does not have. */
  readonly hyphen: boolean;
}

/** A place to break, and the best way there. */
interface Node extends LineStart {
  /** Places on the endless line: where the line before has its right edge, and where the line after begins. */
  readonly end: number;
  readonly start: number;
  demerits: number;
  from: Node | null;
}

/** A gap no wider than this share of the measure is not worth a hyphen; one wider than the second, hardly a line. */
const GOOD = 0.12;
const SHORT = 0.3;
/** Thousandths of an em that two letters and a hyphen take at the least. */
const LEAST_PART = 800;
const HYPHEN = 60;
const HYPHENS_IN_A_ROW = 250;
const RUNT = 400;
/** A last line of citations alone, away from the words they vouch for. */
const BARE = 2 * RUNT;
/** Worse than any lines that can be had otherwise. */
const CUT = 100_000;
/** More than any paragraph's; a small integer, as all demerits are, for there are thousands of them in a sheet. */
const UNREACHED = 1_000_000_000;
/** A last line with fewer words than this, in thousandths of an em, looks like a slip, whatever is cited behind them. */
const RUNT_WIDTH = 3200;
/** Two letters alone on a line are harder to read on from than three. */
const STUB = 180;
const STUB_LETTERS = 3;

/** One paragraph while its lines are sought. */
interface Search {
  readonly words: readonly Word[];
  readonly measure: number;
  /** The right edge of the last word that is not a citation. */
  readonly proseEnd: number;
  /** The place before each word and after the last one; null until a line ends there, so that none begins there in vain. */
  readonly outer: (Node | null)[];
  /** The places within each word, in its order; null until a line would end in it: most are never looked up. */
  readonly inner: (Node[] | null)[];
}

const ONE_LINE: readonly LineStart[] = [{ word: 0, at: 0, hyphen: false }];

/** `measure` is in thousandths of an em of the paragraph. The first line begins at the first word. */
export function breakLines(words: readonly Word[], measure: number): readonly LineStart[] {
  const end = words.at(-1);
  if (end === undefined) return [];
  // Half of a sheet's paragraphs are headings, labels and answers of one line, and no two lines are better than one.
  if (end.right <= measure) return ONE_LINE;
  const outer = new Array<Node | null>(words.length + 1).fill(null);
  const inner = new Array<Node[] | null>(words.length).fill(null);
  const prose = words.findLast(({ voiced }) => !isApparatus(voiced.run.voice));
  const search: Search = { words, measure, proseEnd: prose?.right ?? 0, outer, inner };
  outer[0] = { word: 0, at: 0, hyphen: false, end: 0, start: 0, demerits: 0, from: null };
  for (let i = 0; i < words.length; i++) {
    const before = outer[i];
    if (before != null) linesFrom(before, search);
    const within = inner[i];
    if (within == null) continue;
    // A cut may add to the list while it is walked.
    for (let k = 0; k < within.length; k++) {
      const node = within[k] as Node;
      if (node.from !== null) linesFrom(node, search);
    }
  }
  const lines: LineStart[] = [];
  for (let node = (outer[words.length] as Node).from; node !== null; node = node.from) lines.push(node);
  return lines.reverse();
}

/** Weighs every line that can begin at a place and is worth weighing. */
function linesFrom(node: Node, search: Search): void {
  const { words, measure } = search;
  const limit = node.start + measure;
  /** The last word after which the line could end; -1 where there is none yet. */
  let last = -1;
  for (let i = node.word; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.right > limit) {
      const gap = last < 0 ? measure : limit - (words[last] as Word).right;
      // Where no word ends, one that this is glued to may have a place, however little room is left for this.
      const hasRoom = last < 0 || limit - word.left > LEAST_PART;
      const divided = gap > measure * GOOD && hasRoom && divide(node, i, search);
      // A short line is worth weighing only where there is no fuller one.
      if (last >= 0 && gap > measure * SHORT) relax(after(last, search), node, gapDemerits(gap, measure));
      else if (last < 0 && !divided) cut(node, i, search);
      return;
    }
    if (word.glued) continue;
    last = i;
    const gap = limit - word.right;
    if (i === words.length - 1) relax(after(i, search), node, lastDemerits(node, search));
    else if (gap <= measure * SHORT) relax(after(i, search), node, gapDemerits(gap, measure));
  }
}

/** The place after a word. */
function after(word: number, { words, outer }: Search): Node {
  const { right } = words[word] as Word;
  outer[word + 1] ??= open(word + 1, 0, false, right, words[word + 1]?.left ?? right);
  return outer[word + 1] as Node;
}

/** Lines that end within the word that does not fit, or within those glued to it. */
function divide(node: Node, over: number, { words, measure, inner }: Search): boolean {
  let fits = false;
  for (let i = over; i >= node.word && (i === over || (words[i] as Word).glued); i--) {
    inner[i] ??= nodesWithin(words[i] as Word, i);
    for (const end of inner[i] as Node[]) {
      if (i === node.word && end.at <= node.at) continue;
      const width = end.end - node.start;
      if (width > measure) break;
      relax(end, node, gapDemerits(measure - width, measure) + hyphenDemerits(node, end, words[i] as Word));
      fits = true;
    }
  }
  return fits;
}

/** Not even a part of a word fits: then as many characters as do, and always one. */
function cut(node: Node, over: number, { words, measure, outer, inner }: Search): void {
  let best: Node | null = null;
  for (let i = node.word; i <= over; i++) {
    const { text, left, voiced } = words[i] as Word;
    walk(text, FACES[voiced.face], (at, before, kern) => {
      const end = left + Math.ceil(before * voiced.scale);
      const isStart = i === node.word && at <= node.at;
      if (!isStart && (best === null || end <= node.start + measure)) {
        best = open(i, at, false, end, left + Math.floor((before + kern) * voiced.scale));
      }
    });
  }
  // A single character wider than the measure makes an overfull line; no measure of ours is so narrow.
  const { right } = words[over] as Word;
  const end: Node = best ?? open(over + 1, 0, false, right, words[over + 1]?.left ?? right);
  if (end.at === 0) {
    outer[end.word] ??= end;
    relax(outer[end.word] as Node, node, CUT);
    return;
  }
  relax(end, node, CUT);
  // The places within a word are walked in their order, so that each is known before a line begins there.
  const within = inner[end.word] ?? [];
  inner[end.word] = within;
  const later = within.findIndex(({ at }) => at > end.at);
  within.splice(later < 0 ? within.length : later, 0, end);
}

function nodesWithin({ cast, voiced, left }: Word, index: number): Node[] {
  const { scale } = voiced;
  return jointsIn(cast, voiced).map(({ at, hyphen, end, start }) =>
    open(index, at, hyphen, left + Math.ceil(end * scale), left + Math.floor(start * scale)),
  );
}

function open(word: number, at: number, hyphen: boolean, end: number, start: number): Node {
  return { word, at, hyphen, end, start, demerits: UNREACHED, from: null };
}

function relax(end: Node, node: Node, demerits: number): void {
  const total = node.demerits + demerits;
  if (total >= end.demerits) return;
  end.demerits = total;
  end.from = node;
}

function gapDemerits(gap: number, measure: number): number {
  const share = gap / measure;
  return 1 + Math.round(1000 * share * share);
}

function hyphenDemerits(node: Node, { at, hyphen }: Node, { length }: Word): number {
  if (!hyphen) return 0;
  const stub = at < STUB_LETTERS || length - at < STUB_LETTERS;
  return HYPHEN + (stub ? STUB : 0) + (node.hyphen ? HYPHENS_IN_A_ROW : 0);
}

/** A last line may be short, but not a slip, nor only the rest of a word. */
function lastDemerits(node: Node, { words, proseEnd }: Search): number {
  if (node.from === null) return 1;
  const left = proseEnd - node.start;
  const restOfWord = node.hyphen && node.word === words.length - 1;
  return 1 + (left <= 0 ? BARE : left < RUNT_WIDTH ? RUNT : 0) + (restOfWord ? RUNT : 0);
}

const isApparatus = (voice: Voice): boolean => voice === "citation" || voice === "flag";
