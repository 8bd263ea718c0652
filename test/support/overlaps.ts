/**
 * What lies over what on a page. In: a page and its template. Out: in one sentence each, every text that touches another
 * text, a rule, a mark, a dot or the code, and dots that hide one another. Tints lie below words on purpose, and a number
 * may stand in its dot, but nowhere else.
 */
import type { Page, Placed, PlacedText } from "../../src/model/page.ts";
import type { Look, Template } from "../../src/model/template.ts";
import { FACES } from "../../src/typeset/text/faces.ts";
import { type Box, boxOf, describe, isTint } from "./geometry.ts";

interface Body {
  readonly item: Placed;
  readonly box: Box;
}

/** Neighbours on a line touch; sums of floating-point numbers stray by less than this. */
const TOUCH = 0.05;

export function overlapComplaints({ items }: Pick<Page, "items">, template: Look): readonly string[] {
  const bodies = items
    .filter((item) => item.kind === "text" || !isTint(item, template))
    .map((item): Body => ({ item, box: boxOf(item) }))
    .sort((a, b) => a.box.top - b.box.top);
  const complaints: string[] = [];
  bodies.forEach((upper, i) => {
    for (let k = i + 1; k < bodies.length; k++) {
      const lower = bodies[k] as Body;
      if (lower.box.top >= upper.box.bottom - TOUCH) break;
      if (meet(upper.box, lower.box) && !allowed(upper, lower)) {
        complaints.push(`${describe(upper.item)} lies over ${describe(lower.item)}`);
      }
    }
  });
  return complaints;
}

function meet(a: Box, b: Box): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > TOUCH && down > TOUCH;
}

function allowed(a: Body, b: Body): boolean {
  if (a.item.kind === "text" && b.item.kind === "text") {
    return kerned(a.item, b.item) || kerned(b.item, a.item);
  }
  if (a.item.kind === "shape" && b.item.kind === "shape") {
    // A mark is made of several shapes; only the dots of a plot must keep apart, for one hidden is an event hidden.
    const dots = [a.item, b.item].every(({ owner, fill }) => owner?.kind === "timeline" && fill !== null);
    return !dots;
  }
  const [text, shape] = a.item.kind === "text" ? [a, b] : [b, a];
  const isDot = shape.item.kind === "shape" && shape.item.fill !== null && shape.item.owner?.kind === "timeline";
  return isDot && text.item.owner === shape.item.owner && within(text.box, shape.box);
}

/** The right one stands where the left one ends, drawn closer by the face's kern between their letters and no more. */
function kerned(left: PlacedText, right: PlacedText): boolean {
  if (left.y !== right.y || left.owner !== right.owner || left.face !== right.face) return false;
  const kern = (FACES[left.face].kern(left.glyphs.at(-1) ?? 0, right.glyphs[0] ?? 0) * left.size) / 1000;
  return Math.abs(right.x - boxOf(left).right - kern) < TOUCH;
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

/** A QR code needs four modules of nothing around it so that every reader finds it (ISO/IEC 18004, 9.1). */
export function quietZoneComplaints(page: Page, template: Template): readonly string[] {
  return page.items.flatMap((code) => {
    if (code.kind === "text" || code.owner?.kind !== "code") return [];
    const module = Math.min(...code.path.map((step) => (step[0] === "rect" ? step[4] : Number.POSITIVE_INFINITY)));
    const { left, top, right, bottom } = boxOf(code);
    const zone = 4 * module;
    const free = { left: left - zone, top: top - zone, right: right + zone, bottom: bottom + zone };
    return page.items
      .filter((item) => item !== code && !(item.kind === "shape" && isTint(item, template)) && meet(boxOf(item), free))
      .map((item) => `${describe(item)} stands in the quiet zone of the code, ${zone.toFixed(1)} pt around it`);
  });
}
