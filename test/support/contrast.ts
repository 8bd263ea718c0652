/**
 * Whether what is on a page can be told from what it stands on. In: a page and its template. Out: in one sentence each,
 * words with a contrast below 4.5 to 1 and drawings that mean something below 3 to 1, as WCAG 2.2 asks (1.4.3, 1.4.11).
 * It takes the colours as they were placed, each on what really lies behind it, and not from a list of pairs.
 */
import type { Page, PlacedShape } from "../../src/model/page.ts";
import type { Colour, Template } from "../../src/model/template.ts";
import { type Box, describe } from "./geometry.ts";
import { groundsOf } from "./grounds.ts";

const LEAST = { words: 4.5, drawings: 3 } as const;

/** Points: what is thinner only divides, and says nothing that words do not. */
const THIN = 2.5;

export function contrastComplaints(page: Page, template: Template): readonly string[] {
  return groundsOf(page, template).flatMap(({ item, box, grounds }) => {
    const least = item.kind === "text" ? LEAST.words : LEAST.drawings;
    const colours =
      item.kind === "text" ? [item.colour] : divides(item, box, template) ? [] : inksOf(item, template, grounds);
    return colours.flatMap((colour) =>
      grounds
        .filter((ground) => contrast(colour, ground) < least)
        .map((ground) => `${describe(item)} is ${colour} on ${ground}, ${contrast(colour, ground).toFixed(2)} to 1`),
    );
  });
}

/**
 * Rules between sections and rows: the headings and the gaps they stand in tell the same. Nothing with an owner
 * divides.
 */
function divides({ owner, fill, stroke }: PlacedShape, { top, bottom }: Box, template: Template): boolean {
  return owner === null && (fill ?? stroke?.colour) === template.colours.rule && bottom - top < THIN;
}

/** A tint says nothing by itself: its row or column is named by the title of the sheet. It is a ground and no figure. */
function inksOf(
  { owner, fill, stroke }: PlacedShape,
  template: Template,
  grounds: readonly Colour[],
): readonly Colour[] {
  const isTint = owner === null && fill === template.colours.tint && grounds.every((g) => g === template.colours.paper);
  return [...(fill === null || isTint ? [] : [fill]), ...(stroke === null ? [] : [stroke.colour])];
}

/** From 1 for the same to 21 for black on white (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
