/**
 * A page: the words of a briefing with their places on one sheet of paper. In: nothing. Out: the types that
 * `typeset/` fills and `formats/` writes. Origin top left, x to the right, y down, in points; text sits on its baseline.
 */
import type { Briefing, Cell, Code, Heading, ListItem, Paragraph, Run, Table, Timeline } from "./briefing.ts";
import type { Colour, Concession, FaceId, PaperId } from "./template.ts";

/** The part of the briefing that something on the page belongs to; decoration belongs to none. */
export type Owner = Heading | Paragraph | ListItem | Table | Cell | Timeline | Code;

/** Glyphs of one face and size on one baseline. */
export interface PlacedText {
  readonly kind: "text";
  readonly owner: Owner | null;
  /** The run it comes from; null for a label, a plot's text or decoration. */
  readonly run: Run | null;
  readonly x: number;
  readonly y: number;
  /** Points from the first glyph's origin to the end of the last glyph's advance. */
  readonly width: number;
  readonly face: FaceId;
  readonly size: number;
  readonly colour: Colour;
  readonly glyphs: readonly number[];
  /** What each glyph stands for in copied text: mostly one character, U+00AD for a hyphen set at a line's end. */
  readonly characters: readonly string[];
  /** Thousandths of an em added after each glyph: kerning, and the stretch of spaces. */
  readonly shifts: readonly number[];
}

export type PathStep =
  | readonly ["move", number, number]
  | readonly ["line", number, number]
  | readonly ["curve", number, number, number, number, number, number]
  | readonly ["rect", number, number, number, number]
  | readonly ["close"];

export interface PlacedShape {
  readonly kind: "shape";
  readonly owner: Owner | null;
  readonly path: readonly PathStep[];
  readonly fill: Colour | null;
  readonly stroke: { readonly colour: Colour; readonly width: number } | null;
}

export type Placed = PlacedText | PlacedShape;

/** What the page gave up so that everything on it can be read. */
export interface Fit {
  /** Body size and leading, in points. */
  readonly size: number;
  readonly leading: number;
  readonly concessions: readonly Concession[];
  /** How many times the sheet was set before it fitted. */
  readonly passes: number;
  /** Points left over at the foot, before they were spread between the sections. */
  readonly spare: number;
}

export interface Page {
  readonly briefing: Briefing;
  readonly paper: PaperId;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Placed[];
  readonly fit: Fit;
}
