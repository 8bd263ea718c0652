/**
 * How much there is to print, as one of a few steps that the print style has sizes for. In: a briefing. Out: a class
 * name. A browser cannot set a page smaller until it fits, and this page has no script; but how many letters there are
 * is known when it is written.
 */
import type { Briefing, Part, Run } from "../../model/briefing.ts";

/** The most letters that each step holds on one page of A4 or Letter; see `style-print.ts` for their sizes. */
export const DENSITY_STEPS = [3000, 4200, 5400, 6600, 7800, 9000, 10_500, 12_000] as const;

export function densityOf(briefing: Briefing): string {
  if (briefing.template === "all") return "many-pages";
  const letters = briefing.sections.reduce((sum, { parts }) => sum + partsWeight(parts), 0);
  const step = DENSITY_STEPS.findIndex((most) => letters <= most);
  return `density-${step === -1 ? DENSITY_STEPS.length : step}`;
}

/** Letters, with a charge for what takes room without any: the end of a line, the air around a block, a drawing. */
function partsWeight(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + partWeight(part), 0);
}

function partWeight(part: Part): number {
  switch (part.kind) {
    case "heading":
      return 80;
    case "paragraph":
      return 20 + runsWeight(part.runs);
    case "list":
      return part.items.reduce((sum, { parts }) => sum + partsWeight(parts) + 10, 0);
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
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
