/**
 * A card as SVG. In: a card with places. Out: a document of paths alone: letters are drawn from the outlines of our own
 * faces, so whoever reads it needs no font. It decides no place.
 */
import type { SetCard } from "../../model/card.ts";
import type { PathStep, PlacedShape, PlacedText } from "../../model/page.ts";
import { FACES } from "../../typeset/text/faces.ts";
import { type Contour, outlineOf, type Point } from "./glyph-outline.ts";

export function writeSvg({ width, height, paper, items }: SetCard): string {
  const drawn = items.map((item) => (item.kind === "text" ? text(item) : shape(item)));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<path fill="${paper}" d="M0 0H${width}V${height}H0Z"/>${drawn.join("")}</svg>\n`
  );
}

function text({ x, y, face: id, size, colour, glyphs, shifts }: PlacedText): string {
  const face = FACES[id];
  const scale = size / 1000;
  let right = x;
  let d = "";
  glyphs.forEach((glyph, i) => {
    for (const contour of outlineOf(face.tables, glyph)) d += path(contour, right, y, scale);
    right += (face.advance(glyph) + (shifts[i] ?? 0)) * scale;
  });
  return d === "" ? "" : `<path fill="${colour}" d="${d}"/>`;
}

/** Between two control points in a row the curve passes half way (OpenType spec, glyf). */
function path(contour: Contour, x: number, y: number, scale: number): string {
  const at = (point: { readonly x: number; readonly y: number }): string =>
    `${short(x + point.x * scale)} ${short(y - point.y * scale)}`;
  const first = contour.findIndex(({ on }) => on);
  const [last, next] = [contour.at(-1), contour[0]];
  if (last === undefined || next === undefined) return "";
  const start = first < 0 ? middle(last, next) : (contour[first] as Point);
  const points = first < 0 ? contour : [...contour.slice(first + 1), ...contour.slice(0, first)];
  let d = `M${at(start)}`;
  points.forEach((point, i) => {
    const after = points[i + 1] ?? start;
    // Where a curve ended the pen is there already.
    if (point.on) d += i === 0 || points[i - 1]?.on === true ? `L${at(point)}` : "";
    else d += `Q${at(point)} ${at(after.on ? after : middle(point, after))}`;
  });
  return `${d}Z`;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true };
}

function shape({ path: steps, fill, stroke }: PlacedShape): string {
  const look =
    `fill="${fill ?? "none"}"` +
    (stroke === null ? "" : ` stroke="${stroke.colour}" stroke-width="${short(stroke.width)}"`);
  return `<path ${look} d="${steps.map(step).join("")}"/>`;
}

function step(each: PathStep): string {
  const pair = (x: number, y: number): string => `${short(x)} ${short(y)}`;
  switch (each[0]) {
    case "move":
      return `M${pair(each[1], each[2])}`;
    case "line":
      return `L${pair(each[1], each[2])}`;
    case "curve":
      return `C${pair(each[1], each[2])} ${pair(each[3], each[4])} ${pair(each[5], each[6])}`;
    case "rect":
      return `M${pair(each[1], each[2])}h${short(each[3])}v${short(each[4])}h${short(-each[3])}Z`;
    case "close":
      return "Z";
  }
}

/** Hundredths of a pixel are finer than any eye. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
