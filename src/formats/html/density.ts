/**
 * How much there is to print, as one of the sizes that the print style has. In: a briefing. Out: a class
 * name. A browser cannot set a page smaller until it fits, and this page has no script; but how many letters there are
 * is known when it is written.
 */
import type { Briefing, Part, Run, SectionKind } from "../../model/briefing.ts";
import { keepsToOnePage } from "./chosen-template.ts";

/** Sizes of print, in points; the style has a rule for every quarter of a point between. */
const LARGEST = 10.5;
const SMALLEST = 6;
export const PRINT_SIZES: readonly number[] = Array.from(
  { length: (LARGEST - SMALLEST) * 4 + 1 },
  (_, step) => LARGEST - step / 4,
);

/**
 * Twice the size takes four times the room: weight times size squared is nearly the same for all full pages. Measured
 * in Chromium on A4 and Letter for every sheet of four libraries in three languages: the largest size that fits makes
 * it 634,000 at least and 870,000 at most. The charges below come from the same measurements.
 */
const PAGE = 620_000;

/** How much more or less room the letters of a section take. */
const AIR: Readonly<Partial<Record<SectionKind, number>>> = { matrix: 1.33, sources: 1.15, timeline: 0.85 };

/** Cyrillic letters are that much wider than Latin ones. */
const CYRILLIC = 1.11;

/** The class of `main`: its size in print, or that it may take as many pages as it needs. */
export function densityOf(briefing: Briefing): string {
  if (!keepsToOnePage(briefing)) return "many-pages";
  const fitting = Math.sqrt(PAGE / weightOf(briefing));
  return printClass(PRINT_SIZES.find((size) => size <= fitting) ?? SMALLEST);
}

export function printClass(size: number): string {
  return `print-${size * 100}`;
}

/** Letters of body text, with a charge for what takes room without any: line ends, air around blocks, drawings. */
function weightOf(briefing: Briefing): number {
  return briefing.sections.reduce((sum, { kind, parts }) => sum + (AIR[kind] ?? 1) * sectionWeight(parts), 0);
}

/** Up to four groups stand side by side, all as high as the highest; more flow through columns one after the other. */
function sectionWeight(parts: readonly Part[]): number {
  const groups = parts.filter((part) => part.kind === "group").map(partWeight);
  const rest = partsWeight(parts.filter((part) => part.kind !== "group"));
  if (groups.length <= 4) return 0.84 * Math.max(0, ...groups) * groups.length + rest;
  return 0.58 * groups.reduce((sum, weight) => sum + weight, 0) + rest;
}

function partsWeight(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + partWeight(part), 0);
}

function partWeight(part: Part): number {
  switch (part.kind) {
    case "heading":
      return 280;
    case "paragraph":
      return 17 + runsWeight(part.runs);
    case "list":
      return part.items.reduce((sum, { parts }) => sum + partsWeight(parts) + 145, 0);
    case "table":
      return part.rows.reduce((sum, { cells }) => sum + rowWeight(cells.map(({ runs }) => runsWeight(runs))), 0);
    case "timeline":
      return 400;
    case "code":
      return 0;
    case "group":
      return partsWeight(part.parts);
  }
}

/** A row is as high as its longest cell. */
function rowWeight(cells: readonly number[]): number {
  return 30 + (Math.max(0, ...cells) * cells.length + cells.reduce((sum, letters) => sum + letters, 0)) / 2;
}

function runsWeight(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length + (CYRILLIC - 1) * cyrillicIn(text), 0);
}

function cyrillicIn(text: string): number {
  return text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
}
