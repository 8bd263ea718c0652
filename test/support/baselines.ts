/**
 * Whether the lines of neighbouring columns stand on one grid. In: a page and its template. Out: in one sentence each, the
 * lines that do not. The grid is found from the lines themselves: its first is the section's topmost.
 */
import type { Page, PlacedText } from "../../src/model/page.ts";
import type { Template } from "../../src/model/template.ts";
import { describe } from "./geometry.ts";
import { ownedIn } from "./words.ts";

/** A hundredth of a point: what sums of floating-point numbers stray, and no eye sees. */
const HAIR = 0.01;

export function baselineComplaints(page: Page, template: Template): readonly string[] {
  const owned = new Map(ownedIn(page.briefing).map((each) => [each.owner, each]));
  return template.sections.flatMap(({ section, columns, grid }) => {
    if (columns === 1 || grid === undefined) return [];
    const lines = page.items.filter((item): item is PlacedText => {
      const of = item.kind === "text" && item.owner !== null ? owned.get(item.owner as never) : undefined;
      return of?.section === section && of.column;
    });
    const style = template.styles[grid];
    const size =
      "points" in style.size ? style.size.points : Math.max(style.size.atLeast, style.size.em * page.fit.size);
    const unit = size * (style.leading ?? page.fit.leading / page.fit.size);
    const top = Math.min(...lines.map(({ y }) => y));
    return lines.flatMap((line) => {
      const away = Math.abs((line.y - top) / unit - Math.round((line.y - top) / unit)) * unit;
      return away <= HAIR ? [] : [`${describe(line)} stands ${away.toFixed(2)} pt off the grid of ${section}`];
    });
  });
}
