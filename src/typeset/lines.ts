/**
 * Breaking a paragraph into lines all at once, after Knuth and Plass, Breaking Paragraphs into Lines (1981): the breaks
 * whose demerits are smallest over the whole paragraph. In: pieces and a measure. Out: the pieces of each line. It never
 * throws: a piece wider than the measure is cut between characters, and a loose line is better than none.
 */
import { FACES } from "./faces.ts";
import type { Piece } from "./pieces.ts";

/** The pieces of one line; the last one ends it. */
export type Line = readonly Piece[];

/** Demerits; those of a gap at a line's end come from `gapDemerits`. */
const HYPHEN = 60;
const HYPHENS_IN_A_ROW = 250;
const RUNT = 400;
/** A last line shorter than this, in thousandths of an em, looks like a slip. */
const RUNT_WIDTH = 2200;

/** `measure` is in thousandths of an em of the paragraph. */
export function breakLines(whole: readonly Piece[], measure: number): readonly Line[] {
  const pieces = whole.some(({ width, tail }) => width + tail > measure) ? cutWide(whole, measure) : whole;
  const n = pieces.length;
  const cost = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n + 1).fill(-1);
  const hyphenated = new Uint8Array(n + 1);
  cost[0] = 0;
  for (let start = 0; start < n; start++) {
    const base = cost[start] as number;
    if (base === Number.POSITIVE_INFINITY) continue;
    let width = 0;
    let spaces = 0;
    for (let end = start; end < n; end++) {
      const piece = pieces[end] as Piece;
      width += piece.width;
      if (end > start && width > measure) break;
      if (piece.after !== "none" && width + piece.tail <= measure + 0.001) {
        const last = end === n - 1;
        let demerits = base + (last ? 1 : gapDemerits(measure - width - piece.tail, measure));
        if (piece.after === "hyphen") demerits += HYPHEN + (hyphenated[start] === 1 ? HYPHENS_IN_A_ROW : 0);
        if (last && start > 0 && width < RUNT_WIDTH) demerits += RUNT;
        if (last && hyphenated[start] === 1 && spaces === 0) demerits += RUNT;
        if (demerits < (cost[end + 1] as number)) {
          cost[end + 1] = demerits;
          from[end + 1] = start;
          hyphenated[end + 1] = piece.after === "hyphen" ? 1 : 0;
        }
      }
      width += piece.gap;
      if (piece.after === "space") spaces += 1;
    }
  }
  return cost[n] === Number.POSITIVE_INFINITY ? firstFit(pieces, measure) : linesFrom(pieces, from);
}

/** Lines are ragged: the badness of one grows with the square of the gap at its end. */
function gapDemerits(gap: number, measure: number): number {
  return 1 + 1000 * (gap / measure) ** 2;
}

function linesFrom(pieces: readonly Piece[], from: Int32Array): readonly Line[] {
  const lines: Line[] = [];
  for (let end = pieces.length; end > 0; end = from[end] as number) {
    lines.push(pieces.slice(from[end], end));
  }
  return lines.reverse();
}

/** Words glued to one another may be wider than a line together though none is alone: then any place will do. */
function firstFit(pieces: readonly Piece[], measure: number): readonly Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  let width = 0;
  for (const piece of pieces) {
    if (line.length > 0 && width + piece.width + piece.tail > measure) {
      lines.push(line.map((p, i) => (i === line.length - 1 && p.after === "none" ? { ...p, after: "free" } : p)));
      line = [];
      width = 0;
    }
    line.push(piece);
    width += piece.width + piece.gap;
  }
  return line.length > 0 ? [...lines, line] : lines;
}

/** Cuts what is wider than a line into stretches of characters that are not; one character is always taken. */
function cutWide(pieces: readonly Piece[], measure: number): readonly Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    if (piece.width + piece.tail <= measure) return [piece];
    const { atom, scale } = piece;
    const room = (measure - piece.tail) / scale;
    const cuts: Piece[] = [];
    let start = 0;
    let width = 0;
    atom.glyphs.forEach((glyph, i) => {
      const advance = FACES[atom.face].advance(glyph);
      if (i > start && width + advance > room) {
        cuts.push(stretch(piece, start, i, false));
        start = i;
        width = 0;
      }
      width += advance + (atom.shifts[i] as number);
    });
    cuts.push(stretch(piece, start, atom.glyphs.length, true));
    return cuts;
  });
}

function stretch(piece: Piece, start: number, end: number, last: boolean): Piece {
  const { face, glyphs, characters, shifts } = piece.atom;
  const own = {
    glyphs: glyphs.slice(start, end),
    characters: characters.slice(start, end),
    shifts: shifts.slice(start, end),
  };
  if (!last) own.shifts[own.shifts.length - 1] = 0;
  const advances = own.glyphs.reduce((sum, glyph) => sum + FACES[face].advance(glyph), 0);
  const width = own.shifts.reduce((sum, shift) => sum + shift, advances);
  const atom = { face, ...own, width };
  const after = last ? {} : ({ after: "free", gap: 0, tail: 0 } as const);
  return { ...piece, atom, width: width * piece.scale, ...after };
}
