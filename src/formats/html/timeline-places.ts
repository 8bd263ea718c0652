/**
 * Where the dots and dates of a timeline stand. In: a timeline. Out: places in percent of the drawing's width and levels
 * above the axis, chosen so that no dot covers another on the narrowest phone. It draws nothing.
 */
import type { Timeline } from "../../model/briefing.ts";

/** CSS pixels: the narrowest and a comfortable drawing, a dot with its air, and a letter of a date. */
const NARROW = 272;
const WIDE = 620;
export const DOT = 22;
const LETTER = 6.2;

/** Percent kept free at both ends, taken by each step before the break, and by the break itself. */
export const MARGIN = 5;
const STEP = 8.5;
export const BREAK = 9;
const MOST_BEFORE_BREAK = 34;

export interface TimelineDate {
  readonly x: number;
  readonly label: string;
  /** There is no room for it on a phone. */
  readonly wideOnly: boolean;
}

export interface TimelinePlaces {
  /** One for each dot of the timeline. */
  readonly dots: readonly { readonly x: number; readonly level: number }[];
  readonly dates: readonly TimelineDate[];
  /** Years below the dots before the break. */
  readonly years: readonly TimelineDate[];
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
  const years = early.flatMap((dot, i): TimelineDate[] =>
    dot.year === early[i - 1]?.year ? [] : [{ x: xs[dots.indexOf(dot)] ?? MARGIN, label: dot.year, wideOnly: false }],
  );
  return {
    dots: xs.map((x, i) => ({ x, level: levels[i] ?? 0 })),
    dates: chooseDates(ticks.map(({ day, label }) => ({ x: ofDay(day), label })), years),
    years,
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

/** The first and the last date, then as many between them as there is room for. */
function chooseDates(
  ticks: readonly { readonly x: number; readonly label: string }[],
  years: readonly TimelineDate[],
): readonly TimelineDate[] {
  const ordered = ticks.toSorted((a, b) => a.x - b.x);
  const ends = ordered.length > 1 ? [ordered[0], ordered.at(-1)] : ordered;
  const chosen: TimelineDate[] = [...years];
  for (const tick of [...ends, ...ordered.slice(1, -1)]) {
    if (tick === undefined) continue;
    const onPhone = chosen.filter(({ wideOnly }) => !wideOnly).every((other) => apart(tick, other, NARROW));
    if (chosen.every((other) => apart(tick, other, WIDE))) chosen.push({ ...tick, wideOnly: !onPhone });
  }
  return chosen.slice(years.length).toSorted((a, b) => a.x - b.x);
}

/** Whether two labels leave a letter of air between them on a screen of that width. */
function apart(a: { x: number; label: string }, b: { x: number; label: string }, screen: number): boolean {
  const [left, right] = a.x < b.x ? [a, b] : [b, a];
  const end = (extent(left, screen)[1] * screen) / 100;
  return end + LETTER < (extent(right, screen)[0] * screen) / 100;
}

/** Centred on its place, but never over the edge. */
function extent({ x, label }: { x: number; label: string }, screen: number): readonly [number, number] {
  const half = ((label.length * LETTER) / screen) * 50;
  const anchor = anchorOf(x);
  return anchor === "start" ? [x, x + 2 * half] : anchor === "end" ? [x - 2 * half, x] : [x - half, x + half];
}

/** How a date hangs on its place: dates near an edge grow away from it. */
export function anchorOf(x: number): "start" | "middle" | "end" {
  return x < 16 ? "start" : x > 84 ? "end" : "middle";
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
