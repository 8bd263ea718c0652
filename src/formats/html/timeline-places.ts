/**
 * Where the dots and dates of a timeline stand. In: a timeline. Out: places in percent of the drawing's width and levels
 * above the axis, chosen so that no dot covers another on the narrowest phone. It draws nothing.
 */
import type { Timeline } from "../../model/briefing.ts";

/** CSS pixels: the narrowest and a comfortable drawing, a dot with its air, and a letter of a date. */
const NARROW = 272;
const WIDE = 620;
export const DOT = 22;
const LETTER = 5.7;

/** Percent kept free at both ends, taken by each step before the break, and by the break itself. */
export const MARGIN = 5;
const STEP = 8.5;
const BREAK = 9;
const MOST_BEFORE_BREAK = 34;

/** How a date hangs on its place: dates at an end of the axis grow away from it. */
export type Anchor = "start" | "middle" | "end";

export interface TimelineDate {
  readonly x: number;
  readonly label: string;
  readonly anchor: Anchor;
  /** The year of a dot before the break, which has no tick. */
  readonly year: boolean;
  /** There is no room for it on a phone. */
  readonly wideOnly: boolean;
}

export interface TimelinePlaces {
  /** One for each dot of the timeline. */
  readonly dots: readonly { readonly x: number; readonly level: number }[];
  readonly dates: readonly TimelineDate[];
  /** Where the axis begins after the break, and where its dashed part ends before it; null without one. */
  readonly start: number;
  readonly earlierEnd: number | null;
}

export function placeTimeline(timeline: Timeline): TimelinePlaces {
  const { dots, days, ticks } = timeline;
  const early = dots.filter(({ day }) => day === null);
  const step = Math.min(STEP, MOST_BEFORE_BREAK / Math.max(1, early.length));
  const lastEarly = MARGIN + step * (early.length - 1);
  const start = early.length === 0 ? MARGIN : round(lastEarly + BREAK);
  const ofDay = (day: number): number =>
    round(start + (Math.min(Math.max(day, 0), days) / Math.max(1, days)) * (100 - MARGIN - start));
  const xs = dots.map((dot) => (dot.day === null ? round(MARGIN + step * early.indexOf(dot)) : ofDay(dot.day)));
  const levels = stack(xs);
  const years = early.flatMap((dot, i): Candidate[] =>
    dot.year === early[i - 1]?.year
      ? []
      : [{ x: xs[dots.indexOf(dot)] ?? MARGIN, label: dot.year, anchor: "middle", year: true }],
  );
  const dated = ticks
    .map(({ day, label }): Candidate => ({ x: ofDay(day), label, anchor: anchorOf(ofDay(day), start), year: false }))
    .toSorted((a, b) => a.x - b.x);
  const ends = dated.length > 1 ? [dated[0], dated.at(-1)] : dated;
  return {
    dots: xs.map((x, i) => ({ x, level: levels[i] ?? 0 })),
    dates: chooseDates([...ends, ...years, ...dated.slice(1, -1)].filter((date) => date !== undefined)),
    start,
    earlierEnd: early.length === 0 ? null : round(lastEarly + BREAK / 2),
  };
}

/** Each dot stands on the lowest level where its neighbours leave it room. */
function stack(xs: readonly number[]): readonly number[] {
  const levels: number[] = [];
  for (const x of xs) {
    const taken = new Set(levels.filter((_, j) => (Math.abs((xs[j] ?? 0) - x) / 100) * NARROW < DOT - 2));
    let level = 0;
    while (taken.has(level)) level++;
    levels.push(level);
  }
  return levels;
}

type Candidate = Omit<TimelineDate, "wideOnly">;

/** As many as there is room for, on a phone and on wider screens; those that come first go first. */
function chooseDates(candidates: readonly Candidate[]): readonly TimelineDate[] {
  const chosen: TimelineDate[] = [];
  for (const date of candidates) {
    const onPhone = chosen.filter(({ wideOnly }) => !wideOnly).every((other) => apart(date, other, NARROW));
    if (chosen.every((other) => apart(date, other, WIDE))) chosen.push({ ...date, wideOnly: !onPhone });
  }
  return chosen.toSorted((a, b) => a.x - b.x);
}

/** Whether two labels leave a letter of air between them on a screen of that width. */
function apart(a: Candidate, b: Candidate, screen: number): boolean {
  const [left, right] = a.x < b.x ? [a, b] : [b, a];
  return extent(left, screen).to + LETTER < extent(right, screen).from;
}

/** The pixels that a label covers. */
function extent({ x, label, anchor }: Candidate, screen: number): { readonly from: number; readonly to: number } {
  const place = (x * screen) / 100;
  const width = label.length * LETTER;
  const from = anchor === "start" ? place : anchor === "end" ? place - width : place - width / 2;
  return { from, to: from + width };
}

function anchorOf(x: number, start: number): Anchor {
  return x < 16 || x === start ? "start" : x > 84 ? "end" : "middle";
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
