/**
 * The line of days as inline SVG. In: a timeline. Out: a figure with its alternative text, whose places are percentages,
 * so that its letters keep their size on any screen. Dots that would cover each other on a phone stand one above the
 * other; dates that would touch there are shown on wider screens only.
 */
import type { Timeline } from "../../model/briefing.ts";
import { visibleText } from "../visible-text.ts";
import { block, element, escapeHtml } from "./markup.ts";

/** CSS pixels: the narrowest and a comfortable drawing, a dot with its air, and a letter of a date. */
const NARROW = 272;
const WIDE = 620;
const DOT = 22;
const LETTER = 6.4;
const BASE = 26;

export function writeTimeline(timeline: Timeline): string {
  const { alt, dots, ticks } = timeline;
  const early = dots.filter(({ day }) => day === null).length;
  const place = placesOf(timeline, early);
  let before = 0;
  const xs = dots.map(({ day }) => (day === null ? place.early(before++) : place.day(day)));
  const levels = stack(xs);
  const axis = 16 + Math.max(0, ...levels) * DOT;
  const height = axis + BASE;
  const first = place.day(0);
  const drawing = [
    stroke("axis", first, 100 - MARGIN, axis),
    early === 0 ? "" : stroke("axis earlier", MARGIN, place.early(early - 1) + GAP / 2, axis),
    ...ticksOf(ticks, place.day).map(({ x, label, wide, anchor }) =>
      element(
        "g",
        { class: wide ? "tick wide" : "tick" },
        element("line", { x1: `${x}%`, x2: `${x}%`, y1: axis, y2: axis + 10 }),
        element("text", { x: `${x}%`, y: height - 4, "text-anchor": anchor }, escapeHtml(visibleText(label))),
      ),
    ),
    ...yearsOf(timeline, xs).map(({ x, year }) =>
      element("g", { class: "tick" }, element("text", { x: `${x}%`, y: height - 4, "text-anchor": "middle" }, escapeHtml(year))),
    ),
    ...dots.map(({ label }, i) => dot(label, xs[i] ?? 0, axis - (levels[i] ?? 0) * DOT)),
  ];
  const attributes = { role: "img", "aria-label": visibleText(alt), width: "100%", height };
  return block("figure", { class: "timeline" }, element("svg", attributes, ...drawing));
}

/** Percent kept free at both ends, and taken by each step before the break and by the break. */
const MARGIN = 5;
const STEP = 8.5;
const GAP = 9;

function placesOf({ days }: Timeline, early: number): { early(step: number): number; day(day: number): number } {
  const step = Math.min(STEP, 34 / Math.max(1, early));
  const start = early === 0 ? MARGIN : MARGIN + step * (early - 1) + GAP;
  return {
    early: (index) => round(MARGIN + step * index),
    day: (day) => round(start + (Math.min(Math.max(day, 0), days) / Math.max(1, days)) * (100 - MARGIN - start)),
  };
}

/** How high each dot stands so that none covers another on the narrowest screen. */
function stack(xs: readonly number[]): readonly number[] {
  const levels: number[] = [];
  for (const [i, x] of xs.entries()) {
    const near = levels.filter((_, j) => (Math.abs((xs[j] ?? 0) - x) / 100) * NARROW < DOT - 2);
    levels[i] = 0;
    while (near.includes(levels[i] ?? 0)) levels[i] = (levels[i] ?? 0) + 1;
  }
  return levels;
}

interface PlacedTick {
  readonly x: number;
  readonly label: string;
  readonly wide: boolean;
  readonly anchor: "start" | "middle" | "end";
}

/** The first and the last date, then as many between as there is room for. */
function ticksOf(ticks: Timeline["ticks"], at: (day: number) => number): readonly PlacedTick[] {
  const ordered = [...ticks].sort((a, b) => a.day - b.day);
  const last = ordered.length > 1 ? ordered.pop() : undefined;
  const queue = last === undefined ? ordered : [ordered.shift(), last, ...ordered].filter((tick) => tick !== undefined);
  const shown: (PlacedTick & { readonly from: number; readonly to: number })[] = [];
  const fits = (x: number, half: number, screen: number): boolean =>
    shown.every(({ from, to, wide }) => (wide && screen === NARROW) || (x - half) * screen > to * screen + 800 || (x + half) * screen < from * screen - 800);
  for (const { day, label } of queue) {
    const x = at(day);
    const reach = (screen: number): number => ((label.length * LETTER) / screen) * 50;
    const wide = !fits(x, reach(NARROW), NARROW);
    if (wide && !fits(x, reach(WIDE), WIDE)) continue;
    const half = reach(wide ? WIDE : NARROW);
    const anchor = x + half > 100 ? "end" : x - half < 0 ? "start" : "middle";
    const [from, to] = anchor === "end" ? [x - 2 * half, x] : anchor === "start" ? [x, x + 2 * half] : [x - half, x + half];
    shown.push({ x, label, wide, anchor, from, to });
  }
  return shown;
}

/** The year of each early dot, once where neighbours share it. */
function yearsOf({ dots }: Timeline, xs: readonly number[]): readonly { x: number; year: string }[] {
  const early = dots.flatMap(({ day, year }, i) => (day === null ? [{ x: xs[i] ?? 0, year }] : []));
  return early.filter(({ year }, i) => year !== early[i - 1]?.year);
}

function stroke(classes: string, from: number, to: number, y: number): string {
  return element("line", { class: classes, x1: `${from}%`, x2: `${round(to)}%`, y1: y, y2: y });
}

function dot(label: string, x: number, y: number): string {
  return element(
    "g",
    { class: "dot" },
    element("circle", { cx: `${x}%`, cy: y, r: 9 }),
    element("text", { x: `${x}%`, y: y + 4, "text-anchor": "middle" }, escapeHtml(visibleText(label))),
  );
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
