/**
 * The line of days as inline SVG. In: a timeline. Out: a figure with its alternative text; its places are percentages,
 * so that letters and dots keep their size on any screen. Where things stand is decided in `timeline-places.ts`.
 */
import type { Timeline } from "../../model/briefing.ts";
import { visibleText } from "../visible-text.ts";
import { block, element, escapeHtml, type Markup } from "./markup.ts";
import { DOT, MARGIN, placeTimeline, type TimelineDate } from "./timeline-places.ts";

/** CSS pixels from the drawing's foot to the axis, and from there to the top of the lowest dot. */
const FOOT = 27;
const HEAD = 12;

export function writeTimeline(timeline: Timeline): Markup {
  const places = placeTimeline(timeline);
  const axis = HEAD + Math.max(0, ...places.dots.map(({ level }) => level)) * DOT;
  const drawing = [
    line("axis", places.start, 100 - MARGIN, axis),
    places.earlierEnd === null ? "" : line("axis earlier", MARGIN, places.earlierEnd, axis),
    ...places.dates.map((date) => dateMark(date, axis)),
    ...timeline.dots.map(({ label }, i) =>
      dot(label, places.dots[i]?.x ?? 0, axis - (places.dots[i]?.level ?? 0) * DOT),
    ),
  ];
  const attributes = { role: "img", "aria-label": visibleText(timeline.alt), width: "100%", height: axis + FOOT };
  return block("figure", { class: "timeline-plot" }, element("svg", attributes, ...drawing));
}

function line(classes: string, from: number, to: number, y: number): Markup {
  return element("line", { class: classes, x1: `${from}%`, x2: `${to}%`, y1: y, y2: y });
}

function dateMark({ x, label, anchor, year, wideOnly }: TimelineDate, axis: number): Markup {
  return element(
    "g",
    { class: wideOnly ? "date wide-only" : "date" },
    year ? "" : element("line", { x1: `${x}%`, x2: `${x}%`, y1: axis, y2: axis + 12 }),
    element("text", { x: `${x}%`, y: axis + FOOT - 3, "text-anchor": anchor }, escapeHtml(visibleText(label))),
  );
}

function dot(label: string, x: number, y: number): Markup {
  return element(
    "g",
    { class: "dot" },
    element("circle", { cx: `${x}%`, cy: y, r: 9 }),
    element("text", { x: `${x}%`, y: y + 4, "text-anchor": "middle" }, escapeHtml(visibleText(label))),
  );
}
