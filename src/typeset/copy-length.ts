/**
 * How much copy a briefing is. In: a briefing. Out: the characters of all its words. It is a guess at the room they
 * will take, good enough to begin the fit near its end; only setting the sheet tells.
 */
import type { Briefing, Part, Run } from "../model/briefing.ts";

export function copyLength(briefing: Briefing): number {
  return briefing.sections.reduce((sum, { parts }) => sum + lengthOfParts(parts), 0);
}

const lengthOfRuns = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

const lengthOfParts = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + lengthOf(part), 0);

function lengthOf(part: Part): number {
  switch (part.kind) {
    case "heading":
    case "paragraph":
      return lengthOfRuns(part.runs);
    case "group":
      return lengthOfParts(part.parts);
    case "list":
      return part.items.reduce((sum, item) => sum + lengthOfParts(item.parts), 0);
    case "table":
      return part.rows.reduce(
        (sum, row) => sum + row.cells.reduce((cells, cell) => cells + lengthOfRuns(cell.runs), 0),
        0,
      );
    case "timeline":
    case "code":
      return 0;
  }
}
