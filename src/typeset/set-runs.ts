/**
 * A paragraph with lines: runs set to a measure and, when placed, the glyphs of each line at their points. In: runs,
 * their owner in the briefing and a type. Out: a box. Every soft line end keeps its space, and a hyphen set at a line's
 * end copies as a soft hyphen, so that a reader's clipboard gets whole words.
 */
import type { Run } from "../model/briefing.ts";
import type { Owner, Placed, PlacedText } from "../model/page.ts";
import type { Box, Type } from "./box.ts";
import { FACES } from "./faces.ts";
import { type Galley, voiceColour, voiceType } from "./galley.ts";
import { breakLines, type Line } from "./lines.ts";
import type { Piece } from "./pieces.ts";

/** Where a baseline stands in its line: the middle of the line is the middle of a capital letter. */
const CAPITAL_MIDDLE = 0.33;

export function setRuns(galley: Galley, runs: readonly Run[], owner: Owner | null, type: Type, measure: number): Box {
  const pieces = galley.typecase.pieces(runs, type, (run) => voiceType(type, run));
  const lines = breakLines(pieces, (measure / type.size) * 1000);
  return {
    height: lines.length * type.leading,
    place: (x, y) =>
      lines.flatMap((line, i) => {
        const baseline = y + i * type.leading + type.leading / 2 + CAPITAL_MIDDLE * type.size;
        return placeLine(galley, line, owner, type, { x, y: baseline });
      }),
  };
}

/** The width in points of words on one line. */
export function widthOf(galley: Galley, runs: readonly Run[], type: Type): number {
  const pieces = galley.typecase.pieces(runs, type, (run) => voiceType(type, run));
  return pieces.reduce((sum, { width, gap }) => sum + width + gap, 0) * (type.size / 1000);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function placeLine(galley: Galley, line: Line, owner: Owner | null, type: Type, { x, y }: Place): readonly Placed[] {
  const texts: PlacedText[] = [];
  let right = x;
  for (const pieces of byRun(line)) {
    const text = placeRun(galley, pieces, owner, type, { x: right, y });
    texts.push(text);
    right += text.width;
  }
  return texts;
}

/** Consecutive pieces of the same run, with whether the line ends after them and softly. */
function byRun(pieces: readonly Piece[]): readonly { pieces: readonly Piece[]; end: boolean }[] {
  const groups: { pieces: Piece[]; end: boolean }[] = [];
  pieces.forEach((piece, i) => {
    const group = groups.at(-1);
    const end = i === pieces.length - 1;
    if (group !== undefined && group.pieces[0]?.run === piece.run) {
      group.pieces.push(piece);
      group.end = end;
    } else groups.push({ pieces: [piece], end });
  });
  return groups;
}

function placeRun(
  galley: Galley,
  { pieces, end }: { pieces: readonly Piece[]; end: boolean },
  owner: Owner | null,
  type: Type,
  { x, y }: Place,
): PlacedText {
  const [first] = pieces as readonly [Piece];
  const { face: faceId } = first.atom;
  const face = FACES[faceId];
  const glyphs: number[] = [];
  const characters: string[] = [];
  const shifts: number[] = [];
  let width = 0;
  const add = (glyph: number, character: string, shift: number): void => {
    glyphs.push(glyph);
    characters.push(character);
    shifts.push(shift);
    width += face.advance(glyph) + shift;
  };
  // The space at a soft line end is there for whoever copies the text; it takes no room.
  let softEnd = 0;
  pieces.forEach((piece, i) => {
    const { atom, after, scale } = piece;
    const endsLine = end && i === pieces.length - 1;
    const glued = !endsLine && (after === "hyphen" || after === "free" || after === "none");
    atom.glyphs.forEach((glyph, k) => {
      const lastOne = k === atom.glyphs.length - 1;
      add(glyph, atom.characters[k] ?? "", (atom.shifts[k] ?? 0) + (lastOne && glued ? piece.gap / scale : 0));
    });
    const space = face.glyph(0x20);
    if (after === "space" && !endsLine) add(space, " ", piece.gap / scale - face.advance(space));
    else if (after === "space") softEnd = face.advance(space);
    else if (after === "hyphen" && endsLine) add(face.glyph(0x2d), "\u00ad", 0);
  });
  if (softEnd > 0) {
    add(face.glyph(0x20), " ", 0);
    width -= softEnd;
  }
  return {
    kind: "text",
    owner,
    run: first.run,
    x,
    y,
    width: (width * first.scale * type.size) / 1000,
    face: faceId,
    size: first.scale * type.size,
    colour: voiceColour(galley, type, first.run),
    glyphs,
    characters,
    shifts,
  };
}
