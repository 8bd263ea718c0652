/**
 * What lies behind what on a page. In: a page and its template. Out: for each item the colours it stands on: fills drawn
 * before it, and the paper where these leave some of it free. It follows the order in which the PDF paints: decoration
 * first, then all else in its order.
 */
import type { Page, Placed } from "../../src/model/page.ts";
import type { Colour, Template } from "../../src/model/template.ts";
import { type Box, boxOf } from "./geometry.ts";

export interface Grounded {
  readonly item: Placed;
  readonly box: Box;
  /** Every colour that some of the item stands on. */
  readonly grounds: readonly Colour[];
}

export function groundsOf(page: Page, template: Template): readonly Grounded[] {
  const painted = page.items.toSorted((a, b) => Number(a.owner !== null) - Number(b.owner !== null));
  const fills: { readonly box: Box; readonly fill: Colour }[] = [];
  return painted.map((item) => {
    const box = boxOf(item);
    const grounds = new Set<Colour>();
    let covered = false;
    for (const { box: below, fill } of fills.toReversed()) {
      if (!meet(box, below)) continue;
      grounds.add(fill);
      covered = holds(below, box);
      if (covered) break;
    }
    if (!covered) grounds.add(template.colours.paper);
    if (item.kind === "shape" && item.fill !== null) fills.push({ box, fill: item.fill });
    return { item, box, grounds: [...grounds] };
  });
}

/** Less than half a point of overlap is a neighbour's edge. */
function meet(a: Box, b: Box): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0.5 && down > 0.5;
}

/** Letters may reach over the edge of a disc they stand in by as much as their box is larger than they are. */
function holds(outer: Box, inner: Box): boolean {
  const slack = 0.12 * (inner.bottom - inner.top);
  return (
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack
  );
}
