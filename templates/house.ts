/**
 * The house style that all templates share: type, colours, margins, the ladder of sizes, how a sheet begins and ends.
 * Data only. A template that needs something else overrides it in its own file.
 */
import type { Colour, ColourName, Rung, SectionPlan, StyleName, TypeStyle } from "../src/model/template.ts";

export const MARGINS = { top: 34, right: 38, bottom: 32, left: 38 } as const;

export const COLOURS: Readonly<Record<ColourName, Colour>> = {
  ink: "#1a1a1a",
  quiet: "#555555",
  accent: "#8a1c1c",
  rule: "#b9b2a6",
  tint: "#f4efe6",
  paper: "#ffffff",
};

const serif = { face: "text", strong: "text-bold", colour: "ink" } as const;
const sans = { face: "label", strong: "label-bold", colour: "quiet" } as const;

export const STYLES: Readonly<Record<StyleName, TypeStyle>> = {
  "running-head": { ...sans, size: { points: 8 }, leading: 1.25, above: 0 },
  correction: { ...sans, size: { points: 8.5 }, leading: 1.28, above: 3, colour: "accent" },
  kicker: { ...sans, size: { points: 8.5 }, leading: 1.3, above: 5, colour: "accent" },
  "heading-1": {
    face: "display",
    strong: "display",
    size: { points: 23 },
    leading: 1.1,
    colour: "ink",
    above: 1,
  },
  "heading-2": {
    face: "label-bold",
    strong: "label-bold",
    size: { em: 1.12, atLeast: 9.5 },
    leading: 1.25,
    colour: "ink",
    above: 7,
  },
  "heading-3": {
    face: "label-bold",
    strong: "label-bold",
    size: { em: 1, atLeast: 8.5 },
    leading: 1.25,
    colour: "ink",
    above: 5,
  },
  question: { ...serif, size: { em: 1.2, atLeast: 10.5 }, leading: 1.28, above: 2, colour: "quiet" },
  standfirst: { ...serif, size: { em: 1.06, atLeast: 9 }, above: 0 },
  answer: { ...sans, size: { em: 0.94, atLeast: 8.5 }, leading: 1.25, above: 2, colour: "ink" },
  lead: { ...sans, size: { em: 0.86, atLeast: 8 }, leading: 1.25, above: 6.5 },
  body: { ...serif, size: { em: 1, atLeast: 8.5 }, above: 0 },
  note: { ...sans, size: { em: 0.88, atLeast: 8 }, leading: 1.26, above: 0.5 },
  legend: { ...sans, size: { em: 0.86, atLeast: 8 }, leading: 1.25, above: 0 },
  omitted: { ...sans, size: { em: 0.92, atLeast: 8.5 }, leading: 1.25, above: 0, colour: "accent" },
  source: { ...sans, size: { em: 0.86, atLeast: 8 }, leading: 1.24, above: 1.6, colour: "ink" },
  "item-label": {
    face: "label-bold",
    strong: "label-bold",
    size: { em: 0.86, atLeast: 8 },
    leading: 1.24,
    colour: "accent",
    above: 0,
  },
  cell: { ...sans, size: { em: 0.9, atLeast: 8 }, leading: 1.2, above: 0, colour: "ink" },
  colophon: { ...sans, size: { em: 0.8, atLeast: 7.5 }, leading: 1.26, above: 2 },
  plot: { ...sans, size: { points: 7.5 }, leading: 1.2, above: 0 },
};

export const LADDER: readonly Rung[] = [
  { size: 10.5, leading: 1.4, space: 1.35 },
  { size: 10.25, leading: 1.38, space: 1.3 },
  { size: 10, leading: 1.37, space: 1.25 },
  { size: 9.75, leading: 1.36, space: 1.2 },
  { size: 9.5, leading: 1.34, space: 1.15 },
  { size: 9.25, leading: 1.32, space: 1.1 },
  { size: 9, leading: 1.3, space: 1.05 },
  { size: 8.75, leading: 1.28, space: 1 },
  { size: 8.5, leading: 1.26, space: 0.95 },
  { size: 8.5, leading: 1.24, space: 0.85 },
];

/** How every sheet begins. */
export const HEAD: readonly SectionPlan[] = [
  { section: "masthead", columns: 1, fill: "balance", gutter: 0, above: 0, rule: "bold" },
  { section: "standfirst", columns: 1, fill: "balance", gutter: 0, above: 6, rule: "none" },
];

/** How every sheet ends, from what was left out to the small print. */
export const TAIL: readonly SectionPlan[] = [
  { section: "omitted", columns: 1, fill: "balance", gutter: 0, above: 9, rule: "none" },
  { section: "disputes", columns: 2, fill: "balance", grid: "body", gutter: 18, above: 8, rule: "hair" },
  { section: "timeline", columns: 3, fill: "balance", grid: "source", gutter: 16, above: 8, rule: "hair" },
  { section: "changes", columns: 3, fill: "balance", grid: "source", gutter: 16, above: 8, rule: "hair" },
  { section: "sources", columns: 3, fill: "balance", grid: "source", gutter: 14, above: 8, rule: "hair", foot: true },
  { section: "colophon", columns: 1, fill: "balance", gutter: 0, above: 6, rule: "hair" },
];
